using System.Collections.Frozen;

namespace Portal.Graph.Domain.Platform.Files;

/// <summary>A format that the portal knows by its content.</summary>
/// <param name="MediaType">What it is served as.</param>
/// <param name="Extensions">The file name extensions that declare it, lower case, without the dot.</param>
/// <param name="Synonyms">Other media types that senders declare it with.</param>
/// <param name="Matches">Whether the first and the last bytes of a file are of this format.</param>
public sealed record FileKind(string MediaType, string[] Extensions, string[] Synonyms, FileKind.Test Matches)
{
    /// <param name="head">The first bytes of the file, at most <see cref="FileTypePolicy.SampleBytes"/>.</param>
    /// <param name="tail">The last bytes of the file, at most as many; the same as the head for a small file.</param>
    public delegate bool Test(ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail);

    // CLM-06: the types that a claim's attachments may have; CSV and X12 are for the pages that take data files.
    public static readonly FileKind[] All =
    [
        new("application/pdf", ["pdf"], ["application/x-pdf"], FileSignatures.Pdf),
        new("image/tiff", ["tif", "tiff"], ["image/tif"], FileSignatures.Tiff),
        new("image/jpeg", ["jpg", "jpeg"], ["image/jpg", "image/pjpeg"], FileSignatures.Jpeg),
        new("image/png", ["png"], [], FileSignatures.Png),
        new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ["docx"], ["application/zip"],
            (head, tail) => FileSignatures.OpenXml(head, tail, "word/document"u8)),
        new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ["xlsx"], ["application/zip"],
            (head, tail) => FileSignatures.OpenXml(head, tail, "xl/workbook"u8)),
        new("application/msword", ["doc"], [], FileSignatures.CompoundFile),
        new("application/vnd.ms-excel", ["xls"], [], FileSignatures.CompoundFile),
        new("application/rtf", ["rtf"], ["text/rtf"], FileSignatures.Rtf),
        new("text/plain", ["txt"], [], FileSignatures.Text),
        new("text/csv", ["csv"], ["text/plain", "application/csv", "application/vnd.ms-excel"], FileSignatures.Text),
        new("application/edi-x12", ["x12", "edi", "837"], ["text/plain"], FileSignatures.X12),
    ];

    private static readonly FrozenDictionary<string, FileKind> ByExtension =
        All.SelectMany(kind => kind.Extensions, (kind, extension) => (kind, extension)).ToFrozenDictionary(e => e.extension, e => e.kind);

    /// <summary>The format that a file name's extension declares; null for an unknown one.</summary>
    public static FileKind? OfExtension(string extension) => ByExtension.GetValueOrDefault(extension.ToLowerInvariant());

    /// <summary>Whether a declared media type may mean this format; who declares none, or only bytes, claims nothing.</summary>
    public bool Accepts(string? mediaType) => mediaType is null or "" or "application/octet-stream"
        || mediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase) || Synonyms.Contains(mediaType, StringComparer.OrdinalIgnoreCase);
}
