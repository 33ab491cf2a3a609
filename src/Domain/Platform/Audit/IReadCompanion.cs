using System.Data.Common;

namespace Portal.Graph.Domain.Platform.Audit;

/// <summary>A row about a read, such as what was searched for, that becomes durable together with the read's audit rows.</summary>
public interface IReadCompanion
{
    /// <summary>Inserts it inside the given transaction, on SQLite as on PostgreSQL.</summary>
    Task InsertAsync(DbConnection connection, DbTransaction transaction, CancellationToken ct);
}
