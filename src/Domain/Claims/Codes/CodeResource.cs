using System.IO.Compression;

namespace Portal.Graph.Domain.Claims.Codes;

/// <summary>One embedded, compressed list: lines of tab-separated columns, sorted by the first (see PROVENANCE.md).</summary>
internal static class CodeResource
{
    public static void Read(string name, Action<string> line)
    {
        using var packed = typeof(CodeResource).Assembly.GetManifestResourceStream($"claims.codes.{name}.tsv.gz")
            ?? throw new InvalidOperationException($"The code list {name} is not embedded.");
        using var reader = new StreamReader(new GZipStream(packed, CompressionMode.Decompress));
        while (reader.ReadLine() is { } text) line(text);
    }
}
