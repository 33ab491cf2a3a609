using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Portal.GraphQL.Types;

/// <summary>
/// Makes IDs that are unique over all types, and reads them back: base64url of <c>TypeName:value</c>. With a key they are signed,
/// so that clients hold only IDs that they were given: nobody finds records by counting.
/// </summary>
/// <param name="key">Asked for when the first ID is made or read; null for unsigned IDs.</param>
public sealed class GlobalIdCodec(Func<byte[]>? key = null)
{
    private readonly Lazy<byte[]>? _key = key is null ? null : new(key);

    private const int SignatureLength = 9;

    /// <summary>Unsigned IDs.</summary>
    public static GlobalIdCodec Plain { get; } = new();

    public string Encode(string typeName, object value)
    {
        var text = Encoding.UTF8.GetBytes($"{typeName}:{Convert.ToString(value, CultureInfo.InvariantCulture)}");
        return Base64Url.EncodeToString(_key is null ? text : [.. Sign(text), .. text]);
    }

    /// <summary>Splits an ID into its type and value; false for text that no server of this kind ever gave out.</summary>
    public bool TryDecode(string id, [NotNullWhen(true)] out string? typeName, [NotNullWhen(true)] out string? value)
    {
        (typeName, value) = (null, null);
        if (!Base64Url.IsValid(id.AsSpan())) return false;
        ReadOnlySpan<byte> bytes = Base64Url.DecodeFromChars(id);
        if (_key is not null)
        {
            if (bytes.Length <= SignatureLength || !CryptographicOperations.FixedTimeEquals(bytes[..SignatureLength], Sign(bytes[SignatureLength..]))) return false;
            bytes = bytes[SignatureLength..];
        }
        var text = Encoding.UTF8.GetString(bytes);
        var colon = text.IndexOf(':');
        if (colon <= 0 || text.Contains('\uFFFD')) return false;
        (typeName, value) = (text[..colon], text[(colon + 1)..]);
        return true;
    }

    /// <summary>The value inside an ID of the type; an ID of another type, or no ID at all, throws <see cref="CoercionException"/>.</summary>
    public T Decode<T>(string typeName, string id) where T : IParsable<T>
    {
        if (!TryDecode(id, out var actual, out var text)) throw new CoercionException($"ID cannot represent value: {LiteralPrinter.Quote(id)}. It is not an ID that this server gave out.");
        if (actual != typeName) throw new CoercionException($"ID cannot represent value: {LiteralPrinter.Quote(id)}. It is the ID of a {actual}, not of a {typeName}.");
        return Parse<T>(text, id);
    }

    internal static T Parse<T>(string text, string id) where T : IParsable<T> =>
        T.TryParse(text, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new CoercionException($"ID cannot represent value: {LiteralPrinter.Quote(id)}. It is not an ID that this server gave out.");

    private ReadOnlySpan<byte> Sign(ReadOnlySpan<byte> text) => HMACSHA256.HashData(_key!.Value, text).AsSpan(0, SignatureLength);
}

/// <summary>How global IDs are made.</summary>
public sealed class GlobalIdOptions
{
    /// <summary>Gives the key that signs IDs: the same on all servers and for ever, 32 bytes or more. Without one, IDs can be made up.</summary>
    public Func<byte[]>? Key { get; set; }
}

/// <summary>The IDs of one type.</summary>
public sealed class GlobalIdType(GlobalIdCodec codec, string typeName)
{
    /// <summary>The GraphQL name of the type.</summary>
    public string TypeName { get; } = typeName;

    public string Encode(object value) => codec.Encode(TypeName, value);

    public T Decode<T>(string id) where T : IParsable<T> => codec.Decode<T>(TypeName, id);
}
