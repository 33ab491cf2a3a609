using Portal.GraphQL.Validation;

namespace Portal.GraphQL.Tests.Validation.Limits;

public sealed class MaxRootFieldsTests : LimitTests
{
    private static readonly ComplexityLimits Two = new(MaxRootFields: 2);

    [Theory]
    [InlineData("{ name claim { id number } }")]
    [InlineData("query A { name ...F } query B { ...F } fragment F on Query { claim { id number parent { id } } }")]
    public void Two_root_fields_pass(string document) => Passes(document, Two);

    [Theory]
    [InlineData("{ a: name b: name c: name }")]
    [InlineData("{ name ...F } fragment F on Query { name ... { claim { id } } }")]
    public void Three_root_fields_exceed(string document) => Exceeds(document, Two, "The operation selects 3 root fields; at most 2 are allowed.");
}
