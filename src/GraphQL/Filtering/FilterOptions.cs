namespace Portal.GraphQL.Filtering;

/// <summary>How much one <c>where</c> or <c>order</c> may ask of the database. More is refused with FILTER_TOO_COMPLEX.</summary>
public sealed class FilterOptions
{
    /// <summary>How deep and, or, not, objects and lists may be nested.</summary>
    public int MaxDepth { get; set; } = 6;

    /// <summary>How many comparisons one filter may hold.</summary>
    public int MaxConditions { get; set; } = 40;

    /// <summary>How many values <c>in</c> and <c>nin</c> take.</summary>
    public int MaxListValues { get; set; } = 100;

    /// <summary>How many keys <c>order</c> takes.</summary>
    public int MaxSortKeys { get; set; } = 5;
}
