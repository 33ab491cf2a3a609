using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Validation.Merging;

/// <summary>A field as it is selected on a parent type.</summary>
internal sealed record SelectedField(CompositeType? Parent, FieldNode Node, OutputField? Definition);

/// <summary>The fields of a selection set by response name, inline fragments included, and the fragments it spreads.</summary>
internal sealed class CollectedFields
{
    public OrderedDictionary<string, List<SelectedField>> ByResponseName { get; } = new(StringComparer.Ordinal);
    public OrderedDictionary<string, FragmentDefinitionNode> Fragments { get; } = new(StringComparer.Ordinal);

    /// <summary>Fragments these fields were compared with; true when only for parents that exclude each other.</summary>
    public Dictionary<string, bool> ComparedFragments { get; } = new(StringComparer.Ordinal);

    public static CollectedFields From(SelectionSetNode selectionSet, CompositeType? parent, ValidationContext context)
    {
        var fields = new CollectedFields();
        fields.Add(selectionSet, parent, context);
        return fields;
    }

    private void Add(SelectionSetNode selectionSet, CompositeType? parent, ValidationContext context)
    {
        foreach (var selection in selectionSet.Selections)
            switch (selection)
            {
                case FieldNode field:
                    if (!ByResponseName.TryGetValue(field.ResponseName, out var group))
                        ByResponseName.Add(field.ResponseName, group = []);
                    // As in graphql-js a meta field has no definition here: `x: __typename` may stand beside another String of another type.
                    group.Add(new SelectedField(parent, field, (parent as FieldedType)?.Fields.Find(field.Name.Value)));
                    break;
                case FragmentSpreadNode spread when context.Fragments.Find(spread.Name.Value) is { } fragment:
                    Fragments[spread.Name.Value] = fragment;
                    break;
                case InlineFragmentNode inline:
                    Add(inline.SelectionSet, inline.TypeCondition is { } condition ? context.Schema.FindType(condition.Name.Value) as CompositeType : parent, context);
                    break;
            }
    }
}
