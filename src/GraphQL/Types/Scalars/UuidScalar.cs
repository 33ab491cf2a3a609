using System.Text.Json;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Language;

namespace Portal.GraphQL.Types.Scalars;

/// <summary>A universally unique identifier.</summary>
public sealed class UuidScalar : ScalarType<Guid>
{
    internal UuidScalar() : base("UUID")
    {
        Description = "A universally unique identifier, written as 32 hexadecimal digits in five groups.";
        SpecifiedBy = "https://www.rfc-editor.org/rfc/rfc9562";
    }

    public override object ParseLiteral(ValueNode literal) =>
        literal is StringValueNode text && Guid.TryParseExact(text.Value, "D", out var id) ? id : throw Refused.Literal("UUID cannot represent value", literal);

    public override object ParseJson(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && Guid.TryParseExact(value.GetString(), "D", out var id) ? id : throw Refused.Json("UUID cannot represent value", value);

    public override void Write(Guid value, ResultWriter writer)
    {
        Span<byte> text = stackalloc byte[36];
        value.TryFormat(text, out _, "D");
        writer.WriteUtf8String(text);
    }

    public override ValueNode ToLiteral(object value) => new StringValueNode(default, ((Guid)value).ToString("D"), false);
}
