using System.Text.Json;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Language;

namespace Portal.GraphQL.Types.Scalars;

/// <summary>An opaque key; what is inside is <see cref="GlobalIdCodec"/>'s business.</summary>
public sealed class IdScalar : ScalarType<string>
{
    internal IdScalar() : base("ID") =>
        Description = "The `ID` scalar type represents a unique identifier, often used to refetch an object or as key for a cache. The ID type appears in a JSON response as a String; however, it is not intended to be human-readable. When expected as an input type, any string (such as `\"4\"`) or integer (such as `4`) input value will be accepted as an ID.";

    public override object ParseLiteral(ValueNode literal) => literal switch
    {
        StringValueNode text => text.Value,
        IntValueNode number => number.Text,
        _ => throw Refused.Literal("ID cannot represent a non-string and non-integer value", literal),
    };

    public override object ParseJson(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number when value.GetRawText() is var digits && !digits.AsSpan().ContainsAny('.', 'e', 'E') => digits,
        _ => throw Refused.Json("ID cannot represent value", value),
    };

    public override void Write(string value, ResultWriter writer) => writer.WriteString(value);

    public override ValueNode ToLiteral(object value) => new StringValueNode(default, (string)value, false);
}
