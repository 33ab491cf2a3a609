using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Portal.Graph.Domain.Tests.Platform.Letters;

/// <summary>Reads the text out of a PDF of ours as a reader does: glyph numbers by each font's character map.</summary>
internal static partial class PdfText
{
    public static string Of(byte[] pdf)
    {
        var file = Encoding.Latin1.GetString(pdf);
        var fonts = Resources().Match(file);
        var maps = new[] { "F1", "F2" }.ToDictionary(f => f, f => MapOf(file, fonts.Groups[f].Value));
        var text = new StringBuilder();
        foreach (Match line in Lines().Matches(file))
        {
            var map = maps[line.Groups[1].Value];
            foreach (var glyph in line.Groups[2].Value.Chunk(4)) text.Append(map[int.Parse(glyph, NumberStyles.HexNumber, CultureInfo.InvariantCulture)]);
            text.Append('\n');
        }
        return text.ToString();
    }

    public static int PagesOf(byte[] pdf) => Regex.Count(Encoding.Latin1.GetString(pdf), "/Type /Page ");

    private static Dictionary<int, string> MapOf(string file, string font)
    {
        var map = Regex.Match(ObjectOf(file, font), @"/ToUnicode (\d+) 0 R").Groups[1].Value;
        return Characters().Matches(ObjectOf(file, map)).ToDictionary(
            m => int.Parse(m.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture),
            m => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(m.Groups[2].Value)));
    }

    private static string ObjectOf(string file, string number)
    {
        var start = file.IndexOf($"\n{number} 0 obj\n", StringComparison.Ordinal);
        return file[start..file.IndexOf("\nendobj", start, StringComparison.Ordinal)];
    }

    [GeneratedRegex(@"/Font << /F1 (?<F1>\d+) 0 R /F2 (?<F2>\d+) 0 R >>")]
    private static partial Regex Resources();

    [GeneratedRegex(@"BT /(F\d) [^<]*<([0-9A-F]*)> Tj ET")]
    private static partial Regex Lines();

    [GeneratedRegex("^<([0-9A-F]{4})> <([0-9A-F]+)>$", RegexOptions.Multiline)]
    private static partial Regex Characters();
}
