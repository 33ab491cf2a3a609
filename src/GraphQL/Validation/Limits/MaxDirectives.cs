using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Validation.Limits;

/// <summary>Bounds the directives at one place.</summary>
internal sealed class MaxDirectives(ValidationContext context, int limit) : ValidationRule(context)
{
    public override void Directives(IReadOnlyList<DirectiveNode> directives)
    {
        if (directives.Count > limit)
            Context.ReportTooComplex($"There are {directives.Count} directives at one place; at most {limit} are allowed.", directives[limit]);
    }
}
