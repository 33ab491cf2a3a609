using Portal.GraphQL.Language;

namespace Portal.GraphQL.Validation.TypeSystem.Documents;

/// <summary>Every type that a definition names is defined.</summary>
internal sealed class TypeNamesAreDefined(SchemaContext context) : SchemaRule(context)
{
    private readonly HashSet<string> _known =
        [.. context.TypeDefinitions.Where(d => !d.IsExtension).Select(d => d.Name.Value), .. SchemaContext.StandardNames];

    public override void Check()
    {
        foreach (var definition in Context.Document.Definitions.OfType<TypeSystemDefinitionNode>())
            foreach (var name in Names(definition))
                if (!_known.Contains(name.Value))
                    Context.Report($"Unknown type \"{name.Value}\".{Suggestions.DidYouMean(name.Value, _known)}", name);
    }

    private static IEnumerable<NameNode> Names(TypeSystemDefinitionNode definition) => definition switch
    {
        SchemaDefinitionNode n => n.OperationTypes.Select(o => o.Type.Name),
        DirectiveDefinitionNode n => n.Arguments.Select(a => a.Type.Named()),
        FieldedTypeDefinitionNode n => [.. n.Interfaces.Select(i => i.Name), .. n.Fields.SelectMany(f => f.Arguments.Select(a => a.Type.Named()).Append(f.Type.Named()))],
        UnionTypeDefinitionNode n => n.Members.Select(m => m.Name),
        InputObjectTypeDefinitionNode n => n.Fields.Select(f => f.Type.Named()),
        _ => [],
    };
}
