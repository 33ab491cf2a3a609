namespace Portal.Graph.Domain.Platform.Qr;

/// <summary>A QR code (ISO/IEC 18004, level M) as a square of dark and light modules.</summary>
public sealed class QrCode
{
    private readonly bool[,] _dark;
    private readonly bool[,] _fixed;
    private readonly int _version;

    private QrCode(int version)
    {
        (_version, Size) = (version, 17 + 4 * version);
        (_dark, _fixed) = (new bool[Size, Size], new bool[Size, Size]);
    }

    /// <summary>Modules along a side.</summary>
    public int Size { get; }

    public bool IsDark(int x, int y) => _dark[y, x];

    /// <exception cref="ArgumentException">The text is longer than about 660 bytes.</exception>
    public static QrCode Of(string text)
    {
        var (version, codewords) = QrBits.Encode(text);
        var code = new QrCode(version);
        code.DrawPatterns();
        code.DrawCodewords(codewords);
        code.ChooseMask();
        return code;
    }

    private void DrawPatterns()
    {
        for (var i = 0; i < Size; i++)
        {
            Fix(6, i, i % 2 == 0);
            Fix(i, 6, i % 2 == 0);
        }
        DrawFinder(3, 3);
        DrawFinder(Size - 4, 3);
        DrawFinder(3, Size - 4);
        var places = AlignmentPlaces();
        foreach (var x in places)
            foreach (var y in places)
                if (!((x == 6 && (y == 6 || y == Size - 7)) || (x == Size - 7 && y == 6))) DrawAlignment(x, y);
        DrawFormat(0);
        DrawVersion();
    }

    private void DrawFinder(int centerX, int centerY)
    {
        for (var dy = -4; dy <= 4; dy++)
            for (var dx = -4; dx <= 4; dx++)
            {
                var (x, y, ring) = (centerX + dx, centerY + dy, Math.Max(Math.Abs(dx), Math.Abs(dy)));
                if (x >= 0 && x < Size && y >= 0 && y < Size) Fix(x, y, ring is not (2 or 4));
            }
    }

    private void DrawAlignment(int centerX, int centerY)
    {
        for (var dy = -2; dy <= 2; dy++)
            for (var dx = -2; dx <= 2; dx++)
                Fix(centerX + dx, centerY + dy, Math.Max(Math.Abs(dx), Math.Abs(dy)) != 1);
    }

    private int[] AlignmentPlaces()
    {
        if (_version == 1) return [];
        var count = _version / 7 + 2;
        var step = (_version * 4 + count * 2 + 1) / (count * 2 - 2) * 2;
        var places = new int[count];
        places[0] = 6;
        for (int i = count - 1, place = Size - 7; i >= 1; i--, place -= step) places[i] = place;
        return places;
    }

    // Level M has the bits 00; the mask's number follows, then BCH(15,5), all under a fixed mask.
    private void DrawFormat(int mask)
    {
        var remainder = mask;
        for (var i = 0; i < 10; i++) remainder = (remainder << 1) ^ ((remainder >> 9) * 0x537);
        var bits = (mask << 10 | remainder) ^ 0x5412;
        bool Bit(int i) => (bits >> i & 1) != 0;
        for (var i = 0; i <= 5; i++) Fix(8, i, Bit(i));
        Fix(8, 7, Bit(6));
        Fix(8, 8, Bit(7));
        Fix(7, 8, Bit(8));
        for (var i = 9; i < 15; i++) Fix(14 - i, 8, Bit(i));
        for (var i = 0; i < 8; i++) Fix(Size - 1 - i, 8, Bit(i));
        for (var i = 8; i < 15; i++) Fix(8, Size - 15 + i, Bit(i));
        Fix(8, Size - 8, true);
    }

    private void DrawVersion()
    {
        if (_version < 7) return;
        var remainder = _version;
        for (var i = 0; i < 12; i++) remainder = (remainder << 1) ^ ((remainder >> 11) * 0x1F25);
        var bits = _version << 12 | remainder;
        for (var i = 0; i < 18; i++)
        {
            var (a, b, dark) = (Size - 11 + i % 3, i / 3, (bits >> i & 1) != 0);
            Fix(a, b, dark);
            Fix(b, a, dark);
        }
    }

    // In columns of two from the right, up and down in turns, past the vertical timing pattern.
    private void DrawCodewords(byte[] codewords)
    {
        var i = 0;
        for (var right = Size - 1; right >= 1; right -= 2)
        {
            if (right == 6) right = 5;
            for (var step = 0; step < Size; step++)
                for (var j = 0; j < 2; j++)
                {
                    var (x, y) = (right - j, (right + 1 & 2) == 0 ? Size - 1 - step : step);
                    if (_fixed[y, x] || i >= codewords.Length * 8) continue;
                    _dark[y, x] = (codewords[i >> 3] >> (7 - (i & 7)) & 1) != 0;
                    i++;
                }
        }
    }

    private void ChooseMask()
    {
        var (best, lowest) = (0, int.MaxValue);
        for (var mask = 0; mask < 8; mask++)
        {
            Apply(mask);
            DrawFormat(mask);
            if (QrPenalty.Of(this) is var penalty && penalty < lowest) (best, lowest) = (mask, penalty);
            Apply(mask);
        }
        Apply(best);
        DrawFormat(best);
    }

    private void Apply(int mask)
    {
        for (var y = 0; y < Size; y++)
            for (var x = 0; x < Size; x++)
                _dark[y, x] ^= !_fixed[y, x] && IsMasked(mask, x, y);
    }

    private static bool IsMasked(int mask, int x, int y) => 0 == mask switch
    {
        0 => (x + y) % 2,
        1 => y % 2,
        2 => x % 3,
        3 => (x + y) % 3,
        4 => (x / 3 + y / 2) % 2,
        5 => x * y % 2 + x * y % 3,
        6 => (x * y % 2 + x * y % 3) % 2,
        _ => ((x + y) % 2 + x * y % 3) % 2,
    };

    private void Fix(int x, int y, bool dark) => (_dark[y, x], _fixed[y, x]) = (dark, true);
}
