using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Files.Stores;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Backup;

/// <param name="Manifest">What was restored; null when nothing was changed.</param>
/// <param name="SetAside">The folder that the store before was moved to; null when there was none.</param>
/// <param name="Faults">Why nothing was restored.</param>
public sealed record RestoreReport(BackupManifest? Manifest, string? SetAside, IReadOnlyList<string> Faults);

// PLT-16
/// <summary>
/// Puts a backup where the configuration says that the store is. Everything is copied beside its place and checked there first: the hash of
/// every file, the database's integrity and version, the whole audit trail, and that each content a row names is there. Sessions are ended.
/// </summary>
public sealed class StoreRestore(PortalDb db, PortalStorage storage, FileFolders folders, IFileStore store, TimeProvider clock)
{
    private const string Draft = ".restoring";

    /// <param name="folder">What <see cref="StoreBackup"/> wrote.</param>
    /// <param name="force">Whether a store that is there is set aside; without it nothing is done then.</param>
    public async Task<RestoreReport> RunAsync(string folder, bool force, CancellationToken ct)
    {
        if (storage.DatabaseFile is not { } database) return new(null, null, ServerCommands.Restore(storage, folders, store, folder));
        if (await BackupManifest.ReadAsync(folder, ct) is not { } manifest) return Refuse($"{folder} has no {BackupManifest.FileName}: it is no backup, or one that did not end.");
        if (manifest.Format != BackupManifest.CurrentFormat) return Refuse($"The backup has the format {manifest.Format}; this program knows {BackupManifest.CurrentFormat}.");
        if (manifest.HoldsContents != store is FolderStore)
            return Refuse(manifest.HoldsContents
                ? $"The backup holds the contents of files, and the configuration has them in {store.Place}: restore with Files:Store=Folder."
                : "The backup is of a store whose contents lie in a bucket: restore with Files:Store=S3 and the settings of that bucket.");
        var isThere = Holds(storage.DataDirectory) || Holds(folders.Contents);
        if (isThere && !force) return Refuse($"There is a store in {storage.DataDirectory}. With --force it is set aside.");
        if (isThere && await IsServedAsync(database, ct)) return Refuse($"{database} is in use: stop the program first.");

        var (data, contents) = (Path.Combine(storage.DataDirectory, Draft), folders.Contents + Draft);
        Delete(data, contents);
        try
        {
            if (await CopyAsync(manifest, folder, data, contents, ct) is { Count: > 0 } damaged) return new(null, null, damaged);
            if (await CheckAsync(manifest, data, contents, ct) is { Count: > 0 } faults) return new(null, null, faults);
            var aside = isThere ? SetAside() : null;
            Directory.Move(Path.Combine(data, BackupFolder.Keys), storage.KeyDirectory);
            if (Directory.Exists(contents)) Directory.Move(contents, folders.Contents);
            File.Move(Path.Combine(data, BackupFolder.Database), database);
            return new(manifest, aside, []);
        }
        finally
        {
            Delete(data, contents);
        }
    }

    private static RestoreReport Refuse(string fault) => new(null, null, [fault]);

    private static bool Holds(string folder) => Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any(e => Path.GetFileName(e) != Draft);

    private static void Delete(params string[] folders)
    {
        foreach (var folder in folders.Where(Directory.Exists)) Directory.Delete(folder, recursive: true);
    }

    // Leaving the log is what SQLite refuses while any other connection is open.
    private static async Task<bool> IsServedAsync(string database, CancellationToken ct)
    {
        if (!File.Exists(database)) return false;
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false, DefaultTimeout = 1 }.ToString());
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=DELETE";
        try
        {
            return await command.ExecuteScalarAsync(ct) is not "delete";
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 5 or 6)
        {
            return true;
        }
    }

    private async Task<List<string>> CopyAsync(BackupManifest manifest, string folder, string data, string contents, CancellationToken ct)
    {
        List<string> damaged = [];
        BackupFolder.Create(storage.DataDirectory);
        BackupFolder.Create(data);
        BackupFolder.Create(Path.Combine(data, BackupFolder.Keys));
        foreach (var file in manifest.Files)
        {
            var (root, path) = file.Path.Split('/', 2) is [BackupFolder.Contents, var below] ? (contents, below) : (data, file.Path);
            // A manifest is only text: it must not lead out of the folder.
            if (path.Split('/').Contains("..") || Path.IsPathRooted(path)) damaged.Add($"{file.Path} is no file of a backup.");
            else if (await BackupFolder.CopyAsync(Path.Combine(folder, file.Path), root, path, ct) is not { } copy) damaged.Add($"{file.Path} is missing.");
            else if (copy.Sha256 != file.Sha256 || copy.Bytes != file.Bytes) damaged.Add($"{file.Path} is not what was written.");
        }
        if (!manifest.Files.Any(f => f.Path == BackupFolder.Database)) damaged.Add($"The backup has no {BackupFolder.Database}.");
        return damaged;
    }

    private async Task<List<string>> CheckAsync(BackupManifest manifest, string data, string contents, CancellationToken ct)
    {
        List<string> faults = [];
        await using var file = await SnapshotFile.OpenAsync(Path.Combine(data, BackupFolder.Database), ct);
        if (!await file.IsWholeAsync(ct)) return ["The database is damaged."];
        if ((await file.MigrationsAsync(ct)).Except(db.Database.GetMigrations()).ToList() is { Count: > 0 } newer)
            return [$"The backup is of a newer version of the program ({string.Join(", ", newer)})."];
        var chain = await file.VerifyChainAsync(ct);
        if (chain.FirstBroken is { } row) faults.Add($"The audit trail is broken at row {row}.");
        if (await file.AuditEndAsync(ct) != (manifest.AuditRows, manifest.AuditEnd)) faults.Add("The audit trail does not end where the manifest says.");
        if (manifest.HoldsContents)
            foreach (var content in await file.ContentsAsync(ct))
            {
                var place = new FileInfo(Path.Combine(contents, content.StoreName[..2], content.StoreName));
                if (!place.Exists || place.Length != content.SealedBytes) faults.Add($"The content {content.StoreName} is missing or cut.");
            }
        if (faults.Count > 0) return faults;
        await file.EndSessionsAsync(clock.GetUtcNow(), ct);
        await file.UseLogAsync(ct);
        return [];
    }

    private string SetAside()
    {
        var aside = Path.Combine(storage.DataDirectory, $"before-restore-{clock.GetUtcNow():yyyyMMddHHmmss}");
        BackupFolder.Create(aside);
        foreach (var suffix in new[] { "", "-wal", "-shm" })
            if (File.Exists(storage.DatabaseFile + suffix)) File.Move(storage.DatabaseFile + suffix, Path.Combine(aside, BackupFolder.Database + suffix));
        if (Directory.Exists(storage.KeyDirectory)) Directory.Move(storage.KeyDirectory, Path.Combine(aside, BackupFolder.Keys));
        if (Directory.Exists(folders.Contents)) Directory.Move(folders.Contents, Path.Combine(Path.GetDirectoryName(folders.Contents)!, Path.GetFileName(aside)));
        return aside;
    }
}
