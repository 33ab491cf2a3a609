using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Storage;
using Portal.GraphQL.Paging;

namespace Portal.Graph.Schema.Platform;

/// <summary>Runs the library's paged queries on the database.</summary>
public sealed class EfQueryExecutor(PortalStorage storage) : IQueryExecutor
{
    public bool NullsFirst => storage.Provider is StorageProvider.Sqlite;

    public Task<int> CountAsync<T>(IQueryable<T> query, CancellationToken cancellationToken) => query.CountAsync(cancellationToken);

    public Task<List<T>> ToListAsync<T>(IQueryable<T> query, CancellationToken cancellationToken) => query.ToListAsync(cancellationToken);
}

internal static class AuditedQueries
{
    /// <summary>A list of the domain as the library pages it; every page given out is noted as read.</summary>
    public static PagedQuery<T> Paged<T>(this AuditedQuery<T> query) => new(query.Query, query.Record, query.First);
}
