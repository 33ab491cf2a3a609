using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Portal.GraphQL.Transport.Explorer;

/// <summary>A file of the explorer that this assembly carries, compressed beforehand where it is large.</summary>
internal sealed class ExplorerAsset
{
    private const string Prefix = "Portal.GraphQL.Explorer.";

    private readonly byte[] _plain;
    private readonly byte[]? _brotli, _gzip;

    private ExplorerAsset(string name, byte[] plain, byte[]? brotli, byte[]? gzip)
    {
        (Name, _plain, _brotli, _gzip) = (name, plain, brotli, gzip);
        Version = Convert.ToHexStringLower(SHA256.HashData(plain).AsSpan(0, 8));
    }

    public string Name { get; }

    /// <summary>Tells this content from any other.</summary>
    public string Version { get; }

    /// <summary>The name with the version: an address whose content never changes.</summary>
    public string Address => $"{Name}?v={Version}";

    public byte[] Content => _plain;

    /// <summary>The file of that name; null when the assembly was built without it.</summary>
    public static ExplorerAsset? Find(string name)
    {
        if (Read(name) is { } plain) return new(name, plain, null, null);
        if (Read(name + ".gz") is not { } gzip) return null;
        using var unpacked = new MemoryStream();
        using (var packed = new GZipStream(new MemoryStream(gzip), CompressionMode.Decompress)) packed.CopyTo(unpacked);
        return new(name, unpacked.ToArray(), Read(name + ".br"), gzip);
    }

    public async Task SendAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        var tag = $"\"{Version}\"";
        response.Headers.ETag = tag;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = request.Query["v"] == Version ? "public, max-age=31536000, immutable" : "no-cache";
        if (_gzip is not null) response.Headers.Vary = "Accept-Encoding";
        if (request.Headers.IfNoneMatch.Contains(tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        response.ContentType = Name.EndsWith(".js", StringComparison.Ordinal) ? "text/javascript; charset=utf-8" : "text/css; charset=utf-8";
        var accepted = request.GetTypedHeaders().AcceptEncoding.Where(e => e.Quality is null or > 0).Select(e => e.Value.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var (content, encoding) = _brotli is not null && accepted.Contains("br") ? (_brotli, "br") : _gzip is not null && accepted.Contains("gzip") ? (_gzip, "gzip") : (_plain, null);
        if (encoding is not null) response.Headers.ContentEncoding = encoding;
        response.ContentLength = content.Length;
        await response.Body.WriteAsync(content, context.RequestAborted);
    }

    private static byte[]? Read(string file)
    {
        using var stream = typeof(ExplorerAsset).Assembly.GetManifestResourceStream(Prefix + file);
        if (stream is null) return null;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
