namespace Portal.GraphQL.Building;

/// <summary>Everything that is wrong with a schema, each problem naming the C# member it comes from.</summary>
public sealed class SchemaException(IReadOnlyList<string> problems)
    : Exception($"The schema has {problems.Count} problem{(problems.Count == 1 ? "" : "s")}:\n- {string.Join("\n- ", problems)}")
{
    public IReadOnlyList<string> Problems { get; } = problems;
}

/// <summary>Collects problems while a schema is built, so that all are reported at once.</summary>
internal sealed class SchemaProblems
{
    private readonly List<string> _problems = [];

    public void Add(string problem)
    {
        if (!_problems.Contains(problem)) _problems.Add(problem);
    }

    public void ThrowIfAny()
    {
        if (_problems.Count > 0) throw new SchemaException(_problems);
    }
}
