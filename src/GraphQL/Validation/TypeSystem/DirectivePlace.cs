using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Validation.TypeSystem;

/// <summary>A place of a document that can have directives.</summary>
/// <param name="Scope">What the place belongs to: a definition and its extensions are one scope, in which a directive stands once.</param>
internal sealed record DirectivePlace(IReadOnlyList<DirectiveNode> Directives, DirectiveLocation Location, object Scope)
{
    /// <summary>All places of a document that have directives, in the order of the text.</summary>
    public static IEnumerable<DirectivePlace> Of(DocumentNode document) =>
        document.Definitions.OfType<TypeSystemDefinitionNode>().SelectMany(Of).Where(p => p.Directives.Count > 0);

    private static IEnumerable<DirectivePlace> Of(TypeSystemDefinitionNode definition) => definition switch
    {
        SchemaDefinitionNode n => [new(n.Directives, DirectiveLocation.Schema, DirectiveLocation.Schema)],
        DirectiveDefinitionNode n => n.Arguments.Select(a => Input(a, DirectiveLocation.ArgumentDefinition)),
        ScalarTypeDefinitionNode n => [Type(n, DirectiveLocation.Scalar)],
        ObjectTypeDefinitionNode n => [Type(n, DirectiveLocation.Object), .. n.Fields.SelectMany(Field)],
        InterfaceTypeDefinitionNode n => [Type(n, DirectiveLocation.Interface), .. n.Fields.SelectMany(Field)],
        UnionTypeDefinitionNode n => [Type(n, DirectiveLocation.Union)],
        EnumTypeDefinitionNode n => [Type(n, DirectiveLocation.Enum), .. n.Values.Select(v => new DirectivePlace(v.Directives, DirectiveLocation.EnumValue, v))],
        InputObjectTypeDefinitionNode n => [Type(n, DirectiveLocation.InputObject), .. n.Fields.Select(f => Input(f, DirectiveLocation.InputFieldDefinition))],
        _ => throw new ArgumentException($"Unknown definition {definition.GetType().Name}."),
    };

    private static DirectivePlace Type(TypeDefinitionNode node, DirectiveLocation location) => new(node.Directives, location, node.Name.Value);

    private static DirectivePlace Input(InputValueDefinitionNode node, DirectiveLocation location) => new(node.Directives, location, node);

    private static IEnumerable<DirectivePlace> Field(FieldDefinitionNode node) =>
        [.. node.Arguments.Select(a => Input(a, DirectiveLocation.ArgumentDefinition)), new(node.Directives, DirectiveLocation.FieldDefinition, node)];
}
