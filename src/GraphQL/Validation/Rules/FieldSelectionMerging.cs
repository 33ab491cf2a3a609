using Portal.GraphQL.Language;
using Portal.GraphQL.Types;
using Portal.GraphQL.Validation.Merging;

namespace Portal.GraphQL.Validation.Rules;

// Section 5.3.2
/// <summary>Selections with the same response name are of the same field, with the same arguments and a type of the same shape.</summary>
internal sealed class FieldSelectionMerging(ValidationContext context) : ValidationRule(context)
{
    private readonly ConflictSearch _search = new(context);

    public override void SelectionSet(SelectionSetNode selectionSet, CompositeType? parent)
    {
        if (selectionSet.Selections is [not InlineFragmentNode])
            return;
        foreach (var conflict in _search.Within(selectionSet, parent))
            Context.Report(
                $"Fields \"{Conflict.Abbreviate(conflict.ResponseName)}\" conflict because {conflict.Reason}. "
                + "Use different aliases on the fields to fetch both if this was intentional.",
                conflict.Fields1.Concat(conflict.Fields2));
    }
}
