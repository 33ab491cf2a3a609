using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Portal.Graph.Domain.Platform.Letters.Pdf;

/// <summary>
/// Writes a PDF 1.7 file of text and lines with embedded fonts. The same content gives the same bytes: nothing in it is random, compressed, or
/// taken from a clock.
/// </summary>
internal sealed class PdfFile(string title, string language, DateOnly date, string number)
{
    private readonly List<byte[]> _objects = [];
    private readonly List<PdfPage> _pages = [];

    public FontSubset Regular { get; } = new(TrueTypeFont.Regular);
    public FontSubset Bold { get; } = new(TrueTypeFont.Bold);

    public PdfPage AddPage()
    {
        var page = new PdfPage(this);
        _pages.Add(page);
        return page;
    }

    public byte[] Build()
    {
        // Catalogue, page tree and information come first; their numbers are known before what they name is.
        const int catalogue = 1, tree = 2, information = 3;
        for (var i = 0; i < 3; i++) _objects.Add([]);
        var (regular, bold) = (Add(Regular), Add(Bold));
        var pages = new List<int>();
        foreach (var page in _pages)
        {
            var content = Stream(Encoding.ASCII.GetBytes(page.Content), "");
            pages.Add(Object($"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {PdfPage.Width} {PdfPage.Height}] /Contents {content} 0 R "
                + $"/Resources << /Font << /F1 {regular} 0 R /F2 {bold} 0 R >> >> >>"));
        }
        _objects[catalogue - 1] = Bytes($"<< /Type /Catalog /Pages {tree} 0 R /Lang {Text(language)} /ViewerPreferences << /DisplayDocTitle true >> >>");
        _objects[tree - 1] = Bytes($"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select(p => $"{p} 0 R"))}] >>");
        _objects[information - 1] = Bytes($"<< /Title {Text(title)} /Subject {Text(number)} /CreationDate (D:{date:yyyyMMdd}000000Z) /Producer {Text("Portal.Graph")} >>");
        return Assemble(catalogue, information);
    }

    private byte[] Assemble(int catalogue, int information)
    {
        using var file = new MemoryStream();
        // Bytes above 127 tell that the file is not text.
        file.Write([.. "%PDF-1.7\n%"u8, 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
        var offsets = new List<long>();
        for (var i = 0; i < _objects.Count; i++)
        {
            offsets.Add(file.Position);
            file.Write([.. Bytes($"{i + 1} 0 obj\n"), .. _objects[i], .. "\nendobj\n"u8]);
        }
        var id = Convert.ToHexString(SHA256.HashData(file.ToArray()).AsSpan(0, 16));
        var table = file.Position;
        file.Write(Bytes($"xref\n0 {_objects.Count + 1}\n0000000000 65535 f \n"));
        foreach (var offset in offsets) file.Write(Bytes($"{offset:D10} 00000 n \n"));
        file.Write(Bytes($"trailer\n<< /Size {_objects.Count + 1} /Root {catalogue} 0 R /Info {information} 0 R /ID [<{id}> <{id}>] >>\nstartxref\n{table}\n%%EOF\n"));
        return file.ToArray();
    }

    private int Add(FontSubset subset)
    {
        var font = subset.Font;
        int Scaled(int units) => (int)Math.Round(units * 1000.0 / font.UnitsPerEm);
        var program = subset.Build();
        // Six letters from the content: the mark of a part of a font.
        var name = $"/{string.Concat(SHA256.HashData(program).Take(6).Select(b => (char)('A' + b % 26)))}+{font.Name}";
        var file = Stream(program, $"/Length1 {program.Length} ");
        var descriptor = Object($"<< /Type /FontDescriptor /FontName {name} /Flags 32 /FontBBox [{string.Join(' ', font.Box.Select(Scaled))}] /ItalicAngle 0 "
            + $"/Ascent {Scaled(font.Ascent)} /Descent {Scaled(font.Descent)} /CapHeight 714 /StemV {(font == TrueTypeFont.Bold ? 140 : 80)} /FontFile2 {file} 0 R >>");
        var glyphs = Object($"<< /Type /Font /Subtype /CIDFontType2 /BaseFont {name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
            + $"/FontDescriptor {descriptor} 0 R /CIDToGIDMap /Identity /W [0 [{string.Join(' ', subset.Widths)}]] >>");
        var characters = Stream(Bytes(CharacterMap(subset)), "");
        return Object($"<< /Type /Font /Subtype /Type0 /BaseFont {name} /Encoding /Identity-H /DescendantFonts [{glyphs} 0 R] /ToUnicode {characters} 0 R >>");
    }

    private static string CharacterMap(FontSubset subset)
    {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
            + "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        foreach (var part in subset.Characters.Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{part.Length} beginbfchar\n");
            foreach (var (glyph, character) in part)
                map.Append(CultureInfo.InvariantCulture, $"<{glyph:X4}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(character.ToString()))}>\n");
            map.Append("endbfchar\n");
        }
        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }

    private int Stream(byte[] content, string entries)
    {
        _objects.Add([.. Bytes($"<< /Length {content.Length} {entries}>>\nstream\n"), .. content, .. "\nendstream"u8]);
        return _objects.Count;
    }

    private int Object(string content)
    {
        _objects.Add(Bytes(content));
        return _objects.Count;
    }

    private static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    private static byte[] Bytes(FormattableString text) => Encoding.ASCII.GetBytes(text.ToString(CultureInfo.InvariantCulture));

    private static byte[] Bytes(string text) => Encoding.ASCII.GetBytes(text);
}
