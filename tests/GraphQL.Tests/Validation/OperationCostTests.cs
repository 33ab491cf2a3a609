using Portal.GraphQL.Language;
using Portal.GraphQL.Tests.Validation.Limits;
using Portal.GraphQL.Validation;

namespace Portal.GraphQL.Tests.Validation;

public sealed class OperationCostTests
{
    [Theory]
    [InlineData("{ name }", 0)]
    [InlineData("{ search(text: \"x\") claim { id parent { id } } }", 3)]
    [InlineData("{ claims { totalCount pageInfo { hasNextPage } } }", 2)]
    [InlineData("{ claims { nodes { id } } }", 1 + 25)]
    [InlineData("{ claims(first: 10) { edges { cursor node { id } } pageInfo { hasNextPage } } }", 1 + 10 * 2 + 1)]
    [InlineData("{ claims(last: 10) { nodes { id } } }", 1 + 10)]
    [InlineData("{ claims(first: 0) { nodes { id } } }", 1)]
    [InlineData("{ claims(first: -5) { nodes { id } } }", 1)]
    [InlineData("{ claims(first: 5000) { nodes { id } } }", 1 + 200)]
    [InlineData("{ claims(first: 99999999999) { nodes { id } } }", 1 + 200)]
    [InlineData("{ claims(first: null) { nodes { id } } }", 1 + 25)]
    [InlineData("{ claims(first: 2) { nodes { lines(first: 3) { nodes { codes { value } } } } } }", 1 + 2 * (1 + 1 + 3 * 2))]
    [InlineData("{ claims(first: 2) { ...C } } fragment C on ClaimConnection { ... { nodes { ...N } } totalCount } fragment N on Claim { parent { id } }", 1 + 2 * 2)]
    [InlineData("{ unknown { x } claim { unknown } }", 1)]
    public void Cost_adds_up_and_pages_multiply_what_is_listed(string document, double cost) => Cost(document).ShouldBe(cost);

    [Fact]
    public void A_page_size_comes_from_the_variables_when_they_are_known()
    {
        const string document = "query ($n: Int) { claims(first: $n) { nodes { id } } }";
        Cost(document).ShouldBe(1 + 200);
        Cost(document, name => name == "n" ? 7 : null).ShouldBe(1 + 7);
        Cost(document, _ => null).ShouldBe(1 + 25);
    }

    [Fact]
    public void Fragments_that_double_each_other_are_counted_in_linear_time()
    {
        var document = "{ claim { ...F0 } } " + string.Concat(Enumerable.Range(0, 500).Select(i => $"fragment F{i} on Claim {{ ...F{i + 1} ...F{i + 1} }} "))
            + "fragment F500 on Claim { parent { id } }";
        Cost(document).ShouldBe(1 + Math.Pow(2, 500));
    }

    [Fact]
    public void A_fragment_inside_itself_counts_once() => Cost("{ claim { ...F } } fragment F on Claim { parent { ...F } }").ShouldBe(2);

    private static double Cost(string text, Func<string, int?>? variables = null)
    {
        var document = Parser.Parse(text);
        return OperationCost.Of(LimitTests.Schema, document, document.Definitions.OfType<OperationDefinitionNode>().Single(), variables);
    }
}
