using System.Buffers;
using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Portal.GraphQL.Transport;

/// <summary>An answer in a coding that the client accepts. Its buffer is pooled: dispose it when it is sent.</summary>
internal sealed class CompressedAnswer : IDisposable
{
    private const string Brotli = "br";
    private const string GZip = "gzip";

    // Higher levels make answers a little smaller for several times the work.
    private const int BrotliQuality = 3;
    private const int BrotliWindow = 18;

    private readonly byte[] _buffer;
    private readonly int _length;

    private CompressedAnswer(string coding, byte[] buffer, int length) => (Coding, _buffer, _length) = (coding, buffer, length);

    public string Coding { get; }
    public ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(0, _length);

    /// <summary>Null when the client accepts no coding that there is, or the answer would not become smaller.</summary>
    public static CompressedAnswer? For(HttpRequest request, ReadOnlySpan<byte> body)
    {
        if (Accepted(request) is not { } coding)
            return null;
        var buffer = ArrayPool<byte>.Shared.Rent(body.Length);
        if ((coding == Brotli ? BrotliLength(body, buffer) : GZipLength(body, buffer)) is { } length)
            return new(coding, buffer, length);
        ArrayPool<byte>.Shared.Return(buffer);
        return null;
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);

    /// <summary>Of what the client takes equally gladly, brotli.</summary>
    private static string? Accepted(HttpRequest request)
    {
        var header = request.Headers.AcceptEncoding;
        if (header.Count == 0 || !StringWithQualityHeaderValue.TryParseList(header, out var wishes))
            return null;
        var (brotli, gzip) = (Quality(wishes, Brotli), Quality(wishes, GZip));
        return brotli > 0 && brotli >= gzip ? Brotli : gzip > 0 ? GZip : null;
    }

    private static double Quality(IEnumerable<StringWithQualityHeaderValue> wishes, string coding)
    {
        var wildcard = 0.0;
        foreach (var wish in wishes)
            if (wish.Value.Equals(coding, StringComparison.OrdinalIgnoreCase))
                return wish.Quality ?? 1;
            else if (wish.Value == "*")
                wildcard = wish.Quality ?? 1;
        return wildcard;
    }

    private static int? BrotliLength(ReadOnlySpan<byte> body, byte[] buffer) =>
        BrotliEncoder.TryCompress(body, buffer.AsSpan(0, body.Length), out var written, BrotliQuality, BrotliWindow) ? written : null;

    private static int? GZipLength(ReadOnlySpan<byte> body, byte[] buffer)
    {
        using var target = new MemoryStream(buffer, 0, body.Length);
        try
        {
            using (var gzip = new GZipStream(target, CompressionLevel.Fastest, leaveOpen: true))
                gzip.Write(body);
            return (int)target.Position;
        }
        catch (NotSupportedException)
        {
            // The buffer is as long as the answer and does not grow.
            return null;
        }
    }
}
