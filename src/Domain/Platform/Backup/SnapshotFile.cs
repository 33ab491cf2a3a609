using System.Globalization;
using Microsoft.Data.Sqlite;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Files.Sealing;

namespace Portal.Graph.Domain.Platform.Backup;

/// <summary>A content of the file store as a database names it.</summary>
internal sealed record SnapshotContent(string StoreName, long SealedBytes);

/// <summary>A database file that nobody serves from, looked at past the portal.</summary>
internal sealed class SnapshotFile : IAsyncDisposable
{
    private readonly SqliteConnection _connection;

    private SnapshotFile(SqliteConnection connection) => _connection = connection;

    public static async Task<SnapshotFile> OpenAsync(string path, CancellationToken ct)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        await connection.OpenAsync(ct);
        return new(connection);
    }

    public async Task<bool> IsWholeAsync(CancellationToken ct) =>
        await TextsAsync("PRAGMA integrity_check", ct) is ["ok"] && (await TextsAsync("PRAGMA foreign_key_check", ct)).Count == 0;

    public Task<List<string>> MigrationsAsync(CancellationToken ct) =>
        TextsAsync("""SELECT "MigrationId" FROM "__EFMigrationsHistory" ORDER BY "MigrationId" """, ct);

    public async Task<SortedDictionary<string, long>> CountsAsync(CancellationToken ct)
    {
        SortedDictionary<string, long> counts = new(StringComparer.Ordinal);
        foreach (var table in await TextsAsync("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_\\_EF%' ESCAPE '\\'", ct))
            counts[table] = Convert.ToInt64((await TextsAsync($"SELECT COUNT(*) FROM \"{table}\"", ct))[0], CultureInfo.InvariantCulture);
        return counts;
    }

    /// <summary>The number and hash of the last audit row.</summary>
    public async Task<(long Rows, string End)> AuditEndAsync(CancellationToken ct) =>
        await TextsAsync("""SELECT "Seq" || ' ' || lower(hex("Hash")) FROM "AuditEvents" ORDER BY "Seq" DESC LIMIT 1""", ct) is [var last]
            ? (long.Parse(last.Split(' ')[0], CultureInfo.InvariantCulture), last.Split(' ')[1])
            : (0, "");

    public Task<ChainReport> VerifyChainAsync(CancellationToken ct) => ChainVerification.RunAsync(_connection, null, ct);

    public async Task<List<SnapshotContent>> ContentsAsync(CancellationToken ct) =>
        [.. (await TextsAsync("""SELECT "SizeBytes" || ' ' || "StoreName" FROM "StoredContents" WHERE "ScanState" <> 'Infected' ORDER BY "Id" """, ct))
            .Select(row => row.Split(' ', 2)).Select(row => new SnapshotContent(row[1], SealedFormat.SealedLength(long.Parse(row[0], CultureInfo.InvariantCulture))))];

    /// <summary>Ends every session: who had signed out after the backup must not be signed in again by it.</summary>
    public async Task EndSessionsAsync(DateTimeOffset now, CancellationToken ct)
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = """UPDATE "Sessions" SET "EndedAt" = @now, "EndReason" = 'restored from a backup' WHERE "EndedAt" IS NULL""";
        command.Parameters.AddWithValue("@now", now.UtcDateTime);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Gives it back the log that a served database has; a copy is made without one.</summary>
    public Task UseLogAsync(CancellationToken ct) => TextsAsync("PRAGMA journal_mode=WAL", ct);

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private async Task<List<string>> TextsAsync(string sql, CancellationToken ct)
    {
        await using var command = _connection.CreateCommand();
        (command.CommandText, command.CommandTimeout) = (sql, 0);
        await using var rows = await command.ExecuteReaderAsync(ct);
        List<string> texts = [];
        while (await rows.ReadAsync(ct)) texts.Add(Convert.ToString(rows.GetValue(0), CultureInfo.InvariantCulture)!);
        return texts;
    }
}
