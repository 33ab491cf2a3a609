using Npgsql;

namespace Portal.Graph.Domain.Platform.Storage;

/// <summary>
/// Bounds how many of this process write at a time, in order of arrival. To an embedded database one: SQLite itself would make the
/// others poll. To a server half as many as its pool has connections: a writer that waits for another's lock holds its connection, and
/// the other may need a second one to read a rule before it can end.
/// </summary>
public sealed class WriteGate
{
    private readonly SemaphoreSlim _gate;

    public WriteGate(PortalStorage storage)
    {
        var most = storage.Provider switch
        {
            StorageProvider.Sqlite => 1,
            StorageProvider.PostgreSql => Math.Max(1, new NpgsqlConnectionStringBuilder(storage.ConnectionString).MaxPoolSize / 2),
        };
        _gate = new(most, most);
    }

    public Task EnterAsync(CancellationToken ct) => _gate.WaitAsync(ct);

    public void Leave() => _gate.Release();
}
