using Portal.GraphQL.Language;

namespace Portal.GraphQL.Validation.TypeSystem.Documents;

// Section 5.6.3: in defaults and in arguments of directives too, a field of an object is given once.
internal sealed class InputFieldsOfValues(SchemaContext context) : SchemaRule(context)
{
    public override void Check()
    {
        foreach (var argument in DirectivePlace.Of(Context.Document).SelectMany(p => p.Directives).SelectMany(d => d.Arguments))
            Check(argument.Value);
        foreach (var input in InputDefinitions.Of(Context.Document))
            if (input.DefaultValue is { } value) Check(value);
    }

    private void Check(ValueNode value)
    {
        switch (value)
        {
            case ListValueNode list:
                foreach (var item in list.Items) Check(item);
                break;
            case ObjectValueNode node:
                var known = new Dictionary<string, NameNode>(StringComparer.Ordinal);
                foreach (var field in node.Fields)
                {
                    if (!known.TryAdd(field.Name.Value, field.Name))
                        Context.Report($"There can be only one input field named \"{field.Name.Value}\".", known[field.Name.Value], field.Name);
                    Check(field.Value);
                }
                break;
        }
    }
}
