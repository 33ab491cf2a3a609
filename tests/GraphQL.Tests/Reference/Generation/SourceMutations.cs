namespace Portal.GraphQL.Tests.Reference.Generation;

/// <summary>Texts that are nearly GraphQL: sources with characters changed, and soups of what tokens are made of.</summary>
internal sealed class SourceMutations(Random random)
{
    private static readonly string[] Characters =
    [
        "{", "}", "(", ")", "[", "]", ":", "!", "$", "@", "=", "|", "&", ".", "..", "...", ",", "#", "\"", "\"\"\"", "\\", "\\u", "\\\"\"\"", "'", "?", "-", "+",
        "0", "1", "9", "00", "1.", ".5", "e", "E10", "a", "_", "\n", "\r", "\r\n", "\t", " ", "\uFEFF", "\0", "\u0007", "\u007f", "\u00A0", "\u2028", "é", "😀",
        "\ud83d", "\ude00", "on", "true", "null", "query", "fragment", "type", "extend", "implements", "repeatable", "on FIELD",
    ];

    private static readonly string[] StringParts =
    [
        "a", "\\", "\\\\", "\\\"", "\\n", "\\/", "\\b", "\\x", "\\u", "\\u0041", "\\u00e9", "\\uD83D", "\\uDE00", "\\uD83D\\uDE00", "\\uDE00\\uD83D", "\\u{", "\\u{41}", "\\u{1F600}",
        "\\u{110000}", "\\u{D800}", "\\u{000000041}", "\\u{}", "\\u{4G}", "\\u004", "{", "}", "\"", "\"\"", "\"\"\"", "\\\"\"\"", "\n", "\r", "\r\n", "\t", "  ", "\0", "\u0001", "\u007f", "\u0080",
        "é", "😀", "\ud83d", "\ude00", "\uFEFF", "#", "text",
    ];

    private static readonly string[] NumberParts = ["0", "1", "9", "00", "-", "+", ".", "e", "E", "a", "_", "x", "\"", "é", "😀", " "];

    private static readonly string[] Tokens =
    [
        "{", "}", "(", ")", "[", "]", ":", "!", "$", "@", "=", "|", "&", "...", "a", "on", "query", "mutation", "subscription", "fragment", "true", "null", "1", "1.5", "\"s\"", "\"\"\"b\"\"\"",
        "extend", "schema", "scalar", "type", "interface", "union", "enum", "input", "directive", "implements", "repeatable", "FIELD", "OBJECT", "{ a }", "(a: 1)", "@d", "= 1", ": T", "$v: T",
    ];

    /// <summary>A source with one to three places changed.</summary>
    public string Mutate(string source)
    {
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(source.Length + 1);
            var length = Math.Min(random.Next(0, 6), source.Length - at);
            source = random.Next(5) switch
            {
                0 => source[..at] + source[(at + length)..],
                1 => source[..at] + Pick(Characters) + source[at..],
                2 => source[..at] + Pick(Characters) + source[(at + length)..],
                3 => source[..at] + source.Substring(at, length) + source[at..],
                _ => source[..at],
            };
        }
        return source;
    }

    /// <summary>A field whose argument is nearly a string.</summary>
    public string Strings() => random.Next(3) switch
    {
        0 => $"{{ a(b: \"{Soup(StringParts, 5)}\") }}",
        1 => $"{{ a(b: \"\"\"{Soup(StringParts, 7)}\"\"\") }}",
        _ => $"{Soup(["\n", "\r\n", " ", "#c\n", "\uFEFF"], 3)}\"{Soup(StringParts, 4)}\" query {{ a }}",
    };

    public string Numbers() => $"{{ a(b: {Pick(NumberParts)}{Soup(NumberParts, 5)}) }}";

    public string TokenSoup() => string.Join(' ', Enumerable.Range(0, random.Next(1, 12)).Select(_ => Pick(Tokens)));

    private string Soup(string[] parts, int most) => string.Concat(Enumerable.Range(0, random.Next(0, most + 1)).Select(_ => Pick(parts)));

    private string Pick(string[] from) => from[random.Next(from.Length)];
}
