using System.Buffers.Binary;
using System.Text;

namespace Portal.Graph.Domain.Platform.Letters.Pdf;

/// <summary>The glyphs of a font that one document uses, numbered in the order of their first use, as a font file of their own.</summary>
internal sealed class FontSubset(TrueTypeFont font)
{
    private readonly List<int> _glyphs = [0];
    private readonly Dictionary<int, int> _numbers = new() { [0] = 0 };
    private readonly SortedDictionary<int, Rune> _characters = [];

    public TrueTypeFont Font { get; } = font;

    /// <summary>Which character a glyph number stands for, so that text can be copied out and read aloud.</summary>
    public IReadOnlyDictionary<int, Rune> Characters => _characters;

    /// <summary>Advances by glyph number, in thousandths of the em.</summary>
    public IEnumerable<int> Widths => _glyphs.Select(g => (int)Math.Round(Font.AdvanceOf(g) * 1000.0 / Font.UnitsPerEm));

    /// <summary>The text as glyph numbers, four hexadecimal digits each.</summary>
    public string Encode(string text)
    {
        var hex = new StringBuilder(text.Length * 4);
        foreach (var character in text.EnumerateRunes())
        {
            var number = NumberOf(Font.GlyphOf(character));
            if (number != 0) _characters[number] = character;
            hex.Append(number.ToString("X4", System.Globalization.CultureInfo.InvariantCulture));
        }
        return hex.ToString();
    }

    /// <summary>Call once all text is encoded: glyphs that others are made of are added here.</summary>
    public byte[] Build()
    {
        var outlines = new List<byte[]>();
        for (var i = 0; i < _glyphs.Count; i++) outlines.Add(Renumbered(Font.OutlineOf(_glyphs[i]).ToArray()));
        using var glyf = new MemoryStream();
        var loca = new byte[4 * (_glyphs.Count + 1)];
        var hmtx = new byte[4 * _glyphs.Count];
        for (var i = 0; i < _glyphs.Count; i++)
        {
            glyf.Write(outlines[i]);
            while (glyf.Length % 4 != 0) glyf.WriteByte(0);
            BinaryPrimitives.WriteUInt32BigEndian(loca.AsSpan(4 * (i + 1)), (uint)glyf.Length);
            BinaryPrimitives.WriteUInt16BigEndian(hmtx.AsSpan(4 * i), (ushort)Font.AdvanceOf(_glyphs[i]));
            BinaryPrimitives.WriteInt16BigEndian(hmtx.AsSpan(4 * i + 2), (short)Font.BearingOf(_glyphs[i]));
        }
        var (head, hhea, maxp) = (Font.Table("head").ToArray(), Font.Table("hhea").ToArray(), Font.Table("maxp").ToArray());
        head.AsSpan(8, 4).Clear();
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), 1);
        BinaryPrimitives.WriteUInt16BigEndian(hhea.AsSpan(34), (ushort)_glyphs.Count);
        BinaryPrimitives.WriteUInt16BigEndian(maxp.AsSpan(4), (ushort)_glyphs.Count);
        (string Name, byte[] Data)[] tables =
        [
            ("cvt ", Font.Table("cvt ").ToArray()), ("fpgm", Font.Table("fpgm").ToArray()), ("glyf", glyf.ToArray()), ("head", head), ("hhea", hhea),
            ("hmtx", hmtx), ("loca", loca), ("maxp", maxp), ("prep", Font.Table("prep").ToArray()),
        ];
        return Assemble([.. tables.Where(t => t.Data.Length > 0)]);
    }

    private int NumberOf(int glyph)
    {
        if (_numbers.TryGetValue(glyph, out var number)) return number;
        _glyphs.Add(glyph);
        return _numbers[glyph] = _glyphs.Count - 1;
    }

    // A glyph may be made of others, named by number: flags, number, offsets, scale, and whether more follow.
    private byte[] Renumbered(byte[] outline)
    {
        if (outline.Length == 0 || BinaryPrimitives.ReadInt16BigEndian(outline) >= 0) return outline;
        for (var at = 10; ;)
        {
            var flags = BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at));
            var part = BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at + 2));
            BinaryPrimitives.WriteUInt16BigEndian(outline.AsSpan(at + 2), (ushort)NumberOf(part));
            at += 4 + ((flags & 0x0001) != 0 ? 4 : 2) + ((flags & 0x0008) != 0 ? 2 : (flags & 0x0040) != 0 ? 4 : (flags & 0x0080) != 0 ? 8 : 0);
            if ((flags & 0x0020) == 0) return outline;
        }
    }

    private static byte[] Assemble((string Name, byte[] Data)[] tables)
    {
        var power = (int)Math.Pow(2, Math.Floor(Math.Log2(tables.Length)));
        var start = 12 + 16 * tables.Length;
        var font = new byte[start + tables.Sum(t => Padded(t.Data.Length))];
        BinaryPrimitives.WriteUInt32BigEndian(font, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(4), (ushort)tables.Length);
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(6), (ushort)(power * 16));
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(8), (ushort)Math.Log2(power));
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(10), (ushort)(tables.Length * 16 - power * 16));
        var (at, head) = (start, 0);
        for (var i = 0; i < tables.Length; i++)
        {
            var (name, data) = tables[i];
            data.CopyTo(font, at);
            var entry = font.AsSpan(12 + 16 * i, 16);
            Encoding.ASCII.GetBytes(name, entry);
            BinaryPrimitives.WriteUInt32BigEndian(entry[4..], Sum(font.AsSpan(at, Padded(data.Length))));
            BinaryPrimitives.WriteUInt32BigEndian(entry[8..], (uint)at);
            BinaryPrimitives.WriteUInt32BigEndian(entry[12..], (uint)data.Length);
            if (name == "head") head = at;
            at += Padded(data.Length);
        }
        BinaryPrimitives.WriteUInt32BigEndian(font.AsSpan(head + 8), 0xB1B0AFBA - Sum(font));
        return font;
    }

    private static int Padded(int length) => (length + 3) / 4 * 4;

    private static uint Sum(ReadOnlySpan<byte> data)
    {
        uint sum = 0;
        for (var i = 0; i < data.Length; i += 4) sum += BinaryPrimitives.ReadUInt32BigEndian(data[i..]);
        return sum;
    }
}
