using Portal.GraphQL.Language;

namespace Portal.GraphQL.Validation.TypeSystem.Types;

// Section 3.1.1: names that begin with two underscores are reserved for introspection.
internal sealed class ReservedNames(SchemaContext context) : SchemaRule(context)
{
    public override void Check()
    {
        foreach (var directive in Context.DirectiveDefinitions)
        {
            Check(directive.Name, directive);
            Check(directive.Arguments);
        }
        foreach (var type in Context.Types)
        {
            Check(type.Definition.Name, type.Definition);
            foreach (var field in type.Fields)
            {
                Check(field.Name, field);
                Check(field.Arguments);
            }
            Check(type.Inputs);
            foreach (var value in type.Values) Check(value.Name, value);
        }
    }

    private void Check(IReadOnlyList<InputValueDefinitionNode> inputs)
    {
        foreach (var input in inputs) Check(input.Name, input);
    }

    private void Check(NameNode name, SyntaxNode definition)
    {
        if (name.Value.StartsWith("__", StringComparison.Ordinal))
            Context.Report($"Name \"{name.Value}\" must not begin with \"__\", which is reserved by GraphQL introspection.", definition);
    }
}
