using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Validation.Rules;

// Section 5.6.3
/// <summary>A field of an input object is given once.</summary>
internal sealed class InputObjectFieldUniqueness(ValidationContext context) : ValidationRule(context)
{
    public override void Value(ValueNode value, TypeReference? type)
    {
        switch (value)
        {
            case ListValueNode list:
                foreach (var item in list.Items)
                    Value(item, null);
                break;
            case ObjectValueNode node:
                var known = new Dictionary<string, NameNode>(StringComparer.Ordinal);
                foreach (var field in node.Fields)
                {
                    if (!known.TryAdd(field.Name.Value, field.Name))
                        Context.Report($"There can be only one input field named \"{field.Name.Value}\".", known[field.Name.Value], field.Name);
                    Value(field.Value, null);
                }
                break;
        }
    }
}
