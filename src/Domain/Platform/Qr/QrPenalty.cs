namespace Portal.Graph.Domain.Platform.Qr;

/// <summary>How hard a code is to read (ISO/IEC 18004, 7.8.3): long runs, blocks, patterns like a finder, too much of one colour.</summary>
internal static class QrPenalty
{
    private static readonly bool[] FinderLike = [true, false, true, true, true, false, true];

    public static int Of(QrCode code)
    {
        var size = code.Size;
        var (penalty, dark) = (0, 0);
        for (var i = 0; i < size; i++)
        {
            var line = i;
            penalty += OfLine(size, at => code.IsDark(at, line)) + OfLine(size, at => code.IsDark(line, at));
        }
        for (var y = 0; y < size; y++)
            for (var x = 0; x < size; x++)
            {
                var here = code.IsDark(x, y);
                if (here) dark++;
                if (x + 1 < size && y + 1 < size && here == code.IsDark(x + 1, y) && here == code.IsDark(x, y + 1) && here == code.IsDark(x + 1, y + 1)) penalty += 3;
            }
        var total = size * size;
        return penalty + ((Math.Abs(dark * 20 - total * 10) + total - 1) / total - 1) * 10;
    }

    private static int OfLine(int size, Func<int, bool> isDark)
    {
        var (penalty, run) = (0, 1);
        for (var i = 1; i <= size; i++)
        {
            if (i < size && isDark(i) == isDark(i - 1))
            {
                run++;
                continue;
            }
            if (run >= 5) penalty += run - 2;
            run = 1;
        }
        bool Light(int from, int to) => Enumerable.Range(from, to - from).All(i => i < 0 || i >= size || !isDark(i));
        for (var i = 0; i + 7 <= size; i++)
            if (Enumerable.Range(0, 7).All(j => isDark(i + j) == FinderLike[j]) && (Light(i - 4, i) || Light(i + 7, i + 11))) penalty += 40;
        return penalty;
    }
}
