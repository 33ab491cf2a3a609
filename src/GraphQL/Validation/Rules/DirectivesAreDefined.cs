using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Validation.Rules;

// Section 5.7.1
/// <summary>Every directive exists.</summary>
internal sealed class DirectivesAreDefined(ValidationContext context) : ValidationRule(context)
{
    public override void Directive(DirectiveNode directive, DirectiveType? definition, DirectiveLocation location)
    {
        if (definition is null)
            Context.Report($"Unknown directive \"@{directive.Name.Value}\".", directive);
    }
}
