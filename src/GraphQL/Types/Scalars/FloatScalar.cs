using System.Globalization;
using System.Text.Json;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Language;

namespace Portal.GraphQL.Types.Scalars;

/// <summary>A floating point number of 64 bits. Money is never a Float.</summary>
public sealed class FloatScalar : ScalarType<double>
{
    internal FloatScalar() : base("Float") =>
        Description = "The `Float` scalar type represents signed double-precision fractional values as specified by [IEEE 754](https://en.wikipedia.org/wiki/IEEE_floating_point).";

    public override object ParseLiteral(ValueNode literal) => literal switch
    {
        IntValueNode i when Read(i.Text) is { } value => value,
        FloatValueNode f when Read(f.Text) is { } value => value,
        _ => throw Refused.Literal("Float cannot represent non numeric value", literal),
    };

    public override object ParseJson(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number)
            ? number
            : throw Refused.Json("Float cannot represent non numeric value", value);

    public override void Write(double value, ResultWriter writer)
    {
        if (!double.IsFinite(value)) throw new CoercionException($"Float cannot represent non numeric value: {value.ToString(CultureInfo.InvariantCulture)}");
        writer.WriteNumber(value);
    }

    public override ValueNode ToLiteral(object value)
    {
        var text = ((double)value).ToString("R", CultureInfo.InvariantCulture);
        return text.All(c => char.IsAsciiDigit(c) || c == '-') ? new IntValueNode(default, text) : new FloatValueNode(default, text);
    }

    private static double? Read(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;
}
