using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Validation.Merging;

/// <summary>
/// Looks for selections that cannot be merged (FieldsInSetCanMerge). Selection sets are collected once and pairs of fragments
/// compared once, so the work is polynomial; a budget bounds it, because a document can be made to need all of that.
/// </summary>
internal sealed partial class ConflictSearch(ValidationContext context)
{
    private const int Budget = 250_000;

    private readonly Dictionary<(SelectionSetNode, CompositeType?), CollectedFields> _collected = [];
    private readonly Dictionary<(string, string), bool> _comparedFragments = [];
    private int _remaining = Budget;

    /// <summary>All conflicts of a selection set; the rule asks for every selection set, so sub-selections are not looked at alone.</summary>
    public IReadOnlyList<Conflict> Within(SelectionSetNode selectionSet, CompositeType? parent)
    {
        var conflicts = new List<Conflict>();
        var fields = Collect(selectionSet, parent);
        foreach (var (responseName, group) in fields.ByResponseName)
            for (var i = 0; i < group.Count; i++)
                for (var j = i + 1; j < group.Count && !context.IsAborted; j++)
                    Add(conflicts, Compare(responseName, group[i], group[j], exclusive: false));

        List<FragmentDefinitionNode> fragments = [.. fields.Fragments.Values];
        for (var i = 0; i < fragments.Count; i++)
        {
            CompareWithFragment(conflicts, fields, fragments[i], exclusive: false);
            for (var j = i + 1; j < fragments.Count && !context.IsAborted; j++)
                CompareFragments(conflicts, fragments[i], fragments[j], exclusive: false);
        }
        return conflicts;
    }

    private void CompareWithFragment(List<Conflict> conflicts, CollectedFields fields, FragmentDefinitionNode fragment, bool exclusive)
    {
        if (!Spend(1) || fields.ByResponseName.Count == 0)
            return;
        var name = fragment.Name.Value;
        // What was compared for overlapping parents need not be compared for excluding ones: the former check is stricter.
        if (fields.ComparedFragments.TryGetValue(name, out var comparedExclusive) && (exclusive || !comparedExclusive))
            return;
        fields.ComparedFragments[name] = exclusive;
        var other = Collect(fragment);
        if (fields == other)
            return;
        CompareGroups(conflicts, fields, other, exclusive);
        foreach (var nested in other.Fragments.Values)
            CompareWithFragment(conflicts, fields, nested, exclusive);
    }

    private void CompareFragments(List<Conflict> conflicts, FragmentDefinitionNode a, FragmentDefinitionNode b, bool exclusive)
    {
        if (!Spend(2) || a == b)
            return;
        var pair = string.CompareOrdinal(a.Name.Value, b.Name.Value) < 0 ? (a.Name.Value, b.Name.Value) : (b.Name.Value, a.Name.Value);
        if (_comparedFragments.TryGetValue(pair, out var comparedExclusive) && (exclusive || !comparedExclusive))
            return;
        _comparedFragments[pair] = exclusive;

        var (fieldsOfA, fieldsOfB) = (Collect(a), Collect(b));
        CompareGroups(conflicts, fieldsOfA, fieldsOfB, exclusive);
        foreach (var nested in fieldsOfB.Fragments.Values)
            CompareFragments(conflicts, a, nested, exclusive);
        foreach (var nested in fieldsOfA.Fragments.Values)
            CompareFragments(conflicts, nested, b, exclusive);
    }

    private List<Conflict> CompareSelectionSets(CollectedFields a, CollectedFields b, bool exclusive)
    {
        var conflicts = new List<Conflict>();
        CompareGroups(conflicts, a, b, exclusive);
        foreach (var fragment in b.Fragments.Values)
            CompareWithFragment(conflicts, a, fragment, exclusive);
        foreach (var fragment in a.Fragments.Values)
            CompareWithFragment(conflicts, b, fragment, exclusive);
        foreach (var fragmentOfA in a.Fragments.Values)
            foreach (var fragmentOfB in b.Fragments.Values)
                CompareFragments(conflicts, fragmentOfA, fragmentOfB, exclusive);
        return conflicts;
    }

    private void CompareGroups(List<Conflict> conflicts, CollectedFields a, CollectedFields b, bool exclusive)
    {
        foreach (var (responseName, group) in a.ByResponseName)
        {
            if (!Spend(1))
                return;
            if (b.ByResponseName.TryGetValue(responseName, out var others))
                foreach (var field in group)
                    foreach (var other in others)
                    {
                        if (context.IsAborted)
                            return;
                        Add(conflicts, Compare(responseName, field, other, exclusive));
                    }
        }
    }

    private static void Add(List<Conflict> conflicts, Conflict? conflict)
    {
        if (conflict is not null)
            conflicts.Add(conflict);
    }

    private CollectedFields Collect(FragmentDefinitionNode fragment) =>
        Collect(fragment.SelectionSet, context.Schema.FindType(fragment.TypeCondition.Name.Value) as CompositeType);

    private CollectedFields Collect(SelectionSetNode selectionSet, CompositeType? parent)
    {
        if (!_collected.TryGetValue((selectionSet, parent), out var fields))
            _collected[(selectionSet, parent)] = fields = CollectedFields.From(selectionSet, parent, context);
        return fields;
    }

    /// <summary>False when there has been too much work, or the fragments nest too deep for the stack; then the check ends.</summary>
    private bool Spend(int work)
    {
        _remaining -= work;
        if (_remaining < 0)
            context.Abort("Validation aborted.", ValidationCodes.TooComplex);
        return context.HasStack();
    }
}
