using Portal.Graph.Architecture.Tests.Guards;

namespace Portal.Graph.Architecture.Tests;

public sealed class RequirementsAccountedForTests
{
    private static readonly Dictionary<string, string> Nothing = [];

    [Fact]
    public void Every_requirement_is_proved_by_a_test_or_open_with_a_reason() =>
        RequirementsAccountedFor.Violations(
            Defined, RequirementsAccountedFor.Cited(SourceTree.ProductTests()),
            RequirementsAccountedFor.Open(SourceTree.TextOrNull("docs/requirements/OPEN.md")!)).ShouldHold();

    [Fact]
    public void The_catalogue_is_whole() => Defined.Distinct().Count().ShouldBeGreaterThanOrEqualTo(279);

    [Fact]
    public void Planted_requirement_without_a_test_is_caught() =>
        RequirementsAccountedFor.Violations(["CLM-01", "CLM-02", "CLM-03"], Cited("[Requirement(\"CLM-01\")]"), RequirementsAccountedFor.Open("- CLM-02 — later slice: providers\n"))
            .ShouldHaveSingleItem().ShouldBe("CLM-03 is neither cited by a test nor in OPEN.md.");

    [Fact]
    public void Planted_requirement_that_is_both_proved_and_open_is_caught() =>
        RequirementsAccountedFor.Violations(["CLM-01"], Cited("[Fact, Requirement(\"CLM-01\")]"), RequirementsAccountedFor.Open("CLM-01 — later slice: workspace"))
            .ShouldHaveSingleItem().ShouldContain("take it out of OPEN.md");

    [Fact]
    public void What_is_partly_proved_may_be_cited_and_open() =>
        RequirementsAccountedFor.Violations(["CLM-01"], Cited("[Fact, Requirement(\"CLM-01\")]"), RequirementsAccountedFor.Open("- CLM-01 — partly: the list; the page comes later"))
            .ShouldBeEmpty();

    [Fact]
    public void Planted_open_line_without_a_reason_is_caught() =>
        RequirementsAccountedFor.Violations(["CLM-01"], Nothing, RequirementsAccountedFor.Open("- CLM-01\n")).ShouldHaveSingleItem().ShouldContain("without a reason");

    [Fact]
    public void Planted_unknown_ids_are_caught() =>
        RequirementsAccountedFor.Violations([], Cited("[Requirement(\"XYZ-01\")]"), RequirementsAccountedFor.Open("- XYZ-02 — later slice: nothing")).Count().ShouldBe(2);

    [Fact]
    public void Planted_second_definition_is_caught() =>
        RequirementsAccountedFor.Violations(RequirementsAccountedFor.Defined([new SourceFile("claims.md", "**CLM-01 · One** — a\n\n**CLM-01 · Two** — b\n")]), Cited("[Requirement(\"CLM-01\")]"), Nothing)
            .ShouldHaveSingleItem().ShouldBe("CLM-01 is defined 2 times.");

    [Fact]
    public void A_citation_in_a_comment_proves_nothing() => Cited("    // [Requirement(\"CLM-01\")]").ShouldBeEmpty();

    private static IReadOnlyList<string> Defined { get; } = RequirementsAccountedFor.Defined(SourceTree.Files("docs/requirements", ".md"));

    private static IReadOnlyDictionary<string, string> Cited(string code) => RequirementsAccountedFor.Cited([new SourceFile("tests/SomeTests.cs", code)]);
}
