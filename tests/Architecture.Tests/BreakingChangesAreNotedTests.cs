using Portal.Graph.Architecture.Tests.Guards;

namespace Portal.Graph.Architecture.Tests;

public sealed class BreakingChangesAreNotedTests
{
    private const string Released = "type Query { a: Int b: Int }";

    [Fact]
    public void The_schema_breaks_no_client_of_the_released_one_without_a_note()
    {
        var released = SourceTree.TextOrNull("docs/schema/released.graphql").ShouldNotBeNull();
        var current = SourceTree.TextOrNull("schema.graphql").ShouldNotBeNull();
        BreakingChangesAreNoted.Violations(released, current, SourceTree.TextOrNull("docs/schema/CHANGES.md").ShouldNotBeNull()).ShouldHold();
    }

    [Theory]
    [InlineData("type Query { a: Int }", "", "Query.b was removed")]
    [InlineData("type Query { a: Int }", "- `Query.a`: not this one, and for no reason", "Query.b was removed", "`Query.a` did not change")]
    [InlineData("type Query { a: Int }", "- `Query.b`: gone", "`Query.b` has no reason")]
    [InlineData("type Query { a: Int b: Int c: Int }", "- `Query.c`: came, which breaks nobody", "`Query.c` did not change")]
    [InlineData("type Query { a: Int! b(c: Int!): Int }", "", "A required arg c on Query.b was added")]
    public void Planted_breaking_change_without_a_note_is_caught(string current, string notes, params string[] violations)
    {
        var found = BreakingChangesAreNoted.Violations(Released, current, "Text\n## Since\n" + notes).ToList();
        found.Count.ShouldBe(violations.Length);
        foreach (var (violation, expected) in found.Zip(violations)) violation.ShouldContain(expected);
    }

    [Theory]
    [InlineData("type Query { a: Int }", "- `Query.b`: counted twice what `a` counts; ask for `a`")]
    [InlineData("type Query { a: Int! b: Int @deprecated c: Int }", "")]
    public void A_noted_change_and_one_that_breaks_nobody_pass(string current, string notes) =>
        BreakingChangesAreNoted.Violations(Released, current, "Text\n## Since\n" + notes).ShouldHold();
}
