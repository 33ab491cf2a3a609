using Portal.GraphQL.Language;

namespace Portal.GraphQL.Validation;

/// <summary>The fragments of a document by name, and which definition spreads which.</summary>
public sealed class FragmentMap
{
    private readonly Dictionary<string, FragmentDefinitionNode> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<SelectionSetNode, IReadOnlyList<FragmentSpreadNode>> _spreads = [];

    public FragmentMap(DocumentNode document)
    {
        foreach (var fragment in document.Definitions.OfType<FragmentDefinitionNode>())
            _byName[fragment.Name.Value] = fragment;
    }

    public FragmentDefinitionNode? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The spreads inside a selection set, those inside nested selection sets included.</summary>
    public IReadOnlyList<FragmentSpreadNode> SpreadsIn(SelectionSetNode selectionSet)
    {
        if (_spreads.TryGetValue(selectionSet, out var known))
            return known;
        var spreads = new List<FragmentSpreadNode>();
        var open = new Stack<SelectionSetNode>([selectionSet]);
        while (open.TryPop(out var set))
            foreach (var selection in set.Selections)
                switch (selection)
                {
                    case FragmentSpreadNode spread: spreads.Add(spread); break;
                    case InlineFragmentNode inline: open.Push(inline.SelectionSet); break;
                    case FieldNode { SelectionSet: { } inner }: open.Push(inner); break;
                }
        return _spreads[selectionSet] = spreads;
    }

    /// <summary>Every fragment that a selection set reaches, directly or through other fragments, each once.</summary>
    public IReadOnlyList<FragmentDefinitionNode> ReachableFrom(SelectionSetNode selectionSet)
    {
        var reached = new List<FragmentDefinitionNode>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<SelectionSetNode>([selectionSet]);
        while (open.TryPop(out var set))
            foreach (var spread in SpreadsIn(set))
                if (seen.Add(spread.Name.Value) && Find(spread.Name.Value) is { } fragment)
                {
                    reached.Add(fragment);
                    open.Push(fragment.SelectionSet);
                }
        return reached;
    }
}
