using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Validation.Rules;

// Section 5.5.2.2
/// <summary>No fragment spreads itself, directly or through others.</summary>
internal sealed class NoFragmentCycles(ValidationContext context) : ValidationRule(context)
{
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _pathIndex = new(StringComparer.Ordinal);
    private readonly List<FragmentSpreadNode> _path = [];

    public override void Fragment(FragmentDefinitionNode fragment, NamedType? type) => Detect(fragment);

    private void Detect(FragmentDefinitionNode fragment)
    {
        var name = fragment.Name.Value;
        if (!_visited.Add(name) || !Context.HasStack())
            return;
        _pathIndex[name] = _path.Count;
        foreach (var spread in Context.Fragments.SpreadsIn(fragment.SelectionSet))
        {
            _path.Add(spread);
            if (_pathIndex.TryGetValue(spread.Name.Value, out var start))
                Report(spread, _path[start..]);
            else if (Context.Fragments.Find(spread.Name.Value) is { } target)
                Detect(target);
            _path.RemoveAt(_path.Count - 1);
        }
        _pathIndex.Remove(name);
    }

    private void Report(FragmentSpreadNode spread, List<FragmentSpreadNode> cycle)
    {
        var via = string.Join(", ", cycle[..^1].Select(s => $"\"{s.Name.Value}\""));
        Context.Report($"Cannot spread fragment \"{spread.Name.Value}\" within itself{(via == "" ? "" : $" via {via}")}.", cycle);
    }
}
