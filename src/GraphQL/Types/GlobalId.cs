using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Portal.GraphQL.Types;

/// <summary>An ID unique over all types: base64url of <c>TypeName:value</c>. Opaque to clients, not secret.</summary>
public static class GlobalId
{
    public static string Encode(string typeName, object value) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{typeName}:{Convert.ToString(value, CultureInfo.InvariantCulture)}"));

    /// <summary>Splits an ID into its type and value; false for text that no server of this kind ever gave out.</summary>
    public static bool TryDecode(string id, [NotNullWhen(true)] out string? typeName, [NotNullWhen(true)] out string? value)
    {
        (typeName, value) = (null, null);
        if (!Base64Url.IsValid(id.AsSpan())) return false;
        var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(id));
        var colon = text.IndexOf(':');
        if (colon <= 0 || text.Contains('\uFFFD')) return false;
        (typeName, value) = (text[..colon], text[(colon + 1)..]);
        return true;
    }

    /// <summary>The value inside an ID of the type; an ID of another type, or no ID at all, throws <see cref="CoercionException"/>.</summary>
    public static T Decode<T>(string typeName, string id) where T : IParsable<T>
    {
        if (!TryDecode(id, out var actual, out var text)) throw new CoercionException($"ID cannot represent value: {LiteralPrinter.Quote(id)}. It is not an ID that this server gave out.");
        if (actual != typeName) throw new CoercionException($"ID cannot represent value: {LiteralPrinter.Quote(id)}. It is the ID of a {actual}, not of a {typeName}.");
        return Parse<T>(text, id);
    }

    internal static T Parse<T>(string text, string id) where T : IParsable<T> =>
        T.TryParse(text, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new CoercionException($"ID cannot represent value: {LiteralPrinter.Quote(id)}. It is not an ID that this server gave out.");
}
