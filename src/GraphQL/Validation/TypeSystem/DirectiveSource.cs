using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Validation.TypeSystem;

/// <summary>A directive as definitions may use it.</summary>
internal sealed record DirectiveSource(string Name, DirectiveLocation Locations, bool IsRepeatable, IReadOnlyList<DirectiveSource.Argument> Arguments)
{
    internal sealed record Argument(string Name, string Type, bool IsRequired);

    public static IReadOnlyDictionary<string, DirectiveSource> All(IEnumerable<DirectiveDefinitionNode> definitions)
    {
        var all = BuiltInDirectives.All.ToDictionary(d => d.Name, Standard, StringComparer.Ordinal);
        foreach (var definition in definitions)
            all[definition.Name.Value] = Defined(definition);
        return all;
    }

    private static DirectiveSource Standard(DirectiveType directive) => new(
        directive.Name, directive.Locations, directive.IsRepeatable, [.. directive.Arguments.Select(a => new Argument(a.Name, a.Type.ToString()!, a.IsRequired))]);

    private static DirectiveSource Defined(DirectiveDefinitionNode node) => new(
        node.Name.Value,
        node.Locations.Aggregate(default(DirectiveLocation), (all, name) => all | DirectiveLocations.Parse(name.Value)!.Value),
        node.IsRepeatable,
        [.. node.Arguments.Select(a => new Argument(a.Name.Value, Printer.Print(a.Type), a.IsRequired()))]);
}
