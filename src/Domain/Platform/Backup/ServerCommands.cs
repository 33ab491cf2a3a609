using Portal.Graph.Domain.Platform.Files.Stores;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Backup;

// PLT-16
/// <summary>A database on a server is backed up by the server's own programs: what to type, for this configuration and in this order.</summary>
internal static class ServerCommands
{
    private const string Dump = "portal.dump";

    // The dump first: every content that it names is among those that are copied after it.
    public static IReadOnlyList<string> BackUp(PortalStorage storage, FileFolders folders, IFileStore store, string folder) =>
    [
        "The database is on a PostgreSQL server. Back it up with the server's own program, and copy the keys and the files after it:",
        $"mkdir -p {folder}",
        $"pg_dump --format=custom --file={Path.Combine(folder, Dump)} --dbname=\"{storage.ServerAddress}\"",
        $"cp -a {storage.KeyDirectory} {Path.Combine(folder, BackupFolder.Keys)}",
        store is FolderStore ? $"cp -a {folders.Contents} {Path.Combine(folder, BackupFolder.Contents)}" : Elsewhere(store),
    ];

    public static IReadOnlyList<string> Restore(PortalStorage storage, FileFolders folders, IFileStore store, string folder) =>
    [
        "The database is on a PostgreSQL server. Stop the program, bring the dump back into an empty database with the server's own program, and then the keys and the files:",
        $"pg_restore --no-owner --exit-on-error --dbname=\"{storage.ServerAddress}\" {Path.Combine(folder, Dump)}",
        // Who signed out since must not be signed in again.
        $"""psql --dbname="{storage.ServerAddress}" --command='UPDATE "Sessions" SET "EndedAt" = now(), "EndReason" = $$restored from a backup$$ WHERE "EndedAt" IS NULL'""",
        $"mkdir -p {storage.DataDirectory} && cp -aT {Path.Combine(folder, BackupFolder.Keys)} {storage.KeyDirectory}",
        store is FolderStore ? $"mkdir -p {folders.Contents} && cp -aT {Path.Combine(folder, BackupFolder.Contents)} {folders.Contents}" : Elsewhere(store),
        "Run 'files check --read-all' then, and start the program.",
    ];

    private static string Elsewhere(IFileStore store) => $"The contents of files lie in {store.Place}, which is backed up on its own.";
}
