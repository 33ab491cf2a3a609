using Portal.GraphQL.Building;

namespace Portal.GraphQL.Tests.Building.Library;

/// <summary>Something that can be borrowed.</summary>
[InterfaceType]
public interface ILoanable
{
    /// <summary>What is printed on the cover.</summary>
    string Title { get; }
}

/// <summary>What a search finds.</summary>
[UnionType("SearchResult")]
public interface ISearchResult;

/// <summary>A book of the library.</summary>
/// <param name="Pages">How many pages it has; null while nobody has counted them.</param>
/// <param name="Price">What a lost copy costs, in US dollars.</param>
public sealed record Book(long Id, string Title, int? Pages, Genre Genre, decimal Price, DateOnly PublishedOn, IReadOnlyList<string?> Tags, long AuthorId) : ILoanable, ISearchResult
{
    /// <summary>When it came in; see <see cref="PublishedOn"/>.</summary>
    public DateTimeOffset? ArrivedAt { get; init; }

    /// <summary>Its shelf.</summary>
    [GraphQLDeprecated("Shelves are gone since 2026-01-01.")]
    public short Shelf { get; init; }

    [GraphQLIgnore]
    public string Secret => "secret";
}

/// <summary>Who wrote a book.</summary>
public sealed record Author([property: ID] long Id, string Name, Genre? Favourite) : ISearchResult;

/// <summary>An audio recording.</summary>
public sealed class Recording : ILoanable
{
    public required string Title { get; init; }

    /// <summary>How long it plays.</summary>
    public float Minutes { get; init; }
}

/// <summary>What a book is about.</summary>
public enum Genre
{
    /// <summary>Invented.</summary>
    Fiction,
    NonFiction,
    [GraphQLDeprecated("Use NON_FICTION.")]
    HowTo,
}
