using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Portal.Graph.Domain.Platform.Storage.Sqlite;

/// <summary>
/// The connections that contexts keep. EF Core's pool does not close those of the contexts it still holds when the program ends;
/// closing the last one is what folds SQLite's log into the file.
/// </summary>
internal sealed class KeptConnections : IDisposable
{
    private readonly HashSet<SqliteConnection> _open = [];

    public SqliteConnection Add(SqliteConnection connection)
    {
        lock (_open) _open.Add(connection);
        connection.Disposed += (_, _) =>
        {
            lock (_open) _open.Remove(connection);
        };
        return connection;
    }

    public void Dispose()
    {
        DbConnection[] open;
        lock (_open) open = [.. _open];
        foreach (var connection in open) connection.Dispose();
    }
}
