using System.Text;
using Portal.GraphQL.Language;

namespace Portal.GraphQL.Types;

/// <summary>A value in GraphQL syntax: defaults in SDL and introspection, values quoted by messages.</summary>
public static class LiteralPrinter
{
    public static string Print(ValueNode value) => value switch
    {
        IntValueNode i => i.Text,
        FloatValueNode f => f.Text,
        StringValueNode s => Quote(s.Value),
        BooleanValueNode b => b.Value ? "true" : "false",
        NullValueNode => "null",
        EnumValueNode e => e.Value,
        VariableNode v => "$" + v.Name.Value,
        ListValueNode l => $"[{string.Join(", ", l.Items.Select(Print))}]",
        ObjectValueNode o => $"{{{string.Join(", ", o.Fields.Select(f => $"{f.Name.Value}: {Print(f.Value)}"))}}}",
        _ => throw new InvalidOperationException($"{value.GetType().Name} is not a value of the language."),
    };

    public static string Quote(string text)
    {
        var result = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
            result.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\b' => "\\b",
                '\f' => "\\f",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                < ' ' or (>= '\u007f' and <= '\u009f') => $"\\u{(int)c:X4}",
                _ => c.ToString(),
            });
        return result.Append('"').ToString();
    }
}
