using static Portal.GraphQL.Tests.Attacks.Attack;

namespace Portal.GraphQL.Tests.Attacks;

/// <summary>Fifty thousand levels of whatever can be inside itself.</summary>
internal static class NestingAttacks
{
    private const int Levels = 50_000;
    private const string TooComplex = "QUERY_TOO_COMPLEX";

    public static IEnumerable<Attack> All =>
    [
        Document("nested selection sets, open", TooComplex, () => Repeat("{a", Levels)),
        Document("nested selection sets, closed", TooComplex, () => Repeat("{a", Levels) + Repeat("}", Levels)),
        Document("nested inline fragments", TooComplex, () => "{" + Repeat("...{", Levels) + "hello" + Repeat("}", Levels)),
        Document("nested inline fragments with types", TooComplex, () => "{" + Repeat("...on Q{", 20_000)),
        Document("nested lists", TooComplex, () => "{count(values:" + Repeat("[", Levels) + Repeat("]", Levels) + ")}"),
        Document("nested objects", TooComplex, () => "{find(filter:" + Repeat("{a:", Levels) + "1" + Repeat("}", 10_000)),
        Document("nested lists of objects", TooComplex, () => "{find(filter:" + Repeat("[{a:", Levels)),
        Document("nested list types", TooComplex, () => "query($v:" + Repeat("[", Levels) + "Int" + Repeat("]", Levels) + "){hello}"),
        Document("nested non-null list types", TooComplex, () => "query($v:" + Repeat("[", Levels) + "Int" + Repeat("!]", Levels) + "){hello}"),
        Document("nested default values", TooComplex, () => "query($v:[Int]=" + Repeat("[", Levels) + Repeat("]", Levels) + "){hello}"),
        Document("nested lists in a directive", TooComplex, () => "{hello@skip(if:" + Repeat("[", Levels) + ")}"),
        Document("nested selections of a fragment", TooComplex, () => "fragment F on Query" + Repeat("{a", Levels)),
        Document("nested list types of a definition", TooComplex, () => "type T{a:" + Repeat("[", Levels)),
        Document("many fields of fifteen levels", TooComplex, () => "{" + Repeat("thing{" + Repeat("self{", 13) + "id" + Repeat("}", 14), 100) + "}"),
        Variables("nested lists in variables", "INVALID_JSON", "query($v:[Int!]!){count(values:$v)}", () => $$"""{"v":{{Repeat("[", Levels)}}{{Repeat("]", Levels)}}}"""),
        Variables("nested objects in variables", "INVALID_JSON", "query($v:FilterInput!){find(filter:$v)}", () => $$"""{"v":{{Repeat("{\"not\":", Levels)}}null{{Repeat("}", Levels)}}}"""),
        Variables("input objects as deep as JSON may be", null, "query($v:FilterInput!){find(filter:$v)}", () => $$"""{"v":{{Repeat("{\"not\":", 60)}}null{{Repeat("}", 60)}}}"""),
        Text("nested lists for a body", "INVALID_JSON", () => Repeat("[", 500_000)),
        Text("nested objects for a body", "INVALID_JSON", () => Repeat("{\"query\":", 100_000)),
        Text("nested extensions", "INVALID_JSON", () => "{\"query\":\"{hello}\",\"extensions\":" + Repeat("{\"a\":", Levels) + "1" + Repeat("}", Levels) + "}"),
    ];
}
