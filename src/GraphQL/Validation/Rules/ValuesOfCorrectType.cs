using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Validation.Rules;

// Sections 5.6.1, 5.6.2 and 5.6.4
/// <summary>A literal is a value of the type expected: leaves fit, input objects have known fields, all required ones, and one for oneOf.</summary>
internal sealed class ValuesOfCorrectType(ValidationContext context) : ValidationRule(context)
{
    public override void Value(ValueNode value, TypeReference? type)
    {
        switch (value)
        {
            case var _ when type is null:
            case VariableNode:
                break;
            case NullValueNode:
                if (type.IsNonNull)
                    Mismatch(value, type);
                break;
            case ListValueNode list when type.Nullable is ListType listType:
                foreach (var item in list.Items)
                    Value(item, listType.Element);
                break;
            case ListValueNode:
                CheckLeaf(value, type.Nullable);
                break;
            case ObjectValueNode node when type.Named is InputObjectType inputObject:
                CheckObject(node, inputObject);
                break;
            default:
                CheckLeaf(value, type);
                break;
        }
    }

    private void CheckObject(ObjectValueNode node, InputObjectType type)
    {
        foreach (var definition in type.Fields)
            if (definition.IsRequired && !node.Fields.Any(f => f.Name.Value == definition.Name))
                Context.Report($"Field \"{type}.{definition.Name}\" of required type \"{definition.Type}\" was not provided.", node);
        if (type.IsOneOf)
            CheckOneOf(node, type);
        foreach (var field in node.Fields)
        {
            if (type.Fields.Find(field.Name.Value) is { } definition)
                Value(field.Value, definition.Type);
            else
                Context.Report(
                    $"Field \"{field.Name.Value}\" is not defined by type \"{type}\".{Context.DidYouMean(field.Name.Value, type.Fields.Select(f => f.Name))}",
                    field);
        }
    }

    private void CheckOneOf(ObjectValueNode node, InputObjectType type)
    {
        var names = node.Fields.Select(f => f.Name.Value).Distinct().ToList();
        if (names.Count != 1)
            Context.Report($"OneOf Input Object \"{type}\" must specify exactly one key.", node);
        else if (node.Fields[^1].Value is NullValueNode)
            Context.Report($"Field \"{type}.{names[0]}\" must be non-null.", node);
    }

    private void CheckLeaf(ValueNode value, TypeReference type)
    {
        switch (type.Named)
        {
            case ScalarType scalar: CheckScalar(value, scalar); break;
            case EnumType enumType: CheckEnum(value, enumType); break;
            default: Mismatch(value, type); break;
        }
    }

    private void CheckScalar(ValueNode value, ScalarType scalar)
    {
        try
        {
            scalar.ParseLiteral(value);
        }
        catch (CoercionException refusal)
        {
            Context.Report(refusal.Message, value);
        }
    }

    private void CheckEnum(ValueNode value, EnumType type)
    {
        var text = Printer.Print(value);
        if (value is not EnumValueNode)
            Context.Report($"Enum \"{type}\" cannot represent non-enum value: {text}.{DidYouMean(text, type)}", value);
        else if (type.Values.Find(text) is null)
            Context.Report($"Value \"{text}\" does not exist in \"{type}\" enum.{DidYouMean(text, type)}", value);
    }

    private string DidYouMean(string text, EnumType type) =>
        Context.Options.HideSuggestions ? "" : Suggestions.DidYouMean(text, type.Values.Select(v => v.Name), "the enum value ");

    private void Mismatch(ValueNode value, TypeReference type) =>
        Context.Report($"Expected value of type \"{type}\", found {Printer.Print(value)}.", value);
}
