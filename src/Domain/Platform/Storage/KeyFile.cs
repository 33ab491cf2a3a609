using System.Security.Cryptography;

namespace Portal.Graph.Domain.Platform.Storage;

/// <summary>
/// A random key in a file of the key directory, readable by the program's user only and made by the first run. Processes that share a
/// database share the key directory too.
/// </summary>
public static class KeyFile
{
    private const int Length = 32;

    /// <summary>The key of that file name, 32 bytes.</summary>
    public static byte[] ReadOrCreate(PortalStorage storage, string name)
    {
        storage.CreateDirectories();
        var path = Path.Combine(storage.KeyDirectory, name);
        if (!File.Exists(path)) Create(path);
        return Convert.FromBase64String(File.ReadAllText(path));
    }

    private static void Create(string path)
    {
        var draft = $"{path}.{Guid.NewGuid():N}";
        File.WriteAllText(draft, Convert.ToBase64String(RandomNumberGenerator.GetBytes(Length)));
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(draft, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was first; its key is the one.
            File.Delete(draft);
        }
    }
}
