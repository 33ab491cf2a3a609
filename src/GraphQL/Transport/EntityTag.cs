using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Portal.GraphQL.Transport;

/// <summary>
/// Tags of answers (RFC 9110, section 8.8.3): weak ones, because the same answer goes out compressed and not.
/// </summary>
internal static class EntityTag
{
    public static string Of(ReadOnlySpan<byte> body)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, hash);
        return $"W/\"{Base64Url.EncodeToString(hash[..16])}\"";
    }

    /// <summary>Whether the client says that it has the answer with this tag.</summary>
    public static bool IsKnown(HttpRequest request, string tag) =>
        request.Headers.IfNoneMatch is { Count: > 0 } header
        && EntityTagHeaderValue.TryParseList(header, out var known)
        && known.Any(k => k.Tag == "*" || k.Compare(EntityTagHeaderValue.Parse(tag), useStrongComparison: false));
}
