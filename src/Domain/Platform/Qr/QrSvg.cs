using System.Globalization;
using System.Text;

namespace Portal.Graph.Domain.Platform.Qr;

/// <summary>A QR code as an SVG picture: one path, dark on white whatever the page's colours, with the quiet zone of four modules.</summary>
public static class QrSvg
{
    private const int Quiet = 4;

    public static string Of(string text)
    {
        var code = QrCode.Of(text);
        var path = new StringBuilder();
        for (var y = 0; y < code.Size; y++)
            for (var x = 0; x < code.Size; x++)
            {
                if (!code.IsDark(x, y)) continue;
                var from = x;
                while (x + 1 < code.Size && code.IsDark(x + 1, y)) x++;
                path.Append(CultureInfo.InvariantCulture, $"M{from + Quiet} {y + Quiet}h{x - from + 1}v1h-{x - from + 1}z");
            }
        var side = code.Size + 2 * Quiet;
        return string.Create(CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" role=\"img\" aria-label=\"QR code\" shape-rendering=\"crispEdges\">"
            + $"<rect width=\"{side}\" height=\"{side}\" fill=\"#fff\"/><path fill=\"#000\" d=\"{path}\"/></svg>");
    }
}
