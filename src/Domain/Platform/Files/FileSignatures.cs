using System.Text.Unicode;

namespace Portal.Graph.Domain.Platform.Files;

/// <summary>How the formats are told apart by their bytes.</summary>
internal static class FileSignatures
{
    // Readers accept rubbish of up to 1,024 bytes before the header; so do we.
    public static bool Pdf(ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail) => head[..Math.Min(head.Length, 1024)].IndexOf("%PDF-"u8) >= 0;

    public static bool Tiff(ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail) =>
        head.StartsWith("II*\0"u8) || head.StartsWith("MM\0*"u8) || head.StartsWith("II+\0"u8) || head.StartsWith("MM\0+"u8);

    public static bool Jpeg(ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail) => head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]);

    public static bool Png(ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail) => head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]);

    public static bool CompoundFile(ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail) => head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    public static bool Rtf(ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail) => head.StartsWith(@"{\rtf"u8);

    public static bool X12(ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail) => head.Length >= 106 && head.StartsWith("ISA"u8) && Text(head, tail);

    /// <summary>A zip whose directory, at its end, lists the part; one with macros is another format, whatever its name says.</summary>
    public static bool OpenXml(ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail, ReadOnlySpan<byte> part) =>
        head.StartsWith("PK\x03\x04"u8) && (tail.IndexOf(part) >= 0 || head.IndexOf(part) >= 0)
        && tail.IndexOf("vbaProject.bin"u8) < 0 && head.IndexOf("vbaProject.bin"u8) < 0;

    /// <summary>No control characters but those of layout; UTF-8, or the 8-bit code that Windows writes. UTF-16 begins with its mark.</summary>
    public static bool Text(ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return true;
        return IsText(head) && IsText(tail);
    }

    private static bool IsText(ReadOnlySpan<byte> sample)
    {
        foreach (var b in sample)
            if (b < 0x20 && b is not (9 or 10 or 12 or 13 or 0x1A)) return false;
        // The X12 separators 0x1C to 0x1F are refused above: senders use printable ones.
        return Utf8.IsValid(sample) || !sample.ContainsAny((ReadOnlySpan<byte>)[0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D]);
    }
}
