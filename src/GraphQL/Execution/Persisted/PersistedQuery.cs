using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Portal.GraphQL.Execution.Persisted;

/// <summary><c>extensions.persistedQuery</c> as Apollo's clients send it.</summary>
internal static class PersistedQuery
{
    private const int Version = 1;

    /// <summary>The SHA-256 in lower case; null when the request has none.</summary>
    /// <exception cref="GraphQLException">It is malformed.</exception>
    public static string? HashOf(JsonElement extensions)
    {
        if (extensions.ValueKind != JsonValueKind.Object || !extensions.TryGetProperty("persistedQuery", out var persisted))
            return null;
        if (persisted.ValueKind != JsonValueKind.Object
            || !persisted.TryGetProperty("version", out var version) || version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number) || number != Version
            || !persisted.TryGetProperty("sha256Hash", out var hash) || hash.ValueKind != JsonValueKind.String || Normal(hash.GetString()!) is not { } text)
            throw Refusal("'extensions.persistedQuery' must be { \"version\": 1, \"sha256Hash\": <64 hexadecimal digits> }.", ErrorCodes.BadRequest);
        return text;
    }

    /// <summary>The hash in lower case; null when the text is none.</summary>
    public static string? Normal(string hash) => hash.Length == 2 * SHA256.HashSizeInBytes && hash.All(char.IsAsciiHexDigit) ? hash.ToLowerInvariant() : null;

    public static string HashOf(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));

    // Message and code are those that Apollo's clients look for: they then send document and hash together.
    public static GraphQLException NotFound() => Refusal("PersistedQueryNotFound", ErrorCodes.PersistedQueryNotFound);

    public static GraphQLException NotSupported() => Refusal("PersistedQueryNotSupported", ErrorCodes.PersistedQueryNotSupported);

    public static GraphQLException Mismatch() => Refusal("provided sha does not match query", ErrorCodes.PersistedQueryMismatch);

    public static GraphQLException Refusal(string message, string code) => new(new GraphQLError(message, code));
}
