namespace Portal.GraphQL.Paging;

/// <summary>Runs queries for the pager. The library knows no database: the product registers one that counts asynchronously.</summary>
public interface IQueryExecutor
{
    Task<int> CountAsync<T>(IQueryable<T> query, CancellationToken cancellationToken);

    Task<List<T>> ToListAsync<T>(IQueryable<T> query, CancellationToken cancellationToken);

    /// <summary>Whether the database sorts null before all values (SQLite, SQL Server, LINQ) or after them (PostgreSQL).</summary>
    bool NullsFirst => true;
}

/// <summary>Reads through <see cref="IAsyncEnumerable{T}"/> where the query is one (EF Core's are), and counts synchronously.</summary>
public sealed class PlainQueryExecutor : IQueryExecutor
{
    public Task<int> CountAsync<T>(IQueryable<T> query, CancellationToken cancellationToken) => Task.FromResult(query.Count());

    public async Task<List<T>> ToListAsync<T>(IQueryable<T> query, CancellationToken cancellationToken)
    {
        if (query is not IAsyncEnumerable<T> asynchronous)
            return [.. query];
        var items = new List<T>();
        await foreach (var item in asynchronous.WithCancellation(cancellationToken))
            items.Add(item);
        return items;
    }
}
