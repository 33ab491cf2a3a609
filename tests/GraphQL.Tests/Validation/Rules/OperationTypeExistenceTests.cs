using Portal.GraphQL.Building;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Language;
using Portal.GraphQL.Validation;

namespace Portal.GraphQL.Tests.Validation.Rules;

public sealed class OperationTypeExistenceTests
{
    [Theory]
    [InlineData("{ a }")]
    [InlineData("query Q { a }")]
    public void An_operation_whose_root_type_exists_is_accepted(string document) => Errors(document).ShouldBeEmpty();

    [Theory]
    [InlineData("mutation { a }", "mutation")]
    [InlineData("subscription { a }", "subscription")]
    public void An_operation_without_root_type_is_refused(string document, string kind)
    {
        var error = Errors(document).ShouldHaveSingleItem();
        error.Message.ShouldBe($"Schema is not configured to execute {kind} operation.");
        error.Locations.ShouldBe([new Location(0, 1, 1)]);
    }

    private static IReadOnlyList<GraphQLError> Errors(string document) =>
        DocumentValidator.Validate(SchemaReader.Read("type Query { a: Int }"), Parser.Parse(document), ValidationOptions.Default);
}
