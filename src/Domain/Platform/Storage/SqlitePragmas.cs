using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Portal.Graph.Domain.Platform.Storage;

/// <summary>Settings of each SQLite connection, applied once to the native handle that the pool hands out again and again.</summary>
public sealed class SqlitePragmas : DbConnectionInterceptor
{
    private static readonly ConditionalWeakTable<object, object> Done = [];

    public static void Apply(SqliteConnection connection)
    {
        if (!Done.TryAdd(connection.Handle!, connection)) return;
        using var command = connection.CreateCommand();
        // FULL: an acknowledged write survives power loss. The checkpointer empties the log on its own connection, so that no
        // request pays for it; 20 000 pages is the net under a program that runs without it (imports).
        // With every commit of another connection a reader drops its page cache and would unmap the file: a map costs more than
        // it saves where audit rows are written all the time, and a large cache is never warm. 64 connections may fill 2 MB each.
        command.CommandText = """
            PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000; PRAGMA foreign_keys=ON;
            PRAGMA wal_autocheckpoint=20000; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-2000; PRAGMA mmap_size=0;
            """;
        command.ExecuteNonQuery();
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) =>
        Apply((SqliteConnection)connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken ct = default)
    {
        Apply((SqliteConnection)connection);
        return Task.CompletedTask;
    }
}
