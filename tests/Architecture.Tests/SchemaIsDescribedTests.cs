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
            "Where." enum Market { "Ohio." OH KY }
            scalar Date
            """;

        SchemaIsDescribed.Violations(sdl).ShouldBe(
        [
            "Query.claim(other:) has no description.", "Query.silent has no description.", "Claim has no description.",
            "ClaimInput.amount has no description.", "Market.KY has no description.", "Date has no description.",
        ], ignoreOrder: true);
    }

    [Fact]
    public void A_requirement_id_told_to_clients_is_caught()
    {
        const string sdl = """
            "An ICD-10-CM code on a CMS-1500 (CLM-04)." scalar Diagnosis
            """;

        SchemaIsDescribed.Violations(sdl).ShouldBe(["CLM-04 is told to clients; cite it in a comment above the documentation."]);
    }
}
