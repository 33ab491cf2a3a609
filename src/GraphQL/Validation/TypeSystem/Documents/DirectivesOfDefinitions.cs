using Portal.GraphQL.Language;

namespace Portal.GraphQL.Validation.TypeSystem.Documents;

// Section 3.13
/// <summary>Directives on definitions exist, stand where they may, and once unless they are repeatable.</summary>
internal sealed class DirectivesOfDefinitions(SchemaContext context) : SchemaRule(context)
{
    public override void Check()
    {
        var seen = new Dictionary<(object, string), DirectiveNode>();
        foreach (var place in DirectivePlace.Of(Context.Document))
            foreach (var directive in place.Directives)
            {
                var name = directive.Name.Value;
                if (!Context.Directives.TryGetValue(name, out var source))
                {
                    Context.Report($"Unknown directive \"@{name}\".", directive);
                    continue;
                }
                if (!source.Locations.HasFlag(place.Location))
                    Context.Report($"Directive \"@{name}\" may not be used on {DirectiveLocations.NamesOf(place.Location).Single()}.", directive);
                if (!source.IsRepeatable && !seen.TryAdd((place.Scope, name), directive))
                    Context.Report($"The directive \"@{name}\" can only be used once at this location.", seen[(place.Scope, name)], directive);
            }
    }
}
