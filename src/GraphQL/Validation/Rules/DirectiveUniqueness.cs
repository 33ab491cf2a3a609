using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Validation.Rules;

// Section 5.7.3
/// <summary>A directive that is not repeatable stands once at a place.</summary>
internal sealed class DirectiveUniqueness(ValidationContext context) : ValidationRule(context)
{
    public override void Directives(IReadOnlyList<DirectiveNode> directives)
    {
        if (directives.Count < 2)
            return;
        var seen = new Dictionary<string, DirectiveNode>(StringComparer.Ordinal);
        foreach (var directive in directives)
        {
            var name = directive.Name.Value;
            if (Schema.FindDirective(name) is { IsRepeatable: false } && !seen.TryAdd(name, directive))
                Context.Report($"The directive \"@{name}\" can only be used once at this location.", seen[name], directive);
        }
    }
}
