using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Sessions;

/// <summary>
/// Seals what makes one-time codes (AES-256-GCM) with a key that lies outside the database, bound to its user: a copied database makes no
/// codes, and a sealed secret moved to another user is none.
/// </summary>
public sealed class SecretSeal(PortalStorage storage)
{
    private const string Mark = "v1.";
    private readonly Lazy<byte[]> _key = new(() => KeyFile.ReadOrCreate(storage, "second-factor.key"));

    public string Seal(string secret, long userId)
    {
        var plain = Encoding.UTF8.GetBytes(secret);
        var sealedText = new byte[NonceLength + TagLength + plain.Length];
        var (nonce, tag, text) = Parts(sealedText);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_key.Value, TagLength);
        aes.Encrypt(nonce, plain, text, tag, Owner(userId));
        return Mark + Base64Url.EncodeToString(sealedText);
    }

    /// <summary>The secret. What was stored before secrets were sealed is read as it is.</summary>
    /// <exception cref="CryptographicException">It was sealed with another key, for another user, or changed.</exception>
    public string Open(string stored, long userId)
    {
        if (!stored.StartsWith(Mark, StringComparison.Ordinal)) return stored;
        var sealedText = Base64Url.DecodeFromChars(stored.AsSpan(Mark.Length));
        var (nonce, tag, text) = Parts(sealedText);
        var plain = new byte[text.Length];
        using var aes = new AesGcm(_key.Value, TagLength);
        aes.Decrypt(nonce, text, tag, plain, Owner(userId));
        return Encoding.UTF8.GetString(plain);
    }

    private const int NonceLength = 12, TagLength = 16;

    private static SealedParts Parts(byte[] all) =>
        new(all.AsSpan(0, NonceLength), all.AsSpan(NonceLength, TagLength), all.AsSpan(NonceLength + TagLength));

    private static byte[] Owner(long userId)
    {
        var owner = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(owner, userId);
        return owner;
    }

    private readonly ref struct SealedParts(Span<byte> nonce, Span<byte> tag, Span<byte> text)
    {
        private readonly Span<byte> _nonce = nonce, _tag = tag, _text = text;

        public void Deconstruct(out Span<byte> nonce, out Span<byte> tag, out Span<byte> text)
        {
            nonce = _nonce;
            tag = _tag;
            text = _text;
        }
    }
}
