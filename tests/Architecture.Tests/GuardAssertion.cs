namespace Portal.Graph.Architecture.Tests;

public static class GuardAssertion
{
    /// <summary>Fails with one violation a line, so that the list can be worked off.</summary>
    public static void ShouldHold(this IEnumerable<string> violations)
    {
        var all = violations.ToList();
        if (all.Count > 0) Assert.Fail($"{all.Count} violations:\n{string.Join('\n', all)}");
    }
}
