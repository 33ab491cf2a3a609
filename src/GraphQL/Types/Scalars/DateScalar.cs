using System.Globalization;
using System.Text.Json;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Language;

namespace Portal.GraphQL.Types.Scalars;

/// <summary>A calendar date without time or zone.</summary>
public sealed class DateScalar : ScalarType<DateOnly>
{
    private const string Message = "Date cannot represent a value that is not a calendar date as YYYY-MM-DD";

    internal DateScalar() : base("Date")
    {
        Description = "A calendar date without time or time zone, written `YYYY-MM-DD`.";
        SpecifiedBy = "https://www.rfc-editor.org/rfc/rfc3339#section-5.6";
    }

    public override object ParseLiteral(ValueNode literal) =>
        literal is StringValueNode text && Read(text.Value) is { } date ? date : throw Refused.Literal(Message, literal);

    public override object ParseJson(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && Read(value.GetString()!) is { } date ? date : throw Refused.Json(Message, value);

    public override void Write(DateOnly value, ResultWriter writer) => writer.WriteString(value, "O");

    public override ValueNode ToLiteral(object value) => new StringValueNode(default, ((DateOnly)value).ToString("O", CultureInfo.InvariantCulture), false);

    private static DateOnly? Read(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
