using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Validation.Rules;

// Section 5.5.2.3
/// <summary>A fragment is spread where an object of its type can occur.</summary>
internal sealed class PossibleFragmentSpreads(ValidationContext context) : ValidationRule(context)
{
    public override void InlineFragment(InlineFragmentNode fragment, CompositeType? parent, NamedType? type)
    {
        if (IsImpossible(parent, type))
            Context.Report($"Fragment cannot be spread here as objects of type \"{parent}\" can never be of type \"{type}\".", fragment);
    }

    public override void FragmentSpread(FragmentSpreadNode spread, CompositeType? parent)
    {
        var name = spread.Name.Value;
        if (Context.Fragments.Find(name) is { } fragment && Schema.FindType(fragment.TypeCondition.Name.Value) is var type && IsImpossible(parent, type))
            Context.Report($"Fragment \"{name}\" cannot be spread here as objects of type \"{parent}\" can never be of type \"{type}\".", spread);
    }

    private bool IsImpossible(CompositeType? parent, NamedType? type) =>
        parent is not null && type is CompositeType composite && !Schema.CanOverlap(composite, parent);
}
