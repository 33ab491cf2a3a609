namespace Portal.Graph.Architecture.Tests;

public sealed class GuardsAreGuardedTests
{
    [Fact]
    public void Every_guard_has_been_fed_a_planted_violation() =>
        WithoutPlanted(["Guards.MembersUsed"], typeof(GuardsAreGuardedTests).Assembly.GetTypes()).ShouldHold();

    [Fact]
    public void Planted_guard_without_a_test_is_caught() =>
        WithoutPlanted([], [typeof(Guards.SmallFiles), typeof(Guards.FinishedWork), typeof(SmallFilesTests)]).ShouldBe([nameof(Guards.FinishedWork)]);

    /// <summary>The guards for which no test class named after them has a test whose name starts with "Planted".</summary>
    private static IEnumerable<string> WithoutPlanted(string[] partsOfGuards, Type[] types) =>
        from guard in types
        where guard is { IsAbstract: true, IsSealed: true, IsNested: false, Namespace: "Portal.Graph.Architecture.Tests.Guards" }
        where !partsOfGuards.Contains("Guards." + guard.Name)
        where !types.Any(test => test.Name == guard.Name + "Tests" && test.GetMethods().Any(method => method.Name.StartsWith("Planted_")))
        select guard.Name;
}
