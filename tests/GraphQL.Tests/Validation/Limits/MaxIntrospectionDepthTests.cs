using Portal.GraphQL.Validation;

namespace Portal.GraphQL.Tests.Validation.Limits;

public sealed class MaxIntrospectionDepthTests : LimitTests
{
    [Theory]
    [InlineData("{ __schema { types { fields { name args { name } type { ofType { ofType { name } } } } inputFields { name } interfaces { name } possibleTypes { name } } } }")]
    [InlineData("{ __type(name: \"Claim\") { fields { type { fields { name } } } } }")]
    [InlineData("{ claim { id } }")]
    public void Two_lists_inside_each_other_pass(string document) => Passes(document, new ComplexityLimits());

    [Theory]
    [InlineData("{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }")]
    [InlineData("{ __type(name: \"Claim\") { interfaces { possibleTypes { ...F } } } } fragment F on __Type { fields { name } }")]
    public void Three_lists_inside_each_other_exceed(string document) => Exceeds(document, new ComplexityLimits(), "Maximum introspection depth exceeded");
}
