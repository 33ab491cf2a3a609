using System.Globalization;
using System.Text.Json;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Language;

namespace Portal.GraphQL.Types.Scalars;

/// <summary>A whole number of 64 bits.</summary>
public sealed class LongScalar : ScalarType<long>
{
    internal LongScalar() : base("Long")
    {
        Description = "A whole number between -(2^63) and 2^63 - 1, written as a JSON number.";
        SpecifiedBy = "https://www.rfc-editor.org/rfc/rfc8259#section-6";
    }

    public override object ParseLiteral(ValueNode literal)
    {
        if (literal is not IntValueNode number) throw Refused.Literal("Long cannot represent non-integer value", literal);
        return long.TryParse(number.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Refused.Literal("Long cannot represent non 64-bit signed integer value", literal);
    }

    public override object ParseJson(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Number) throw Refused.Json("Long cannot represent non-integer value", value);
        if (value.TryGetInt64(out var number)) return number;
        if (!value.TryGetDecimal(out var exact)) throw Refused.Json("Long cannot represent non 64-bit signed integer value", value);
        if (exact != decimal.Truncate(exact)) throw Refused.Json("Long cannot represent non-integer value", value);
        return exact is >= long.MinValue and <= long.MaxValue ? (long)exact : throw Refused.Json("Long cannot represent non 64-bit signed integer value", value);
    }

    public override void Write(long value, ResultWriter writer) => writer.WriteNumber(value);

    public override ValueNode ToLiteral(object value) => new IntValueNode(default, ((long)value).ToString(CultureInfo.InvariantCulture));
}
