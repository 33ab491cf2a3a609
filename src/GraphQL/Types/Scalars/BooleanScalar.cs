using System.Text.Json;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Language;

namespace Portal.GraphQL.Types.Scalars;

/// <summary>True or false.</summary>
public sealed class BooleanScalar : ScalarType<bool>
{
    internal BooleanScalar() : base("Boolean") => Description = "The `Boolean` scalar type represents `true` or `false`.";

    public override object ParseLiteral(ValueNode literal) =>
        literal is BooleanValueNode flag ? flag.Value : throw Refused.Literal("Boolean cannot represent a non boolean value", literal);

    public override object ParseJson(JsonElement value) =>
        value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw Refused.Json("Boolean cannot represent a non boolean value", value);

    public override void Write(bool value, ResultWriter writer) => writer.WriteBoolean(value);

    public override ValueNode ToLiteral(object value) => new BooleanValueNode(default, (bool)value);
}
