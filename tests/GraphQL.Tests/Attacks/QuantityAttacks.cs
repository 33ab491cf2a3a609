using static Portal.GraphQL.Tests.Attacks.Attack;

namespace Portal.GraphQL.Tests.Attacks;

/// <summary>Thousands of whatever a document can have more than one of.</summary>
internal static class QuantityAttacks
{
    private const string TooComplex = "QUERY_TOO_COMPLEX";
    private const string Invalid = "VALIDATION_ERROR";

    public static IEnumerable<Attack> All =>
    [
        Document("4,000 aliases", TooComplex, () => "{" + Each(4_000, i => $"a{i}:hello") + "}"),
        Document("4,000 aliases below one field", TooComplex, () => "{thing{" + Each(4_000, i => $"a{i}:id") + "}}"),
        Document("3,000 directives at one place", TooComplex, () => "{hello" + Repeat("@skip(if:false)", 2_400) + "}"),
        Document("2,000 unknown directives", TooComplex, () => "{hello" + Each(2_000, i => $"@d{i}") + "}"),
        Document("2,000 variables, all used", null, () => $"query({Each(2_000, i => $"$v{i}:Int")}){{count(values:[{Each(2_000, i => $"$v{i}", ",")}])}}"),
        Document("3,500 variables, none used", Invalid, () => $"query({Each(3_500, i => $"$v{i}:Int")}){{hello}}"),
        Document("3,500 times the same variable", Invalid, () => $"query({Repeat("$v:Int ", 3_500)}){{hello}}"),
        Document("7,000 variables that are not defined", Invalid, () => $"{{count(values:[{Repeat("$v ", 7_000)}])}}"),
        Document("variables of 3,000 unknown types", Invalid, () => $"query({Each(3_000, i => $"$v{i}:Unknown{i}")}){{hello}}"),
        Document("2,500 operations", "UNKNOWN_OPERATION", () => Each(2_500, i => $"query Q{i}{{hello}}")),
        Document("3,000 operations of one name", Invalid, () => Repeat("query Q{hello}", 2_900)),
        Document("3,500 anonymous operations", Invalid, () => Repeat("{hello}", 3_500)),
        Document("3,500 duplicate arguments", Invalid, () => $"{{hello({Repeat("name:\"a\" ", 3_500)})}}"),
        Document("3,500 unknown arguments", Invalid, () => $"{{hello({Each(3_500, i => $"nmae{i}:1")})}}"),
        Document("3,500 duplicate fields of an input", Invalid, () => $"{{find(filter:{{{Repeat("text:\"a\" ", 3_500)}}})}}"),
        Document("3,500 unknown fields of an input", Invalid, () => $"{{find(filter:{{{Each(3_500, i => $"txet{i}:1")}}})}}"),
        Document("4,900 unknown fields", Invalid, () => $"{{thing{{{Each(4_900, i => $"nmae{i}")}}}}}"),
        Document("14,000 unknown fields", TooComplex, () => $"{{{Each(14_000, i => $"nmae{i}")}}}"),
        Document("14,000 items of a wrong type", Invalid, () => $"{{count(values:[{Repeat("\"a\" ", 14_000)}])}}"),
        Document("14,000 items", null, () => $"{{count(values:[{Repeat("1 ", 14_000)}])}}"),
        Document("20,000 items", TooComplex, () => $"{{count(values:[{Repeat("1 ", 20_000)}])}}"),
        Document("lists in lists of introspection", TooComplex, () => "{__schema{types{fields{type{fields{type{fields{type{fields{name}}}}}}}}}}"),
        Document("introspection as wide as it may be, many times", null, () => $"{{{Each(20, i => $"a{i}:__schema{{types{{name fields{{name type{{name fields{{name description}}}}}}}}}}")}}}"),
        Document("wrapped types of introspection", null, () => "{__schema{types" + Repeat("{ofType", 90) + "{name}" + Repeat("}", 90) + "}}"),
        Document("pages in pages", TooComplex, () => "{things(first:200){nodes{id}}" + Each(19, i => $"a{i}:things(first:2000000000){{nodes{{id name}}}}") + "}"),
        Document("a page larger than any number", Invalid, () => "{things(first:99999999999999999999){nodes{id}}}"),
        Document("errors for 10,000 items", "NO", () => "{failing(count:10000){value}}"),
        Document("errors for 1,000,000 items under a long name", TooComplex, () => $"{{{Repeat("n", 300)}:failing(count:1000000){{value}}}}"),
        Document("an answer of 200 MB", "RESPONSE_TOO_LARGE", () => "{long(count:200000)}"),
        Variables("1,000,000 characters of numbers in a list", null, "query($v:[Int]!){count(values:$v)}", () => $$"""{"v":[1{{Repeat(",1", 490_000)}}]}"""),
        Variables("200,000 wrong items in a list", "INVALID_VARIABLE", "query($v:[Int]!){count(values:$v)}", () => $$"""{"v":["a"{{Repeat(",\"a\"", 200_000)}}]}"""),
        Variables("60,000 unknown fields of an input", "INVALID_VARIABLE", "query($v:FilterInput!){find(filter:$v)}", () => $$$"""{"v":{ {{{Each(60_000, i => $"\"k{i}\":1", ",")}}} }}"""),
        Variables("60,000 variables that the operation does not have", null, "{hello}", () => $$"""{ {{Each(60_000, i => $"\"k{i}\":1", ",")}} }"""),
        Variables("2,000 variables among 60,000", null, $"query({Each(2_000, i => $"$w{i}:Int")}){{count(values:[{Each(2_000, i => $"$w{i}", ",")}])}}", () => $$"""{ {{Each(60_000, i => $"\"k{i}\":1", ",")}} }"""),
        Variables("30,000 filters in a list", null, "query($v:FilterInput!){find(filter:$v)}", () => $$$"""{"v":{"and":[{}{{{Repeat(",{\"text\":\"a\"}", 50_000)}}}]}}"""),
        Text("a list of 100,000 requests", "BATCH_TOO_LARGE", () => "[1" + Repeat(",1", 100_000) + "]"),
        Text("a list of 30,000 requests", "BATCH_TOO_LARGE", () => "[" + Each(30_000, _ => "{\"query\":\"{hello}\"}", ",") + "]"),
    ];
}
