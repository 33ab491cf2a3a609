using Portal.GraphQL.Language;

namespace Portal.GraphQL.Validation.TypeSystem.Documents;

// Section 3.13: all directives have unique names.
internal sealed class DirectiveNameUniqueness(SchemaContext context) : SchemaRule(context)
{
    public override void Check()
    {
        var known = new Dictionary<string, NameNode>(StringComparer.Ordinal);
        foreach (var directive in Context.DirectiveDefinitions)
            if (!known.TryAdd(directive.Name.Value, directive.Name))
                Context.Report($"There can be only one directive named \"@{directive.Name.Value}\".", known[directive.Name.Value], directive.Name);
    }
}
