using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Mail;

/// <summary>What is stored of a mailed link: the half that finds it and the hash of the half that proves it.</summary>
public readonly record struct LinkHalves(string Selector, string SecretHash);

/// <summary>
/// Tokens of mailed links: <c>selector.secret</c>. The secret follows from the selector by a key that lies outside the database, so
/// neither the stored hash nor a stored mail tells it, and a mail can be rendered when it is sent.
/// </summary>
public sealed class LinkTokens(PortalStorage storage)
{
    private readonly Lazy<byte[]> _key = new(() => KeyFile.ReadOrCreate(storage, "links.key"));

    public LinkHalves New()
    {
        var selector = RandomNumberGenerator.GetHexString(32, lowercase: true);
        return new(selector, HashOf(SecretOf(selector)));
    }

    /// <summary>The whole token, for the mail.</summary>
    public string TokenOf(string selector) => $"{selector}.{SecretOf(selector)}";

    /// <summary>The half that finds the link; null when it is no token at all.</summary>
    public static string? SelectorOf(string token) => token.IndexOf('.') is 32 ? token[..32] : null;

    /// <summary>Whether the token proves the stored link. Takes as long for a wrong secret as for the right one.</summary>
    public static bool Proves(string token, string secretHash) => SelectorOf(token) is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(HashOf(token[33..])), Encoding.ASCII.GetBytes(secretHash));

    private string SecretOf(string selector) => Base64Url.EncodeToString(HMACSHA256.HashData(_key.Value, Encoding.ASCII.GetBytes(selector)));

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
