using System.Globalization;
using Portal.Graph.Domain.Platform.Letters.Pdf;

namespace Portal.Graph.Domain.Platform.Letters.Rendering;

/// <summary>Places lines on pages from top to bottom; what does not fit goes to the next page.</summary>
internal sealed class LetterSheet(PdfFile file, IReadOnlyList<string> foot)
{
    public const double BodySize = 10.5;
    private const double Left = 72, Top = 64, Right = PdfPage.Width - 72, FootSize = 8, Gap = 8;
    private readonly List<PdfPage> _pages = [];
    private double _y = double.MaxValue;

    private double Bottom { get; } = PdfPage.Height - 60 - foot.Count * LineOf(FootSize);

    private PdfPage Page => _pages[^1];

    public void Space(double height) => _y += height;

    public void Lines(IReadOnlyList<string> lines, double size, bool bold = false)
    {
        foreach (var line in lines) Write(line, Left, Right - Left, size, bold);
    }

    public void Heading(string text, double size)
    {
        // Not alone at the end of a page.
        Need(LineOf(size) + 2 * LineOf(BodySize));
        Space(4);
        Write(text, Left, Right - Left, size, true);
        Space(3);
    }

    public void Fact(string label, string value)
    {
        Need(LineOf(BodySize));
        Page.Text(label, Left, _y + BodySize, BodySize, true);
        Write(value, Left + 130, Right - Left - 130, BodySize, false);
    }

    public void Bullet(string text)
    {
        Need(LineOf(BodySize));
        Page.Text("•", Left + 6, _y + BodySize, BodySize);
        Write(text, Left + 18, Right - Left - 18, BodySize, false);
    }

    /// <summary>Columns are as wide as their content asks for, in proportion; the head stands again on every page.</summary>
    public void Table(LetterTable table)
    {
        var widths = WidthsOf(table);
        Row(table.Head, widths, true);
        foreach (var row in table.Rows) Row(row, widths, false, onNewPage: () => Row(table.Head, widths, true));
        Space(9);
    }

    /// <summary>Draws the foot of every page, now that it is known how many there are.</summary>
    public void NumberPages(string number)
    {
        for (var i = 0; i < _pages.Count; i++)
        {
            var y = Bottom + 18;
            _pages[i].Rule(Left, y - 4, Right - Left);
            foreach (var line in foot) _pages[i].Text(line, Left, y += LineOf(FootSize), FootSize);
            var page = string.Create(CultureInfo.InvariantCulture, $"{number} · Page {i + 1} of {_pages.Count}");
            _pages[i].Text(page, Right - TrueTypeFont.Regular.WidthOf(page, FootSize), Bottom + 18 + LineOf(FootSize), FootSize);
        }
    }

    private void Row(IReadOnlyList<string> cells, double[] widths, bool bold, Action? onNewPage = null)
    {
        const double size = 9.5;
        var font = bold ? TrueTypeFont.Bold : TrueTypeFont.Regular;
        var lines = cells.Select((cell, i) => TextLines.Wrap(cell, font, size, widths[i] - Gap)).ToList();
        var height = lines.Max(l => l.Count) * LineOf(size) + 4;
        if (Need(Math.Min(height, Bottom - Top - 60))) onNewPage?.Invoke();
        var x = Left;
        for (var i = 0; i < lines.Count; x += widths[i++])
            for (var l = 0; l < lines[i].Count; l++) Page.Text(lines[i][l], x, _y + size + l * LineOf(size), size, bold);
        _y += height;
        Page.Rule(Left, _y - 1, Right - Left);
    }

    private void Write(string text, double x, double width, double size, bool bold)
    {
        foreach (var line in TextLines.Wrap(text, bold ? TrueTypeFont.Bold : TrueTypeFont.Regular, size, width))
        {
            Need(LineOf(size));
            Page.Text(line, x, _y + size, size, bold);
            _y += LineOf(size);
        }
    }

    private bool Need(double height)
    {
        if (_y + height <= Bottom) return false;
        _pages.Add(file.AddPage());
        _y = Top;
        return true;
    }

    private static double[] WidthsOf(LetterTable table)
    {
        var wishes = table.Head.Select((head, i) => Math.Clamp(
            table.Rows.Select(r => TrueTypeFont.Regular.WidthOf(r[i], 9.5)).Append(TrueTypeFont.Bold.WidthOf(head, 9.5)).Max() + Gap, 40, 260)).ToArray();
        var scale = (Right - Left) / wishes.Sum();
        return [.. wishes.Select(w => w * scale)];
    }

    private static double LineOf(double size) => size * 1.38;
}

/// <summary>Breaks text into lines at spaces; a word wider than the line is broken where it must be.</summary>
internal static class TextLines
{
    public static List<string> Wrap(string text, TrueTypeFont font, double size, double width)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.Split('\n'))
        {
            var line = "";
            foreach (var word in paragraph.Split(' ').SelectMany(w => Pieces(w, font, size, width)))
            {
                var longer = line.Length == 0 ? word : $"{line} {word}";
                if (line.Length > 0 && font.WidthOf(longer, size) > width)
                {
                    lines.Add(line);
                    line = word;
                }
                else line = longer;
            }
            lines.Add(line);
        }
        return lines;
    }

    private static IEnumerable<string> Pieces(string word, TrueTypeFont font, double size, double width)
    {
        while (word.Length > 1 && font.WidthOf(word, size) > width)
        {
            var length = word.Length - 1;
            while (length > 1 && font.WidthOf(word[..length], size) > width) length--;
            if (char.IsHighSurrogate(word[length - 1]) && length > 1) length--;
            yield return word[..length];
            word = word[length..];
        }
        yield return word;
    }
}
