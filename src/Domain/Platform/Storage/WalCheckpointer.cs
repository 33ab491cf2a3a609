using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Portal.Graph.Domain.Platform.Storage;

/// <summary>
/// Moves SQLite's write-ahead log into the database on a connection of its own, so that no request's commit does it. Idle on
/// PostgreSQL.
/// </summary>
public sealed class WalCheckpointer(PortalStorage storage, WriteGate gate, TimeProvider clock, ILogger<WalCheckpointer> log) : BackgroundService
{
    private const long WorthMoving = 1L << 20;
    private const long TooLong = 256L << 20;

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        if (storage.DatabaseFile is not { } file) return;
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stop)) await CheckpointAsync(new FileInfo(file + "-wal"), stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The host stops; closing the last connection empties the log.
        }
    }

    private async Task CheckpointAsync(FileInfo wal, CancellationToken ct)
    {
        var length = wal.Exists ? wal.Length : 0;
        try
        {
            if (length > TooLong) await TruncateAsync(ct);
            else if (length > WorthMoving) await RunAsync("PRAGMA wal_checkpoint(PASSIVE)", ct);
        }
        catch (SqliteException busy)
        {
            log.LogWarning("Checkpoint postponed: SQLite error {Code}.", busy.SqliteErrorCode);
        }
    }

    // Readers kept the log from starting over: shut the writers out for once and cut it.
    private async Task TruncateAsync(CancellationToken ct)
    {
        await gate.EnterAsync(ct);
        try
        {
            await RunAsync("PRAGMA wal_checkpoint(TRUNCATE)", ct);
        }
        finally
        {
            gate.Leave();
        }
    }

    private async Task RunAsync(string sql, CancellationToken ct)
    {
        await using var connection = await storage.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(ct);
    }
}
