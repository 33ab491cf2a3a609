using Portal.GraphQL.Validation;

namespace Portal.GraphQL.Tests.Validation.Limits;

public sealed class MaxCostTests : LimitTests
{
    // The connection 1, and for each node: nodes 1.
    [Fact]
    public void A_page_passes_up_to_the_limit()
    {
        Passes("{ claims(first: 9) { nodes { id } } }", new ComplexityLimits(MaxCost: 10));
        Exceeds("{ claims(first: 10) { nodes { id } } }", new ComplexityLimits(MaxCost: 10), "The operation costs 11; at most 10 is allowed.");
    }

    [Fact]
    public void A_page_whose_size_is_a_variable_counts_as_the_largest() => Exceeds(
        "query ($n: Int = 1) { claims(first: $n) { nodes { id } } }", new ComplexityLimits(MaxCost: 200), "The operation costs 201; at most 200 is allowed.");

    [Fact]
    public void Pages_inside_pages_multiply() => Exceeds(
        "{ claims(first: 200) { nodes { lines(first: 50) { nodes { id codes { value } } } } } }", new ComplexityLimits(),
        "The operation costs 20401; at most 10000 is allowed.");
}
