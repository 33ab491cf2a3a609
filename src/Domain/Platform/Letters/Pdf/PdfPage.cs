using System.Globalization;
using System.Text;

namespace Portal.Graph.Domain.Platform.Letters.Pdf;

/// <summary>One page of US letter size; places are points from its upper left corner.</summary>
internal sealed class PdfPage(PdfFile file)
{
    public const int Width = 612, Height = 792;
    private readonly StringBuilder _content = new();

    public string Content => _content.ToString();

    /// <summary>Writes a line of text whose baseline begins at the place.</summary>
    public void Text(string text, double x, double y, double size, bool bold = false)
    {
        if (text.Length == 0) return;
        var glyphs = (bold ? file.Bold : file.Regular).Encode(text);
        _content.Append(CultureInfo.InvariantCulture, $"BT /{(bold ? "F2" : "F1")} {N(size)} Tf 1 0 0 1 {N(x)} {N(Height - y)} Tm <{glyphs}> Tj ET\n");
    }

    /// <summary>A thin horizontal line.</summary>
    public void Rule(double x, double y, double width) =>
        _content.Append(CultureInfo.InvariantCulture, $"0.5 w {N(x)} {N(Height - y)} m {N(x + width)} {N(Height - y)} l S\n");

    private static string N(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);
}
