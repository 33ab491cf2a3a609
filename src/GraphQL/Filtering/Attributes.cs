namespace Portal.GraphQL.Filtering;

/// <summary>
/// Gives a field that returns an <see cref="IQueryable{T}"/> or a <c>PagedQuery&lt;T&gt;</c> the argument <c>where</c>. What can be
/// filtered is named explicitly, since a filter without an index is a scan: by <see cref="FilterableAttribute"/> on members
/// of T, or by a <see cref="FilterInputType{T}"/>.
/// </summary>
/// <param name="filter">The <see cref="FilterInputType{T}"/>; without one the members with <see cref="FilterableAttribute"/> count.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class UseFilteringAttribute(Type? filter = null) : Attribute
{
    public Type? Filter { get; } = filter;

    /// <summary>What giving <c>where</c> adds to the cost of the operation.</summary>
    public double Cost { get; init; } = 5;
}

/// <summary>
/// Gives a field that returns an <see cref="IQueryable{T}"/> or a <c>PagedQuery&lt;T&gt;</c> the argument <c>order</c>. The query's own
/// order follows the client's; a paged query must have one whose last key is unique.
/// </summary>
/// <param name="sort">The <see cref="SortInputType{T}"/>; without one the members with <see cref="SortableAttribute"/> count.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class UseSortingAttribute(Type? sort = null) : Attribute
{
    public Type? Sort { get; } = sort;

    /// <summary>What giving <c>order</c> adds to the cost of the operation.</summary>
    public double Cost { get; init; } = 5;
}

/// <summary>Clients may filter by the property. Whoever filters by it can find out its value, allowed to read it or not.</summary>
[AttributeUsage(AttributeTargets.Property)] public sealed class FilterableAttribute : Attribute;

/// <summary>Clients may sort by the property, which holds a single value.</summary>
[AttributeUsage(AttributeTargets.Property)] public sealed class SortableAttribute : Attribute;
