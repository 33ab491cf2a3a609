using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Validation.Rules;

// Section 5.5.1.4
/// <summary>Every fragment is reached by an operation.</summary>
internal sealed class FragmentsMustBeUsed(ValidationContext context) : ValidationRule(context)
{
    public override void LeaveDocument(DocumentNode document)
    {
        var used = document.Definitions.OfType<OperationDefinitionNode>()
            .SelectMany(o => Context.Fragments.ReachableFrom(o.SelectionSet)).Select(f => f.Name.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var fragment in document.Definitions.OfType<FragmentDefinitionNode>().Where(f => !used.Contains(f.Name.Value)))
            Context.Report($"Fragment \"{fragment.Name.Value}\" is never used.", fragment);
    }
}
