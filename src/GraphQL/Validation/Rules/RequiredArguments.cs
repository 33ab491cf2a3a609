using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Validation.Rules;

// Section 5.4.3
/// <summary>Every argument that is non-null and has no default is given.</summary>
internal sealed class RequiredArguments(ValidationContext context) : ValidationRule(context)
{
    public override void LeaveField(FieldNode field, OutputField? definition)
    {
        if (definition is not null)
            Check(field, field.Arguments, definition.Arguments, $"Field \"{definition.Name}\"");
    }

    public override void Directive(DirectiveNode directive, DirectiveType? definition, DirectiveLocation location)
    {
        if (definition is not null)
            Check(directive, directive.Arguments, definition.Arguments, $"Directive \"@{definition.Name}\"");
    }

    private void Check(SyntaxNode node, IReadOnlyList<ArgumentNode> arguments, FieldMap<InputField> definitions, string owner)
    {
        foreach (var definition in definitions)
            if (definition.IsRequired && !arguments.Any(a => a.Name.Value == definition.Name))
                Context.Report($"{owner} argument \"{definition.Name}\" of type \"{definition.Type}\" is required, but it was not provided.", node);
    }
}
