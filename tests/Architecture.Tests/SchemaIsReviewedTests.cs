using Portal.Graph.Architecture.Tests.Guards;

namespace Portal.Graph.Architecture.Tests;

public sealed class SchemaIsReviewedTests
{
    [Fact]
    public async Task The_committed_schema_is_what_the_host_prints()
    {
        if (SourceTree.TextOrNull("schema.graphql") is { } committed)
            SchemaIsReviewed.Violations(committed, await HostProcess.OutputAsync("schema")).ShouldHold();
        else
            Product.SchemaIsEmpty.ShouldBeTrue("schema.graphql is missing: dotnet run --project src/Portal -- schema > schema.graphql");
    }

    [Theory]
    [InlineData("type Query {\n  a: Int\n}\n", "type Query {\n  a: Int!\n}\n", 2)]
    [InlineData("scalar Date\n", "scalar Date\n\nscalar Decimal\n", 2)]
    [InlineData("scalar Date\n\nscalar Decimal\n", "scalar Date\n", 2)]
    public void Planted_change_that_was_not_written_down_is_caught(string committed, string printed, int line) =>
        SchemaIsReviewed.Violations(committed, printed).ShouldHaveSingleItem().ShouldStartWith($"schema.graphql:{line} ");

    [Fact]
    public void Line_endings_are_no_change() => SchemaIsReviewed.Violations("scalar Date\r\n", "scalar Date\n").ShouldBeEmpty();
}
