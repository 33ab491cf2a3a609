using Portal.GraphQL.Language;

namespace Portal.GraphQL.Validation.TypeSystem.Documents;

// Sections 3.6.1 and 3.13: the arguments of a field or directive have unique names.
internal sealed class ArgumentDefinitionUniqueness(SchemaContext context) : SchemaRule(context)
{
    public override void Check()
    {
        foreach (var directive in Context.DirectiveDefinitions)
            Check($"@{directive.Name.Value}", directive.Arguments);
        foreach (var type in Context.TypeDefinitions.OfType<FieldedTypeDefinitionNode>())
            foreach (var field in type.Fields)
                Check($"{type.Name.Value}.{field.Name.Value}", field.Arguments);
    }

    private void Check(string owner, IReadOnlyList<InputValueDefinitionNode> arguments)
    {
        foreach (var same in arguments.GroupBy(a => a.Name.Value).Where(g => g.Count() > 1))
            Context.Report($"Argument \"{owner}({same.Key}:)\" can only be defined once.", same.Select(a => a.Name));
    }
}
