using Portal.Graph.Domain.Platform.Files.Stores;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Backup;

/// <param name="Manifest">What was written; null when nothing was.</param>
/// <param name="Faults">Why not, or which contents the store had lost before; a backup with faults is as good as the store is.</param>
/// <param name="ContentsAt">Where the contents of files lie when they are not in the backup.</param>
public sealed record BackupReport(BackupManifest? Manifest, IReadOnlyList<string> Faults, string? ContentsAt = null);

// PLT-16
/// <summary>
/// Copies the embedded store into a folder while it is served, by this process or another: the database as of one moment, the keys, and every
/// content that a row of that moment names. Writers are not held up. Uploads that are not complete are left out.
/// </summary>
public sealed class StoreBackup(PortalStorage storage, FileFolders folders, IFileStore store, TimeProvider clock)
{
    public async Task<BackupReport> WriteAsync(string folder, CancellationToken ct)
    {
        if (storage.DatabaseFile is not { } database) return new(null, ServerCommands.BackUp(storage, folders, store, folder));
        if (!File.Exists(database)) return new(null, [$"There is no {database}: give the configuration that the program serves with (Data:Directory)."]);
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()) return new(null, [$"{folder} is not empty."]);
        BackupFolder.Create(folder);
        var now = clock.GetUtcNow();
        // Before and after the database: what is deleted after its moment was copied before, and what is new at its moment is copied after.
        var contents = await CopyContentsAsync(folder, ct);
        await CopyDatabaseAsync(Path.Combine(folder, BackupFolder.Database), ct);
        await using var snapshot = await SnapshotFile.OpenAsync(Path.Combine(folder, BackupFolder.Database), ct);
        var lost = await CopyMissingAsync(snapshot, folder, contents, ct);
        List<BackupFile> files = [.. await CopyKeysAsync(folder, ct), .. contents.Values];
        var (rows, end) = await snapshot.AuditEndAsync(ct);
        var (migrations, counts) = (await snapshot.MigrationsAsync(ct), await snapshot.CountsAsync(ct));
        await snapshot.DisposeAsync();
        files.Insert(0, await BackupFolder.SealAsync(folder, BackupFolder.Database, ct));
        var manifest = new BackupManifest(BackupManifest.CurrentFormat, now, migrations, IsFolder, rows, end, counts, files);
        await manifest.WriteAsync(folder, ct);
        return new(manifest, lost, IsFolder ? null : store.Place);
    }

    private bool IsFolder => store is FolderStore;

    private async Task CopyDatabaseAsync(string to, CancellationToken ct)
    {
        await using var connection = await storage.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        // One read transaction of SQLite's: the file is of one moment, and writers go on.
        command.CommandText = "VACUUM INTO @to";
        command.CommandTimeout = 0;
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@to", to);
        command.Parameters.Add(parameter);
        await command.ExecuteNonQueryAsync(ct);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(to, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private async Task<Dictionary<string, BackupFile>> CopyContentsAsync(string folder, CancellationToken ct)
    {
        Dictionary<string, BackupFile> copied = [];
        if (!IsFolder) return copied;
        await foreach (var item in store.ListAsync(ct))
            if (await CopyContentAsync(item.Name, folder, ct) is { } file) copied[item.Name] = file;
        return copied;
    }

    private async Task<List<string>> CopyMissingAsync(SnapshotFile snapshot, string folder, Dictionary<string, BackupFile> copied, CancellationToken ct)
    {
        List<string> lost = [];
        if (!IsFolder) return lost;
        foreach (var content in await snapshot.ContentsAsync(ct))
        {
            if (copied.ContainsKey(content.StoreName)) continue;
            if (await CopyContentAsync(content.StoreName, folder, ct) is { } file) copied[content.StoreName] = file;
            else lost.Add($"The store has lost the content {content.StoreName}.");
        }
        return lost;
    }

    private Task<BackupFile?> CopyContentAsync(string name, string folder, CancellationToken ct) =>
        BackupFolder.CopyAsync(Path.Combine(folders.Contents, name[..2], name), folder, Path.Combine(BackupFolder.Contents, name[..2], name), ct);

    private async Task<List<BackupFile>> CopyKeysAsync(string folder, CancellationToken ct)
    {
        List<BackupFile> copied = [];
        BackupFolder.Create(Path.Combine(folder, BackupFolder.Keys));
        foreach (var key in Directory.EnumerateFiles(storage.KeyDirectory).Order(StringComparer.Ordinal))
            if (await BackupFolder.CopyAsync(key, folder, Path.Combine(BackupFolder.Keys, Path.GetFileName(key)), ct) is { } file) copied.Add(file);
        return copied;
    }
}
