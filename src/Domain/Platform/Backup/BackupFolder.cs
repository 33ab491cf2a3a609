using System.Security.Cryptography;

namespace Portal.Graph.Domain.Platform.Backup;

/// <summary>The layout of a backup, and how files get in and out of it.</summary>
internal static class BackupFolder
{
    public const string Database = "portal.db";
    public const string Keys = "keys";
    public const string Contents = "contents";

    /// <summary>A folder that only the program's user may read: what is in it opens everything.</summary>
    public static void Create(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Copies a file durably and tells its hash; null when it has been deleted meanwhile.</summary>
    public static async Task<BackupFile?> CopyAsync(string from, string folder, string path, CancellationToken ct)
    {
        var to = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        try
        {
            await using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            await using var copy = new FileStream(to, FileMode.CreateNew, FileAccess.Write);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(copy.SafeFileHandle, File.GetUnixFileMode(source.SafeFileHandle));
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var buffer = new byte[128 * 1024];
            long length = 0;
            for (int read; (read = await source.ReadAsync(buffer, ct)) > 0; length += read)
            {
                hash.AppendData(buffer, 0, read);
                await copy.WriteAsync(buffer.AsMemory(0, read), ct);
            }
            copy.Flush(flushToDisk: true);
            return new(path.Replace('\\', '/'), length, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>A file that is already in the folder, made durable.</summary>
    public static async Task<BackupFile> SealAsync(string folder, string path, CancellationToken ct)
    {
        await using var file = new FileStream(Path.Combine(folder, path), FileMode.Open, FileAccess.ReadWrite);
        var hash = await SHA256.HashDataAsync(file, ct);
        file.Flush(flushToDisk: true);
        return new(path, file.Length, Convert.ToHexStringLower(hash));
    }

    /// <summary>Whether the file is in the folder as it was written.</summary>
    public static async Task<bool> HasAsync(string folder, BackupFile file, CancellationToken ct)
    {
        var path = Path.Combine(folder, file.Path);
        if (!File.Exists(path) || new FileInfo(path).Length != file.Bytes) return false;
        await using var bytes = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, ct)) == file.Sha256;
    }
}
