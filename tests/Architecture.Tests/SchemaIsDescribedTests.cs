using Portal.Graph.Architecture.Tests.Guards;

namespace Portal.Graph.Architecture.Tests;

public sealed class SchemaIsDescribedTests
{
    [Fact]
    public void Everything_a_client_sees_is_described()
    {
        if (SourceTree.TextOrNull("schema.graphql") is { } sdl) SchemaIsDescribed.Violations(sdl).ShouldHold();
        else Product.SchemaIsEmpty.ShouldBeTrue("schema.graphql is missing.");
    }

    [Fact]
    public void Planted_silence_is_caught()
    {
        const string sdl = """
            "The way in." type Query {
              "A claim." claim("Its id." id: ID!, other: Int): Claim
              silent: Int
            }
            type Claim { "Its number." number: String }
            "What to send." input ClaimInput { amount: Int }
            "Where." enum Market { OH }
            scalar Date
            """;

        SchemaIsDescribed.Violations(sdl).ShouldBe(
        [
            "Query.claim(other:) has no description.", "Query.silent has no description.", "Claim has no description.",
            "ClaimInput.amount has no description.", "Date has no description.",
        ], ignoreOrder: true);
    }
}
