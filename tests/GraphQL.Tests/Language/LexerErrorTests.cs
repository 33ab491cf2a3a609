using Portal.GraphQL.Language;

namespace Portal.GraphQL.Tests.Language;

/// <summary>Messages and places are those of graphql-js 16.</summary>
public sealed class LexerErrorTests
{
    [Theory]
    [InlineData("{ a ? }", "Syntax Error: Unexpected character: \"?\".", 1, 5)]
    [InlineData("{ . }", "Syntax Error: Unexpected character: \".\".", 1, 3)]
    [InlineData("{ .. }", "Syntax Error: Unexpected character: \".\".", 1, 3)]
    [InlineData("{ a .b }", "Syntax Error: Unexpected character: \".\".", 1, 5)]
    [InlineData("\u0007", "Syntax Error: Unexpected character: U+0007.", 1, 1)]
    [InlineData("{ \u00E9 }", "Syntax Error: Unexpected character: U+00E9.", 1, 3)]
    [InlineData("{ \U0001F600 }", "Syntax Error: Unexpected character: U+1F600.", 1, 3)]
    [InlineData("{ a(b: 'x') }", "Syntax Error: Unexpected single quote character ('), did you mean to use a double quote (\")?", 1, 8)]
    [InlineData("{ a } \u0000", "Syntax Error: Unexpected character: U+0000.", 1, 7)]
    public void A_character_that_begins_no_token_is_refused(string source, string message, int line, int column) => Refuses(source, message, line, column);

    [Theory]
    [InlineData("{ a(b: \"", "Syntax Error: Unterminated string.", 1, 9)]
    [InlineData("{ a(b: \"x", "Syntax Error: Unterminated string.", 1, 10)]
    [InlineData("{ a(b: \"x\ny\") }", "Syntax Error: Unterminated string.", 1, 10)]
    [InlineData("{ a(b: \"x\ry\") }", "Syntax Error: Unterminated string.", 1, 10)]
    [InlineData("{ a(b: \"\\x\") }", "Syntax Error: Invalid character escape sequence: \"\\x\".", 1, 9)]
    [InlineData("{ a(b: \"\\", "Syntax Error: Invalid character escape sequence: \"\\\".", 1, 9)]
    [InlineData("{ a(b: \"\\u\") }", "Syntax Error: Invalid Unicode escape sequence: \"\\u\") }\".", 1, 9)]
    [InlineData("{ a(b: \"\\u12\") }", "Syntax Error: Invalid Unicode escape sequence: \"\\u12\")\".", 1, 9)]
    [InlineData("{ a(b: \"\\uXXXX\") }", "Syntax Error: Invalid Unicode escape sequence: \"\\uXXXX\".", 1, 9)]
    [InlineData("{ a(b: \"\\uD800\") }", "Syntax Error: Invalid Unicode escape sequence: \"\\uD800\".", 1, 9)]
    [InlineData("{ a(b: \"\\uDEAD\") }", "Syntax Error: Invalid Unicode escape sequence: \"\\uDEAD\".", 1, 9)]
    [InlineData("{ a(b: \"\\uD83D\\uD83D\") }", "Syntax Error: Invalid Unicode escape sequence: \"\\uD83D\".", 1, 9)]
    [InlineData("{ a(b: \"\\u{}\") }", "Syntax Error: Invalid Unicode escape sequence: \"\\u{}\".", 1, 9)]
    [InlineData("{ a(b: \"\\u{110000}\") }", "Syntax Error: Invalid Unicode escape sequence: \"\\u{110000}\".", 1, 9)]
    [InlineData("{ a(b: \"\\u{D800}\") }", "Syntax Error: Invalid Unicode escape sequence: \"\\u{D800}\".", 1, 9)]
    [InlineData("{ a(b: \"\\u{FFFFFFFF}\") }", "Syntax Error: Invalid Unicode escape sequence: \"\\u{FFFFFFFF\".", 1, 9)]
    [InlineData("{ a(b: \"\\u{123456789}\") }", "Syntax Error: Invalid Unicode escape sequence: \"\\u{123456789\".", 1, 9)]
    [InlineData("{ a(b: \"\\u{x}\") }", "Syntax Error: Invalid Unicode escape sequence: \"\\u{x\".", 1, 9)]
    [InlineData("{ a(b: \"\\u{1F600\") }", "Syntax Error: Invalid Unicode escape sequence: \"\\u{1F600\"\".", 1, 9)]
    public void A_string_that_does_not_end_or_has_a_wrong_escape_is_refused(string source, string message, int line, int column) => Refuses(source, message, line, column);

    [Theory]
    [InlineData("{ a(b: \"\"\"x", "Syntax Error: Unterminated string.", 1, 12)]
    [InlineData("{ a(b: \"\"\"x\"\"", "Syntax Error: Unterminated string.", 1, 14)]
    [InlineData("{ a(b: \"\"\"x\n\n  y\\\"\"\") }", "Syntax Error: Unterminated string.", 3, 11)]
    public void A_block_string_that_does_not_end_is_refused(string source, string message, int line, int column) => Refuses(source, message, line, column);

    [Theory]
    [InlineData("00", "Syntax Error: Invalid number, unexpected digit after 0: \"0\".", 1, 2)]
    [InlineData("01", "Syntax Error: Invalid number, unexpected digit after 0: \"1\".", 1, 2)]
    [InlineData("-", "Syntax Error: Invalid number, expected digit but got: <EOF>.", 1, 2)]
    [InlineData("+1", "Syntax Error: Unexpected character: \"+\".", 1, 1)]
    [InlineData("1.", "Syntax Error: Invalid number, expected digit but got: <EOF>.", 1, 3)]
    [InlineData("1.e1", "Syntax Error: Invalid number, expected digit but got: \"e\".", 1, 3)]
    [InlineData(".123", "Syntax Error: Unexpected character: \".\".", 1, 1)]
    [InlineData("1.A", "Syntax Error: Invalid number, expected digit but got: \"A\".", 1, 3)]
    [InlineData("-A", "Syntax Error: Invalid number, expected digit but got: \"A\".", 1, 2)]
    [InlineData("1.0e", "Syntax Error: Invalid number, expected digit but got: <EOF>.", 1, 5)]
    [InlineData("1.0eA", "Syntax Error: Invalid number, expected digit but got: \"A\".", 1, 5)]
    [InlineData("1.2e3e", "Syntax Error: Invalid number, expected digit but got: \"e\".", 1, 6)]
    [InlineData("1.2e3.4", "Syntax Error: Invalid number, expected digit but got: \".\".", 1, 6)]
    [InlineData("1.23.4", "Syntax Error: Invalid number, expected digit but got: \".\".", 1, 5)]
    [InlineData("0x", "Syntax Error: Invalid number, expected digit but got: \"x\".", 1, 2)]
    [InlineData("1_000", "Syntax Error: Invalid number, expected digit but got: \"_\".", 1, 2)]
    [InlineData("1a", "Syntax Error: Invalid number, expected digit but got: \"a\".", 1, 2)]
    [InlineData("--1", "Syntax Error: Invalid number, expected digit but got: \"-\".", 1, 2)]
    [InlineData("0.", "Syntax Error: Invalid number, expected digit but got: <EOF>.", 1, 3)]
    public void A_malformed_number_is_refused(string source, string message, int line, int column) =>
        Refusal.Of(() => Parser.ParseValue(source)).ShouldBe((message, line, column));

    [Theory]
    [InlineData("{ a } ?", 0xD800)]
    [InlineData("{ a(b: \"?\") }", 0xDC00)]
    [InlineData("{ a(b: \"\"\"?\"\"\") }", 0xD83D)]
    [InlineData("{ a } # ?", 0xDFFF)]
    public void Half_a_surrogate_pair_is_no_character(string source, int half)
    {
        var refusal = Should.Throw<SyntaxException>(() => Parser.Parse(source.Replace('?', (char)half)));
        refusal.Message.ShouldStartWith("Syntax Error: Invalid character");
        refusal.Message.ShouldEndWith($": U+{half:X4}.");
    }

    [Fact]
    public void A_message_never_quotes_half_a_surrogate_pair() =>
        Should.Throw<SyntaxException>(() => Parser.ParseValue("\"\\\U0001F600\"")).Message
            .ShouldBe("Syntax Error: Invalid character escape sequence: \"\\\U0001F600\".");

    private static void Refuses(string source, string message, int line, int column) =>
        Refusal.Of(() => Parser.Parse(source)).ShouldBe((message, line, column));
}
