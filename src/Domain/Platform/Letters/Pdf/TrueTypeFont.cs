using System.Buffers.Binary;
using System.Reflection;
using System.Text;

namespace Portal.Graph.Domain.Platform.Letters.Pdf;

/// <summary>What a letter needs of a TrueType font: which glyph a character has, how wide it is, and its outline.</summary>
internal sealed class TrueTypeFont
{
    private static readonly Lazy<TrueTypeFont> RegularFont = new(() => Load("letters.NotoSans-Regular.ttf", "NotoSans-Regular"));
    private static readonly Lazy<TrueTypeFont> BoldFont = new(() => Load("letters.NotoSans-Bold.ttf", "NotoSans-Bold"));

    private readonly byte[] _data;
    private readonly Dictionary<string, (int Offset, int Length)> _tables = [];
    private readonly Dictionary<int, int> _glyphs = [];
    private readonly int _advances;
    private readonly bool _longOffsets;

    private TrueTypeFont(byte[] data, string name)
    {
        (_data, Name) = (data, name);
        for (var i = 0; i < U16(4); i++)
        {
            var entry = 12 + i * 16;
            _tables[Encoding.ASCII.GetString(_data, entry, 4)] = ((int)U32(entry + 8), (int)U32(entry + 12));
        }
        var head = _tables["head"].Offset;
        UnitsPerEm = U16(head + 18);
        Box = [S16(head + 36), S16(head + 38), S16(head + 40), S16(head + 42)];
        _longOffsets = S16(head + 50) == 1;
        var hhea = _tables["hhea"].Offset;
        (Ascent, Descent, _advances) = (S16(hhea + 4), S16(hhea + 6), U16(hhea + 34));
        ReadCharacters();
    }

    public static TrueTypeFont Regular => RegularFont.Value;
    public static TrueTypeFont Bold => BoldFont.Value;

    /// <summary>The name in PDF files.</summary>
    public string Name { get; }
    public int UnitsPerEm { get; }
    public int Ascent { get; }
    public int Descent { get; }

    /// <summary>Left, bottom, right and top of all glyphs.</summary>
    public IReadOnlyList<int> Box { get; }

    /// <summary>The character's glyph; 0, a box, when the font has none.</summary>
    public int GlyphOf(Rune character) => _glyphs.GetValueOrDefault(character.Value);

    /// <summary>In units of the em.</summary>
    public int AdvanceOf(int glyph) => U16(_tables["hmtx"].Offset + 4 * Math.Min(glyph, _advances - 1));

    public int BearingOf(int glyph) => glyph < _advances
        ? S16(_tables["hmtx"].Offset + 4 * glyph + 2) : S16(_tables["hmtx"].Offset + 4 * _advances + 2 * (glyph - _advances));

    /// <summary>Empty for a space.</summary>
    public ReadOnlySpan<byte> OutlineOf(int glyph)
    {
        var (from, to) = (OffsetOf(glyph), OffsetOf(glyph + 1));
        return _data.AsSpan(_tables["glyf"].Offset + from, to - from);
    }

    /// <summary>The table as it stands; empty when the font has none.</summary>
    public ReadOnlySpan<byte> Table(string name) => _tables.TryGetValue(name, out var t) ? _data.AsSpan(t.Offset, t.Length) : [];

    /// <summary>How wide the text is at the size, in points.</summary>
    public double WidthOf(string text, double size)
    {
        long width = 0;
        foreach (var character in text.EnumerateRunes()) width += AdvanceOf(GlyphOf(character));
        return width * size / UnitsPerEm;
    }

    private static TrueTypeFont Load(string resource, string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"The font {resource} is missing.");
        var data = new byte[stream.Length];
        stream.ReadExactly(data);
        return new(data, name);
    }

    private int OffsetOf(int glyph)
    {
        var loca = _tables["loca"].Offset;
        return _longOffsets ? (int)U32(loca + 4 * glyph) : 2 * U16(loca + 2 * glyph);
    }

    // Format 4: the basic plane, in segments; all that a letter is written in.
    private void ReadCharacters()
    {
        var cmap = _tables["cmap"].Offset;
        var table = Enumerable.Range(0, U16(cmap + 2)).Select(i => cmap + (int)U32(cmap + 8 + 8 * i)).First(o => U16(o) == 4);
        var segments = U16(table + 6) / 2;
        var (ends, starts, deltas, ranges) = (table + 14, table + 16 + 2 * segments, table + 16 + 4 * segments, table + 16 + 6 * segments);
        for (var s = 0; s < segments; s++)
        {
            var (start, end, delta, range) = (U16(starts + 2 * s), U16(ends + 2 * s), U16(deltas + 2 * s), U16(ranges + 2 * s));
            for (int c = start; c <= end && c != 0xFFFF; c++)
            {
                var glyph = range == 0 ? c : U16(ranges + 2 * s + range + 2 * (c - start));
                if (range == 0 || glyph != 0) glyph = (glyph + delta) & 0xFFFF;
                if (glyph != 0) _glyphs[c] = glyph;
            }
        }
    }

    private ushort U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(_data.AsSpan(at));

    private short S16(int at) => BinaryPrimitives.ReadInt16BigEndian(_data.AsSpan(at));

    private uint U32(int at) => BinaryPrimitives.ReadUInt32BigEndian(_data.AsSpan(at));
}
