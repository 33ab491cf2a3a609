using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Validation.Rules;

// Sections 5.5.1.2 and 5.8.2
/// <summary>Every type that a fragment or variable names exists.</summary>
internal sealed class TypeExistence(ValidationContext context) : ValidationRule(context)
{
    public override void Fragment(FragmentDefinitionNode fragment, NamedType? type) => Check(fragment.TypeCondition);

    public override void InlineFragment(InlineFragmentNode fragment, CompositeType? parent, NamedType? type) => Check(fragment.TypeCondition);

    public override void Variable(VariableDefinitionNode variable, TypeReference? type) => Check(variable.Type);

    private void Check(TypeNode? type)
    {
        while (type is ListTypeNode or NonNullTypeNode)
            type = type is ListTypeNode list ? list.ElementType : ((NonNullTypeNode)type).InnerType;
        if (type is NamedTypeNode named && Schema.FindType(named.Name.Value) is null)
            Context.Report($"Unknown type \"{named.Name.Value}\".{Context.DidYouMean(named.Name.Value, Schema.Types.Select(t => t.Name))}", named);
    }
}
