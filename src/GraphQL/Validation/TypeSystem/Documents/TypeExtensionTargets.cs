using Portal.GraphQL.Language;

namespace Portal.GraphQL.Validation.TypeSystem.Documents;

// Sections 3.4.3 and 3.5 to 3.10: what is extended is defined, and of the same kind.
internal sealed class TypeExtensionTargets(SchemaContext context) : SchemaRule(context)
{
    public override void Check()
    {
        var defined = new Dictionary<string, TypeDefinitionNode>(StringComparer.Ordinal);
        foreach (var definition in Context.TypeDefinitions.Where(d => !d.IsExtension)) defined[definition.Name.Value] = definition;
        foreach (var extension in Context.TypeDefinitions.Where(d => d.IsExtension))
        {
            var name = extension.Name.Value;
            if (!defined.TryGetValue(name, out var definition))
                Context.Report($"Cannot extend type \"{name}\" because it is not defined.{Suggestions.DidYouMean(name, defined.Keys)}", extension.Name);
            else if (definition.GetType() != extension.GetType())
                Context.Report($"Cannot extend non-{Kind(extension)} type \"{name}\".", definition, extension);
        }
    }

    private static string Kind(TypeDefinitionNode node) => node switch
    {
        ScalarTypeDefinitionNode => "scalar",
        ObjectTypeDefinitionNode => "object",
        InterfaceTypeDefinitionNode => "interface",
        UnionTypeDefinitionNode => "union",
        EnumTypeDefinitionNode => "enum",
        InputObjectTypeDefinitionNode => "input object",
        _ => throw new ArgumentException($"Unknown definition {node.GetType().Name}."),
    };
}
