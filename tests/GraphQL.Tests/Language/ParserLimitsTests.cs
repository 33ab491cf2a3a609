using Portal.GraphQL.Language;

namespace Portal.GraphQL.Tests.Language;

public sealed class ParserLimitsTests
{
    public static readonly TheoryData<string, string, string> Nestings = new()
    {
        { "{ a ", "{ a ", "" },
        { "{ ", "... { ", "" },
        { "{ ", "... on T @d { ", "" },
        { "{ a(b: ", "[", "" },
        { "{ a(b: ", "{ c: ", "" },
        { "{ a(b: ", "[{ c: ", "" },
        { "query ($a: ", "[", "" },
        { "query ($a: Int = ", "[", "" },
        { "{ a @d(b: ", "[", "" },
        { "fragment F on T ", "{ a ", "" },
        { "type T { a(b: Int = ", "[", "" },
        { "type T { a: ", "[", "" },
        { "input I @d(a: ", "{ b: ", "" },
    };

    [Theory]
    [MemberData(nameof(Nestings))]
    public void Fifty_thousand_levels_are_refused_and_do_not_overflow_the_stack(string start, string level, string end)
    {
        var source = start + string.Concat(Enumerable.Repeat(level, 50_000)) + end;
        foreach (var limits in new[] { ParserLimits.Trusted, new ParserLimits(int.MaxValue, int.MaxValue) })
        {
            var refusal = Should.Throw<SyntaxException>(() => Parser.Parse(source, limits));
            refusal.Code.ShouldBe("QUERY_TOO_COMPLEX");
            refusal.Message.ShouldBe($"Syntax Error: Document is nested more than {limits.MaxDepth} levels deep. Parsing aborted.");
        }
        Should.Throw<SyntaxException>(() => Parser.Parse(source)).Code.ShouldBe("QUERY_TOO_COMPLEX");
    }

    [Fact]
    public void Depth_counts_what_is_open_at_once()
    {
        var limits = new ParserLimits(MaxDepth: 3);
        Parser.Parse("{ a { b(c: [1]) b(c: {d: 1}) b { c } } }", limits);
        Parser.Parse("query ($a: [[[Int!]!]!]!) { a }", limits);
        Should.Throw<SyntaxException>(() => Parser.Parse("{ a { b(c: [[1]]) } }", limits)).Location.Column.ShouldBe(13);
        Should.Throw<SyntaxException>(() => Parser.Parse("query ($a: [[[[Int]]]]) { a }", limits)).Code.ShouldBe("QUERY_TOO_COMPLEX");
    }

    [Fact]
    public void Tokens_are_counted_without_white_space_and_comments()
    {
        var limits = new ParserLimits(MaxTokens: 5);
        Parser.Parse("{ a, # b c d e f\n b c }", limits);
        var refusal = Should.Throw<SyntaxException>(() => Parser.Parse("{ a b c d }", limits));
        refusal.Message.ShouldBe("Syntax Error: Document contains more than 5 tokens. Parsing aborted.");
        (refusal.Code, refusal.Location).ShouldBe(("QUERY_TOO_COMPLEX", new Location(10, 1, 11)));
    }

    [Fact]
    public void Length_is_counted_in_characters()
    {
        var limits = new ParserLimits(MaxLength: 7);
        Parser.Parse("{ aaa }", limits);
        var refusal = Should.Throw<SyntaxException>(() => Parser.Parse("{ aaaa }", limits));
        refusal.Message.ShouldBe("Syntax Error: Document is longer than 7 characters. Parsing aborted.");
        refusal.Code.ShouldBe("QUERY_TOO_COMPLEX");
    }

    [Fact]
    public void A_document_of_usual_size_is_far_from_the_limits() =>
        Parser.Parse("{ " + string.Concat(Enumerable.Range(0, 1_500).Select(i => $"a{i}: b(c: {i}) ")) + "}");
}
