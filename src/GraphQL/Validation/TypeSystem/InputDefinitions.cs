using Portal.GraphQL.Language;

namespace Portal.GraphQL.Validation.TypeSystem;

/// <summary>The arguments and input fields of a document.</summary>
internal static class InputDefinitions
{
    public static IEnumerable<InputValueDefinitionNode> Of(DocumentNode document) =>
        document.Definitions.SelectMany(definition => definition switch
        {
            DirectiveDefinitionNode n => n.Arguments,
            FieldedTypeDefinitionNode n => n.Fields.SelectMany(f => f.Arguments),
            InputObjectTypeDefinitionNode n => n.Fields,
            _ => Enumerable.Empty<InputValueDefinitionNode>(),
        });
}
