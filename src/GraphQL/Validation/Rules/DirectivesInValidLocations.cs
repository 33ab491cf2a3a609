using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Validation.Rules;

// Section 5.7.2
/// <summary>A directive stands only where its definition lets it.</summary>
internal sealed class DirectivesInValidLocations(ValidationContext context) : ValidationRule(context)
{
    public override void Directive(DirectiveNode directive, DirectiveType? definition, DirectiveLocation location)
    {
        if (definition is not null && !definition.Locations.HasFlag(location))
            Context.Report($"Directive \"@{directive.Name.Value}\" may not be used on {DirectiveLocations.NamesOf(location).Single()}.", directive);
    }
}
