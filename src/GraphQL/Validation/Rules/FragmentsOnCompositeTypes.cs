using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Validation.Rules;

// Section 5.5.1.3
/// <summary>A fragment is on an object, interface or union.</summary>
internal sealed class FragmentsOnCompositeTypes(ValidationContext context) : ValidationRule(context)
{
    public override void Fragment(FragmentDefinitionNode fragment, NamedType? type)
    {
        if (type is { IsComposite: false })
            Context.Report($"Fragment \"{fragment.Name.Value}\" cannot condition on non composite type \"{type}\".", fragment.TypeCondition);
    }

    public override void InlineFragment(InlineFragmentNode fragment, CompositeType? parent, NamedType? type)
    {
        if (fragment.TypeCondition is { } condition && type is { IsComposite: false })
            Context.Report($"Fragment cannot condition on non composite type \"{type}\".", condition);
    }
}
