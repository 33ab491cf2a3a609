using Portal.GraphQL.Validation;

namespace Portal.GraphQL.Tests.Validation.Limits;

public sealed class MaxDepthTests : LimitTests
{
    private static readonly ComplexityLimits Three = new(MaxDepth: 3);

    [Theory]
    [InlineData("{ claim { parent { id } } }")]
    [InlineData("{ ... { claim { ... on Claim { parent { ... { id } } } } } }")]
    [InlineData("{ claim { ...F } } fragment F on Claim { parent { id } id }")]
    public void Three_levels_pass_and_fragments_add_none(string document) => Passes(document, Three);

    [Theory]
    [InlineData("{ claim { parent { parent { id } } } }")]
    [InlineData("{ claim { ...F } } fragment F on Claim { parent { ...G } } fragment G on Claim { id parent { id } }")]
    public void Four_levels_exceed(string document) => Exceeds(document, Three, "The operation is 4 levels deep; at most 3 are allowed.");

    [Fact]
    public void Fifteen_levels_are_the_default()
    {
        Passes(Nested(15), new ComplexityLimits());
        Exceeds(Nested(16), new ComplexityLimits(), "The operation is 16 levels deep; at most 15 are allowed.");
    }

    [Fact]
    public void Introspection_has_its_own_bound() => Passes("{ __schema { types { fields { type { ofType { ofType { ofType { name } } } } } } } }", Three);

    private static string Nested(int depth) => "{ claim " + string.Concat(Enumerable.Repeat("{ parent ", depth - 2)) + "{ id }" + new string('}', depth - 1);
}
