using System.Text.Json;

namespace Portal.Graph.Domain.Platform.Backup;

/// <summary>A file of a backup.</summary>
/// <param name="Path">Below the backup's folder, with slashes.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">In lower-case hexadecimal.</param>
public sealed record BackupFile(string Path, long Bytes, string Sha256);

/// <summary>What a backup holds; written last, so that a folder without it is none.</summary>
/// <param name="Format">The layout of the folder: 1.</param>
/// <param name="CreatedAt">The moment that the database is of, or shortly before (UTC).</param>
/// <param name="Migrations">The database's version.</param>
/// <param name="HoldsContents">False when the contents of files lie in a bucket, which is backed up on its own.</param>
/// <param name="AuditRows">The length of the audit trail.</param>
/// <param name="AuditEnd">The hash of its last row in lower-case hexadecimal; empty when there is none.</param>
/// <param name="Rows">Rows by table.</param>
/// <param name="Files">Everything but the manifest.</param>
public sealed record BackupManifest(
    int Format, DateTimeOffset CreatedAt, IReadOnlyList<string> Migrations, bool HoldsContents, long AuditRows, string AuditEnd,
    IReadOnlyDictionary<string, long> Rows, IReadOnlyList<BackupFile> Files)
{
    public const int CurrentFormat = 1;
    public const string FileName = "manifest.json";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    internal async Task WriteAsync(string folder, CancellationToken ct)
    {
        await using var file = new FileStream(Path.Combine(folder, FileName), FileMode.CreateNew, FileAccess.Write);
        await JsonSerializer.SerializeAsync(file, this, Json, ct);
        file.Flush(flushToDisk: true);
    }

    /// <summary>The manifest of the folder; null when there is none that can be read.</summary>
    internal static async Task<BackupManifest?> ReadAsync(string folder, CancellationToken ct)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path)) return null;
        await using var file = File.OpenRead(path);
        try
        {
            return await JsonSerializer.DeserializeAsync<BackupManifest>(file, Json, ct);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
