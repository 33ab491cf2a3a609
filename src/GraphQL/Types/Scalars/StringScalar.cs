using System.Text.Json;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Language;

namespace Portal.GraphQL.Types.Scalars;

/// <summary>Text.</summary>
public sealed class StringScalar : ScalarType<string>
{
    internal StringScalar() : base("String") =>
        Description = "The `String` scalar type represents textual data, represented as UTF-8 character sequences. The String type is most often used by GraphQL to represent free-form human-readable text.";

    public override object ParseLiteral(ValueNode literal) =>
        literal is StringValueNode text ? text.Value : throw Refused.Literal("String cannot represent a non string value", literal);

    public override object ParseJson(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : throw Refused.Json("String cannot represent a non string value", value);

    public override void Write(string value, ResultWriter writer) => writer.WriteString(value);

    public override ValueNode ToLiteral(object value) => new StringValueNode(default, (string)value, false);
}
