using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Validation.Rules;

// Section 5.5.2.1
/// <summary>A fragment that is spread is in the document.</summary>
internal sealed class FragmentSpreadTargetDefined(ValidationContext context) : ValidationRule(context)
{
    public override void FragmentSpread(FragmentSpreadNode spread, CompositeType? parent)
    {
        if (Context.Fragments.Find(spread.Name.Value) is null)
            Context.Report($"Unknown fragment \"{spread.Name.Value}\".", spread.Name);
    }
}
