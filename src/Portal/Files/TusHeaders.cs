using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;
using Portal.Graph.Domain.Platform.Files;

namespace Portal.Graph.Host.Files;

/// <summary>The headers of tus 1.0 as values; each reader answers null for what is missing or not written as it must be.</summary>
internal static class TusHeaders
{
    public const string Version = "1.0.0";
    public const string Resumable = "Tus-Resumable";
    public const string UploadOffset = "Upload-Offset";
    public const string UploadLength = "Upload-Length";
    public const string UploadDeferLength = "Upload-Defer-Length";
    public const string UploadMetadata = "Upload-Metadata";
    public const string UploadExpires = "Upload-Expires";
    public const string UploadChecksum = "Upload-Checksum";
    public const string MethodOverride = "X-HTTP-Method-Override";
    public const string PartType = "application/offset+octet-stream";

    /// <summary>The file that a finished upload became: not of the protocol, for who wants no second request.</summary>
    public const string FileId = "X-File-Id";

    public static long? Number(StringValues header) =>
        long.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Keys with their values, which are base64 of UTF-8; null when one is not.</summary>
    public static IReadOnlyDictionary<string, string>? Metadata(string? header)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in (header ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length > 2 || Text(parts.ElementAtOrDefault(1)) is not { } value || !pairs.TryAdd(parts[0], value)) return null;
        }
        return pairs;
    }

    /// <summary>An algorithm that the server announces, with the hash; null for every other.</summary>
    public static PartChecksum? Checksum(string header)
    {
        var parts = header.Split(' ');
        var (algorithm, length) = parts[0] switch
        {
            "sha1" => (HashAlgorithmName.SHA1, SHA1.HashSizeInBytes),
            "sha256" => (HashAlgorithmName.SHA256, SHA256.HashSizeInBytes),
            _ => default,
        };
        var hash = new byte[header.Length];
        return parts.Length == 2 && length > 0 && Convert.TryFromBase64String(parts[1], hash, out var written) && written == length
            ? new(algorithm, hash[..length])
            : null;
    }

    private static string? Text(string? base64)
    {
        if (base64 is null) return "";
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }
}
