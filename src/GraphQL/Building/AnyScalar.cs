using System.Text.Json;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Building;

/// <summary>A scalar of which only the name is known, as SDL declares it: any literal may be one of its values.</summary>
internal sealed class AnyScalar(string name) : ScalarType(name)
{
    public override object ParseLiteral(ValueNode literal) => literal;

    public override object ParseJson(JsonElement value) => value;

    public override void Write(object value, ResultWriter writer) => throw new InvalidOperationException("This schema is not executable.");

    public override ValueNode ToLiteral(object value) => (ValueNode)value;
}
