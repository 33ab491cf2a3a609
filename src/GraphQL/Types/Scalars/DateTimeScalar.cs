using System.Globalization;
using System.Text.Json;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Language;

namespace Portal.GraphQL.Types.Scalars;

/// <summary>An instant; read with any offset, kept and written in UTC.</summary>
public sealed class DateTimeScalar : ScalarType<DateTimeOffset>
{
    private const string Message = "DateTime cannot represent a value that is not a date and time with offset as in RFC 3339";
    private const string Written = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";
    private static readonly string[] _accepted = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:sszzz", Written, "yyyy-MM-dd'T'HH:mm:ss'Z'"];

    internal DateTimeScalar() : base("DateTime")
    {
        Description = "An instant in UTC as RFC 3339 writes it, such as `2026-03-01T14:30:00Z`. Any offset is accepted, but there must be one.";
        SpecifiedBy = "https://www.rfc-editor.org/rfc/rfc3339#section-5.6";
    }

    public override object ParseLiteral(ValueNode literal) =>
        literal is StringValueNode text && Read(text.Value) is { } instant ? instant : throw Refused.Literal(Message, literal);

    public override object ParseJson(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && Read(value.GetString()!) is { } instant ? instant : throw Refused.Json(Message, value);

    public override void Write(DateTimeOffset value, ResultWriter writer)
    {
        Span<byte> text = stackalloc byte[32];
        value.ToUniversalTime().TryFormat(text, out var length, Written, CultureInfo.InvariantCulture);
        writer.WriteUtf8String(text[..length]);
    }

    public override ValueNode ToLiteral(object value) =>
        new StringValueNode(default, ((DateTimeOffset)value).ToUniversalTime().ToString(Written, CultureInfo.InvariantCulture), false);

    private static DateTimeOffset? Read(string text) =>
        DateTimeOffset.TryParseExact(text.ToUpperInvariant(), _accepted, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant.ToUniversalTime()
            : null;
}
