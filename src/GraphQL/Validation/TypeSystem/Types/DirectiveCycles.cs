using Portal.GraphQL.Language;

namespace Portal.GraphQL.Validation.TypeSystem.Types;

// Section 3.13: a directive's definition does not use the directive itself, directly or through other directives and types.
internal sealed class DirectiveCycles(SchemaContext context) : SchemaRule(context)
{
    public override void Check()
    {
        foreach (var directive in Context.DirectiveDefinitions)
            if (Reaches(directive.Name.Value, Of(directive.Arguments), []))
                Context.Report($"Directive @{directive.Name.Value} cannot be used within its own definition.", directive.Name);
    }

    private bool Reaches(string target, IEnumerable<string> uses, HashSet<string> visited)
    {
        foreach (var use in uses)
        {
            if (use == "@" + target) return true;
            if (visited.Add(use) && Reaches(target, Of(use), visited)) return true;
        }
        return false;
    }

    /// <summary>What a directive (<c>@name</c>) or input type uses in turn.</summary>
    private IEnumerable<string> Of(string use) => use[0] == '@'
        ? Context.DirectiveDefinitions.Where(d => "@" + d.Name.Value == use).SelectMany(d => Of(d.Arguments))
        : Context.Find(use) is { } type
            ? [.. type.Parts.SelectMany(p => Names(p.Directives)), .. type.Values.SelectMany(v => Names(v.Directives)), .. Of(type.Inputs)]
            : [];

    private static IEnumerable<string> Of(IReadOnlyList<InputValueDefinitionNode> inputs) =>
        inputs.SelectMany(i => Names(i.Directives).Append(i.Type.Named().Value));

    private static IEnumerable<string> Names(IReadOnlyList<DirectiveNode> directives) => directives.Select(d => "@" + d.Name.Value);
}
