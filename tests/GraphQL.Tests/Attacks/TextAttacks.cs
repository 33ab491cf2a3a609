using System.Text;
using static Portal.GraphQL.Tests.Attacks.Attack;

namespace Portal.GraphQL.Tests.Attacks;

/// <summary>Text that is long, broken, or slow to read.</summary>
internal static class TextAttacks
{
    private const string TooComplex = "QUERY_TOO_COMPLEX";
    private const string Syntax = "SYNTAX_ERROR";

    public static IEnumerable<Attack> All =>
    [
        new("bytes that are not UTF-8", "INVALID_UTF8", () => [.. "{\"query\":\"{hello(name:\\\""u8, 0xc3, 0x28, .. "\\\")}\"}"u8]),
        new("a character encoded too long", "INVALID_UTF8", () => [.. "{\"query\":\"{hello"u8, 0xc0, 0x80, .. "}\"}"u8]),
        new("half a character in UTF-8", "INVALID_UTF8", () => [.. "{\"query\":\"{hello"u8, 0xed, 0xa0, 0x80, .. "}\"}"u8]),
        new("a body in UTF-16", "INVALID_UTF8", () => Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("{\"query\":\"{hello}\"}")).ToArray()),
        new("a megabyte of NULs", "INVALID_JSON", () => new byte[1024 * 1024]),
        new("a body of 2 MB", "REQUEST_TOO_LARGE", () => new byte[2 * 1024 * 1024]),
        Text("an escape of half a character", "INVALID_UTF8", () => """{"query":"{hello(name:\"\ud800\")}"}"""),
        Text("a NUL in the JSON", "INVALID_JSON", () => "{\"query\":\"{hello}\0\"}"),
        Document("a NUL in the document", Syntax, () => "{hello\0}"),
        Document("100,000 NULs in the document", Syntax, () => Repeat("\0", 100_000)),
        Text("the same key twice", "DUPLICATE_KEY", () => """{"query":"{hello}","query":"{thing{id}}"}"""),
        Text("the same key twice, once escaped", "DUPLICATE_KEY", () => """{"query":"{hello}","\u0071uery":"{thing{id}}"}"""),
        Variables("the same variable twice", "DUPLICATE_KEY", "query($a:Float!){number(value:$a)}", () => """{"a":1,"a":2}"""),
        Text("60,000 keys, the last one twice", "DUPLICATE_KEY", () => $$"""{"query":"{hello}","variables":{ {{Each(60_000, i => $"\"k{i}\":1", ",")}},"k59999":1 } }"""),
        Text("a key of a megabyte", null, () => $$"""{"query":"{hello}","{{Repeat("k", 1_000_000)}}":1}"""),
        Document("a number with an exponent of 400", "VALIDATION_ERROR", () => "{number(value:1e400)}"),
        Document("an Int of 400 digits", "VALIDATION_ERROR", () => $"{{count(values:[{Repeat("9", 400)}])}}"),
        Document("a Long of 400 digits", "VALIDATION_ERROR", () => $"{{whole(value:{Repeat("9", 400)})}}"),
        Document("a Decimal of 400 digits", "VALIDATION_ERROR", () => $"{{amount(value:{Repeat("9", 400)})}}"),
        Document("a Decimal with an exponent of a billion", "VALIDATION_ERROR", () => "{amount(value:1e1000000000)}"),
        Document("a number of 200,000 digits", "VALIDATION_ERROR", () => $"{{number(value:{Repeat("9", 200_000)})}}"),
        Document("a number of 200,000 digits after the point", null, () => $"{{number(value:0.{Repeat("9", 200_000)})}}"),
        Document("an exponent of 200,000 digits", "VALIDATION_ERROR", () => $"{{number(value:1e{Repeat("9", 200_000)})}}"),
        Variables("a number with an exponent of 400 in variables", "INVALID_VARIABLE", "query($a:Float!){number(value:$a)}", () => """{"a":1e400}"""),
        Variables("an Int of 400 digits in variables", "INVALID_VARIABLE", "query($a:Int!){count(values:[$a])}", () => $$"""{"a":{{Repeat("9", 400)}}}"""),
        Variables("a number of a megabyte in variables", "INVALID_VARIABLE", "query($a:Float!){number(value:$a)}", () => $$"""{"a":{{Repeat("9", 1_000_000)}}}"""),
        Variables("a Decimal of a megabyte in variables", "INVALID_VARIABLE", "query($a:Decimal!){amount(value:$a)}", () => $$"""{"a":{{Repeat("9", 1_000_000)}}}"""),
        Variables("a Decimal of a megabyte as text", "INVALID_VARIABLE", "query($a:Decimal!){amount(value:$a)}", () => $$"""{"a":"{{Repeat("9", 1_000_000)}}"}"""),
        Variables("a Long with an exponent of a billion", "INVALID_VARIABLE", "query($a:Long!){whole(value:$a)}", () => """{"a":1e1000000000}"""),
        Variables("a megabyte of text for a number", "INVALID_VARIABLE", "query($a:Float!){number(value:$a)}", () => $$"""{"a":"{{Repeat("x", 1_000_000)}}"}"""),
        Variables("a megabyte of text for an enum", "INVALID_VARIABLE", "query($a:Size){find(filter:{size:$a})}", () => $$"""{"a":"{{Repeat("x", 1_000_000)}}"}"""),
        Variables("a list of a megabyte for a number", "INVALID_VARIABLE", "query($a:Float!){number(value:$a)}", () => $$"""{"a":[1{{Repeat(",1", 490_000)}}]}"""),
        Variables("a field of a megabyte", "INVALID_VARIABLE", "query($v:FilterInput!){find(filter:$v)}", () => $$"""{"v":{"{{Repeat("k", 1_000_000)}}":1} }"""),
        Text("an operation name of a megabyte", "UNKNOWN_OPERATION", () => $$"""{"query":"{hello}","operationName":"{{Repeat("x", 1_000_000)}}"}"""),
        Text("a document id of a megabyte", "UNKNOWN_DOCUMENT", () => $$"""{"documentId":"{{Repeat("x", 1_000_000)}}"}"""),
        Text("a hash of a megabyte", "BAD_REQUEST", () => $$"""{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"{{Repeat("a", 1_000_000)}}"} } }"""),
        Document("a field name of a megabyte", TooComplex, () => $"{{{Repeat("x", 1_000_000)}}}"),
        Document("a field name of 200,000 characters", TooComplex, () => $"{{{Repeat("x", 200_000)}}}"),
        Document("a text of 200,000 characters for a number", "VALIDATION_ERROR", () => $"{{number(value:\"{Repeat("x", 200_000)}\")}}"),
        Document("an unexpected text of 200,000 characters", Syntax, () => $"{{hello \"{Repeat("x", 200_000)}\"}}"),
        Document("a string without an end", Syntax, () => $"{{hello(name:\"{Repeat("x", 250_000)}"),
        Document("a block string without an end", Syntax, () => $"{{hello(name:\"\"\"{Repeat("\n  x", 60_000)}"),
        Document("a block string of quotes", Syntax, () => $"{{hello(name:\"\"\"{Repeat("\"\"", 40_000)}x"),
        Document("a block string of escaped ends", null, () => $"{{hello(name:\"\"\"{Repeat("\\\"\"\"", 40_000)}\"\"\")}}"),
        Document("a block string of empty lines", null, () => $"{{hello(name:\"\"\"{Repeat("\n", 250_000)}\"\"\")}}"),
        Document("a block string of lines ever further in", null, () => $"{{hello(name:\"\"\"{Each(650, i => new string(' ', i) + "x", "\n")}\"\"\")}}"),
        Document("a block string of lines of spaces", null, () => $"{{hello(name:\"\"\"x{Repeat("\n" + new string(' ', 500), 480)}\"\"\")}}"),
        Document("40,000 escapes", null, () => $"{{hello(name:\"{Repeat("\\u0041", 40_000)}\")}}"),
        Document("an escape without an end", Syntax, () => $"{{hello(name:\"\\u{{{Repeat("0", 200_000)}\")}}"),
        Document("a comment of 250,000 characters", null, () => $"{{hello}}#{Repeat("x", 250_000)}"),
        Document("a comment of a megabyte", TooComplex, () => $"{{hello}}#{Repeat("x", 1_000_000)}"),
        Document("120,000 comments", null, () => Repeat("#\n", 120_000) + "{hello}"),
        Document("250,000 commas", null, () => $"{{{Repeat(",", 250_000)}hello}}"),
        Document("250,000 carriage returns and then an error", Syntax, () => Repeat("\r", 250_000) + "{hello"),
        Document("numbers that go on like names", Syntax, () => $"{{number(value:{Repeat("1", 100_000)}a)}}"),
        Document("leading zeros", Syntax, () => $"{{number(value:{Repeat("0", 100_000)})}}"),
        Document("15,000 braces", Syntax, () => Repeat("{", 15_000)),
        Document("250,000 points", Syntax, () => Repeat(".", 250_000)),
        Document("100,000 spreads", TooComplex, () => "{" + Repeat("...F", 60_000) + "}"),
        Text("a body of 300,000 backslashes", "INVALID_JSON", () => "{\"query\":\"" + Repeat("\\", 300_001) + "\"}"),
        Text("no body", "INVALID_JSON", () => ""),
    ];
}
