using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Portal.GraphQL.Execution;

namespace Portal.GraphQL.Paging;

/// <summary>
/// Makes cursors out of key values and reads them back. A cursor is signed together with the order it belongs to:
/// one that was altered, invented, or taken from another order is refused.
/// </summary>
public sealed class CursorCodec(PagingOptions options)
{
    private const int SignatureLength = 12;
    private const int MaxLength = 4096;

    private readonly byte[] _key = options.CursorKey ?? RandomNumberGenerator.GetBytes(32);

    /// <summary>The cursor of an item with these key values (texts; null for a null key).</summary>
    public string Encode(string order, IEnumerable<string?> values)
    {
        using var writer = new ResultWriter(256);
        writer.StartArray();
        foreach (var value in values)
            if (value is null)
                writer.WriteNull();
            else
                writer.WriteString(value);
        writer.EndArray();
        return Base64Url.EncodeToString([.. Sign(order, writer.WrittenSpan), .. writer.WrittenSpan]);
    }

    /// <summary>The key values inside a cursor of this order, or null when it is none.</summary>
    public string?[]? Decode(string order, string cursor)
    {
        if (cursor.Length > MaxLength || !Base64Url.IsValid(cursor))
            return null;
        var bytes = Base64Url.DecodeFromChars(cursor);
        if (bytes.Length <= SignatureLength)
            return null;
        var payload = bytes.AsMemory(SignatureLength);
        if (!CryptographicOperations.FixedTimeEquals(bytes.AsSpan(0, SignatureLength), Sign(order, payload.Span)))
            return null;
        using var json = JsonDocument.Parse(payload);
        return [.. json.RootElement.EnumerateArray().Select(v => v.GetString())];
    }

    private ReadOnlySpan<byte> Sign(string order, ReadOnlySpan<byte> payload) =>
        HMACSHA256.HashData(_key, (byte[])[.. Encoding.UTF8.GetBytes(order), 0, .. payload]).AsSpan(0, SignatureLength);
}
