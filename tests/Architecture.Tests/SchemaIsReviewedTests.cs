using Portal.Graph.Architecture.Tests.Guards;

namespace Portal.Graph.Architecture.Tests;

public sealed class SchemaIsReviewedTests
{
    [Theory]
    [InlineData("type Query {\n  a: Int\n}\n", "type Query {\n  a: Int!\n}\n", 2)]
    [InlineData("scalar Date\n", "scalar Date\n\nscalar Decimal\n", 2)]
    [InlineData("scalar Date\n\nscalar Decimal\n", "scalar Date\n", 2)]
    public void Planted_change_that_was_not_written_down_is_caught(string committed, string printed, int line) =>
        SchemaIsReviewed.Violations(committed, printed).ShouldHaveSingleItem().ShouldStartWith($"schema.graphql:{line} ");

    [Fact]
    public void Line_endings_are_no_change() => SchemaIsReviewed.Violations("scalar Date\r\n", "scalar Date\n").ShouldBeEmpty();
}
