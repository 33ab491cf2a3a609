using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Validation.Merging;

internal sealed partial class ConflictSearch
{
    private readonly Dictionary<ValueNode, string> _printed = [];

    /// <param name="exclusive">The fields are below different object types, so that only one of them is ever answered.</param>
    private Conflict? Compare(string responseName, SelectedField a, SelectedField b, bool exclusive)
    {
        exclusive |= a.Parent != b.Parent && a.Parent is ObjectType && b.Parent is ObjectType;
        if (!Spend(2))
            return null;

        if (!exclusive)
        {
            var (nameA, nameB) = (a.Node.Name.Value, b.Node.Name.Value);
            if (nameA != nameB)
                return Differ($"\"{Conflict.Abbreviate(nameA)}\" and \"{Conflict.Abbreviate(nameB)}\" are different fields");
            if (!SameArguments(a.Node, b.Node))
                return Differ("they have differing arguments");
        }
        if (a.Definition?.Type is { } typeA && b.Definition?.Type is { } typeB && !SameShape(typeA, typeB))
            return Differ($"they return conflicting types \"{typeA}\" and \"{typeB}\"");

        if (a.Node.SelectionSet is not { } selectionsA || b.Node.SelectionSet is not { } selectionsB)
            return null;
        var conflicts = CompareSelectionSets(
            Collect(selectionsA, a.Definition?.Type.Named as CompositeType),
            Collect(selectionsB, b.Definition?.Type.Named as CompositeType), exclusive);
        return Conflict.OfSubfields(conflicts, responseName, a.Node, b.Node);

        Conflict Differ(string reason) => new(responseName, reason, [a.Node], [b.Node]);
    }

    /// <summary>Composite types are compared by their fields; wrappers and leaves must be the same.</summary>
    private static bool SameShape(TypeReference a, TypeReference b) => (a, b) switch
    {
        (ListType x, ListType y) => SameShape(x.Element, y.Element),
        (NonNullType x, NonNullType y) => SameShape(x.Inner, y.Inner),
        (NamedType x, NamedType y) => x == y || !(x.IsLeaf || y.IsLeaf),
        _ => false,
    };

    private bool SameArguments(FieldNode a, FieldNode b)
    {
        if (a.Arguments.Count != b.Arguments.Count)
            return false;
        foreach (var argument in a.Arguments)
        {
            if (!Spend(1))
                return true;
            var other = b.Arguments.LastOrDefault(o => o.Name.Value == argument.Name.Value);
            if (other is null || Canonical(argument.Value) != Canonical(other.Value))
                return false;
        }
        return true;
    }

    // The order of an input object's fields means nothing, so it is sorted away.
    private string Canonical(ValueNode value)
    {
        if (!_printed.TryGetValue(value, out var text))
            _printed[value] = text = value switch
            {
                ListValueNode list => $"[{string.Join(',', list.Items.Select(Canonical))}]",
                ObjectValueNode node => $"{{{string.Join(',', node.Fields
                    .OrderBy(f => f.Name.Value, StringComparer.Ordinal).Select(f => $"{f.Name.Value}:{Canonical(f.Value)}"))}}}",
                _ => Printer.Print(value),
            };
        return text;
    }
}
