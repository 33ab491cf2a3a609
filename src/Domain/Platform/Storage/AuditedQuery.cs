using Microsoft.EntityFrameworkCore;

namespace Portal.Graph.Domain.Platform.Storage;

/// <summary>
/// A list that clients page. <see cref="Query"/> is within the caller's scope and ordered with a unique last key;
/// <see cref="Record"/> notes the reads of the rows that were really given out (PLT-06).
/// </summary>
/// <param name="first">Reads the query's first rows, as many as it is told, when there is a quicker way than the query.</param>
public sealed class AuditedQuery<T>(IQueryable<T> query, Action<IReadOnlyList<T>> record, Func<int, CancellationToken, Task<List<T>>>? first = null)
{
    public IQueryable<T> Query { get; } = query;

    public Func<int, CancellationToken, Task<List<T>>>? First { get; } = first;

    public void Record(IReadOnlyList<T> page) => record(page);

    /// <summary>A page by number, from 1, with the total: the way pages list.</summary>
    public async Task<ListPage<T>> PageAsync(int pageNumber, int pageSize, CancellationToken ct)
    {
        pageNumber = Math.Max(1, pageNumber);
        pageSize = Math.Clamp(pageSize, 1, 200);
        var total = await Query.CountAsync(ct);
        var rows = await Query.Skip((pageNumber - 1) * pageSize).Take(pageSize).ToListAsync(ct);
        Record(rows);
        return new(rows, pageNumber, pageSize, total);
    }
}

public sealed record ListPage<T>(IReadOnlyList<T> Rows, int PageNumber, int PageSize, int Total)
{
    public int PageCount => Math.Max(1, (Total + PageSize - 1) / PageSize);
    public bool HasNext => PageNumber < PageCount;
    public bool HasPrevious => PageNumber > 1;
}
