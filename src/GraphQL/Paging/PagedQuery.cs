namespace Portal.GraphQL.Paging;

/// <summary>A query that is read a page at a time.</summary>
/// <param name="Query">Ordered by <c>OrderBy</c>/<c>ThenBy</c>, the last key unique: the keys of an item are its cursor.</param>
/// <param name="OnPage">Told the items of the page once they are read (the extra item that shows whether more follow is left out).</param>
/// <param name="First">
/// Reads the first items of the query, as many as it is told, for a first page; where the source knows a quicker way than the query.
/// </param>
public sealed record PagedQuery<T>(
    IQueryable<T> Query, Action<IReadOnlyList<T>>? OnPage = null, Func<int, CancellationToken, Task<List<T>>>? First = null);
