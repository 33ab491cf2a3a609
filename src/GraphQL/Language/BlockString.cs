namespace Portal.GraphQL.Language;

/// <summary>The value of a block string and its printed form (section 2.9.4 of the specification).</summary>
internal static class BlockString
{
    private const int LongestOnOneLine = 70;

    /// <summary>BlockStringValue: without common indentation, and without blank lines at either end.</summary>
    public static string Dedent(List<string> lines)
    {
        var commonIndent = int.MaxValue;
        var first = -1;
        var last = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            var indent = LeadingWhiteSpace(lines[i]);
            if (indent == lines[i].Length)
                continue;
            if (first < 0)
                first = i;
            last = i;
            if (i != 0)
                commonIndent = Math.Min(commonIndent, indent);
        }
        if (first < 0)
            return "";
        return first == last && first == 0
            ? lines[0]
            : string.Join('\n', lines.Take(last + 1).Skip(first).Select((line, i) => i + first == 0 ? line : line[Math.Min(commonIndent, line.Length)..]));
    }

    public static string Print(string value)
    {
        var escaped = value.Replace("\"\"\"", "\\\"\"\"", StringComparison.Ordinal);
        var lines = escaped.Split(["\r\n", "\n", "\r"], StringSplitOptions.None);
        var isSingleLine = lines.Length == 1;
        // With every later line indented, a first line on its own keeps that indentation from being taken for common.
        var forceLeadingNewLine = !isSingleLine && lines.Skip(1).All(line => line.Length == 0 || IsWhiteSpace(line[0]));
        var hasTrailingTripleQuotes = escaped.EndsWith("\\\"\"\"", StringComparison.Ordinal);
        var hasTrailingQuote = value.EndsWith('"') && !hasTrailingTripleQuotes;
        var forceTrailingNewLine = hasTrailingQuote || value.EndsWith('\\');
        var printAsMultipleLines = !isSingleLine || value.Length > LongestOnOneLine || forceTrailingNewLine || hasTrailingTripleQuotes;
        var skipLeadingNewLine = isSingleLine && value.Length > 0 && IsWhiteSpace(value[0]);
        return "\"\"\""
            + ((printAsMultipleLines && !skipLeadingNewLine) || forceLeadingNewLine ? "\n" : "")
            + escaped
            + (printAsMultipleLines ? "\n" : "")
            + "\"\"\"";
    }

    private static int LeadingWhiteSpace(string line)
    {
        var i = 0;
        while (i < line.Length && IsWhiteSpace(line[i]))
            i++;
        return i;
    }

    private static bool IsWhiteSpace(char c) => c is ' ' or '\t';
}
