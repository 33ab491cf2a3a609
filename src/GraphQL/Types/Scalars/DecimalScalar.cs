using System.Globalization;
using System.Text.Json;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Language;

namespace Portal.GraphQL.Types.Scalars;

/// <summary>An exact decimal number: money.</summary>
public sealed class DecimalScalar : ScalarType<decimal>
{
    internal DecimalScalar() : base("Decimal")
    {
        Description = "An exact decimal number of up to 28 significant digits, written as a JSON number with its digits unchanged, read from a number or a string.";
        SpecifiedBy = "https://www.rfc-editor.org/rfc/rfc8259#section-6";
    }

    public override object ParseLiteral(ValueNode literal) => literal switch
    {
        IntValueNode i when Read(i.Text) is { } value => value,
        FloatValueNode f when Read(f.Text) is { } value => value,
        StringValueNode s when Read(s.Value) is { } value => value,
        _ => throw Refused.Literal("Decimal cannot represent non numeric value", literal),
    };

    public override object ParseJson(JsonElement value)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.String => value.GetString()!,
            _ => "",
        };
        return Read(text) ?? throw Refused.Json("Decimal cannot represent non numeric value", value);
    }

    public override void Write(decimal value, ResultWriter writer) => writer.WriteNumber(value);

    public override ValueNode ToLiteral(object value)
    {
        var text = ((decimal)value).ToString(CultureInfo.InvariantCulture);
        return text.Contains('.') ? new FloatValueNode(default, text) : new IntValueNode(default, text);
    }

    private static decimal? Read(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value) ? value : null;
}
