using System.Globalization;
using System.Text.Json;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Language;

namespace Portal.GraphQL.Types.Scalars;

/// <summary>A whole number of 32 bits.</summary>
public sealed class IntScalar : ScalarType<int>
{
    internal IntScalar() : base("Int") =>
        Description = "The `Int` scalar type represents non-fractional signed whole numeric values. Int can represent values between -(2^31) and 2^31 - 1.";

    public override object ParseLiteral(ValueNode literal)
    {
        if (literal is not IntValueNode number) throw Refused.Literal("Int cannot represent non-integer value", literal);
        return int.TryParse(number.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Refused.Literal("Int cannot represent non 32-bit signed integer value", literal);
    }

    public override object ParseJson(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Number) throw Refused.Json("Int cannot represent non-integer value", value);
        if (value.TryGetInt32(out var number)) return number;
        // 1.0 and 1e3 are integers too: JSON does not tell the kinds of numbers apart.
        if (!value.TryGetDouble(out var real) || real != Math.Floor(real)) throw Refused.Json("Int cannot represent non-integer value", value);
        return real is >= int.MinValue and <= int.MaxValue ? (int)real : throw Refused.Json("Int cannot represent non 32-bit signed integer value", value);
    }

    public override void Write(int value, ResultWriter writer) => writer.WriteNumber(value);

    public override ValueNode ToLiteral(object value) => new IntValueNode(default, ((int)value).ToString(CultureInfo.InvariantCulture));
}
