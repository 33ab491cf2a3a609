using Portal.GraphQL.Building;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Language;
using Portal.GraphQL.Types;
using Portal.GraphQL.Validation;

namespace Portal.GraphQL.Tests.Validation.Limits;

/// <summary>Documents at a limit pass, documents one over it are refused with the code that says so.</summary>
public abstract class LimitTests
{
    internal static readonly Schema Schema = ReadSchema();

    protected static void Passes(string document, ComplexityLimits limits) => Errors(document, limits).ShouldBeEmpty();

    protected static void Exceeds(string document, ComplexityLimits limits, string message)
    {
        var error = Errors(document, limits).ShouldHaveSingleItem();
        (error.Message, error.Code).ShouldBe((message, "QUERY_TOO_COMPLEX"));
        error.Locations.ShouldNotBeEmpty();
    }

    private static IReadOnlyList<GraphQLError> Errors(string document, ComplexityLimits limits) =>
        DocumentValidator.Validate(Schema, Parser.Parse(document), new ValidationOptions(limits));

    private static Schema ReadSchema()
    {
        var schema = SchemaReader.Read(
            """
            type Query { claims(first: Int, last: Int): ClaimConnection claim: Claim name: String search(text: String): String }
            type ClaimConnection { edges: [ClaimEdge] nodes: [Claim] totalCount: Int pageInfo: PageInfo }
            type PageInfo { hasNextPage: Boolean }
            type ClaimEdge { cursor: String node: Claim }
            type Claim { id: ID number: String lines(first: Int, last: Int): LineConnection parent: Claim }
            type LineConnection { nodes: [Line] totalCount: Int }
            type Line { id: ID codes: [Code] }
            type Code { value: String }
            directive @mark repeatable on FIELD
            """);
        Field(schema, "Query", "claims").Paging = new PagingBounds(25, 200, IncludeTotalCount: true);
        Field(schema, "Claim", "lines").Paging = new PagingBounds(10, 50, IncludeTotalCount: true);
        return schema;
    }

    private static OutputField Field(Schema schema, string type, string name) => ((FieldedType)schema.FindType(type)!).Fields.Find(name)!;
}
