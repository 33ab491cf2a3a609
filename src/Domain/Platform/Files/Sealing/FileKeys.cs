using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Files.Sealing;

/// <summary>The key of one content, open and as it is stored.</summary>
internal sealed record ContentKey(byte[] Key, string KeyId, byte[] Wrapped);

/// <summary>A master key was taken out of the configuration, or a file of the key directory is gone, while contents need it.</summary>
public sealed class FileKeyMissingException(string keyId) : Exception($"Files:Keys:{keyId} is missing: contents are sealed by it.");

/// <summary>
/// The master keys, by configuration: <c>Files:Keys:ID</c> holds 32 bytes in base64, <c>Files:CurrentKey</c> names the one that new
/// contents get. Without them there is one key of our own in the key directory. Each content has a random key, wrapped by a master key:
/// a new master key means wrapping again, not sealing again.
/// </summary>
public sealed class FileKeys
{
    private const string OwnKeyId = "own";
    private readonly FrozenDictionary<string, byte[]> _keys;

    public FileKeys(IConfiguration configuration, PortalStorage storage)
    {
        var named = configuration.GetSection("Files:Keys").GetChildren().ToDictionary(k => k.Key, k => Read(k.Key, k.Value));
        var current = configuration["Files:CurrentKey"];
        if (named.Count > 0 && current is null) throw new InvalidOperationException("Files:CurrentKey must name one of Files:Keys.");
        var own = Path.Combine(storage.KeyDirectory, "files.key");
        // What was sealed before keys were configured stays readable.
        if (named.Count == 0 || File.Exists(own)) named.TryAdd(OwnKeyId, Own(storage, own));
        CurrentId = current ?? OwnKeyId;
        if (!named.ContainsKey(CurrentId)) throw new InvalidOperationException($"Files:CurrentKey names {CurrentId}, which is not in Files:Keys.");
        _keys = named.ToFrozenDictionary();
    }

    /// <summary>The id of the master key that new contents get.</summary>
    public string CurrentId { get; }

    internal ContentKey Create()
    {
        var key = RandomNumberGenerator.GetBytes(SealedFormat.KeyBytes);
        return new(key, CurrentId, Wrap(key, CurrentId));
    }

    internal ContentKey Open(string keyId, byte[] wrapped)
    {
        if (!_keys.TryGetValue(keyId, out var master)) throw new FileKeyMissingException(keyId);
        using var cipher = SealedFormat.Cipher(master);
        var key = new byte[SealedFormat.KeyBytes];
        cipher.Decrypt(wrapped.AsSpan(0, SealedFormat.NonceBytes), wrapped.AsSpan(SealedFormat.NonceBytes, SealedFormat.KeyBytes),
            wrapped.AsSpan(SealedFormat.NonceBytes + SealedFormat.KeyBytes), key, Encoding.UTF8.GetBytes(keyId));
        return new(key, keyId, wrapped);
    }

    /// <summary>The same key under the current master key.</summary>
    internal ContentKey Rewrap(ContentKey old) => new(old.Key, CurrentId, Wrap(old.Key, CurrentId));

    private byte[] Wrap(byte[] key, string keyId)
    {
        using var cipher = SealedFormat.Cipher(_keys[keyId]);
        var wrapped = new byte[SealedFormat.NonceBytes + SealedFormat.KeyBytes + SealedFormat.TagBytes];
        RandomNumberGenerator.Fill(wrapped.AsSpan(0, SealedFormat.NonceBytes));
        cipher.Encrypt(wrapped.AsSpan(0, SealedFormat.NonceBytes), key, wrapped.AsSpan(SealedFormat.NonceBytes, SealedFormat.KeyBytes),
            wrapped.AsSpan(SealedFormat.NonceBytes + SealedFormat.KeyBytes), Encoding.UTF8.GetBytes(keyId));
        return wrapped;
    }

    private static byte[] Read(string id, string? text)
    {
        var key = new byte[SealedFormat.KeyBytes];
        return id.Length <= 40 && text is not null && Convert.TryFromBase64String(text, new byte[text.Length], out var length) && length == key.Length
            ? Convert.FromBase64String(text)
            : throw new InvalidOperationException($"Files:Keys:{id} must be 32 bytes in base64, under a name of at most 40 characters.");
    }

    private static byte[] Own(PortalStorage storage, string path)
    {
        storage.CreateDirectories();
        if (!File.Exists(path)) CreateOwn(path);
        return Convert.FromBase64String(File.ReadAllText(path));
    }

    private static void CreateOwn(string path)
    {
        var draft = $"{path}.{Guid.NewGuid():n}";
        File.WriteAllText(draft, Convert.ToBase64String(RandomNumberGenerator.GetBytes(SealedFormat.KeyBytes)));
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
