using System.Globalization;

namespace Portal.GraphQL.Paging;

/// <summary>The text of a key value inside a cursor, and back, exactly.</summary>
internal static class CursorValue
{
    public static string? ToText(object? value) => value switch
    {
        null => null,
        string s => s,
        bool b => b ? "1" : "0",
        Enum e => Convert.ToInt64(e, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
        DateOnly or DateTimeOffset or DateTime or TimeOnly => ((IFormattable)value).ToString("O", CultureInfo.InvariantCulture),
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"A list cannot be paged by a key of type {value.GetType()}."),
    };

    public static object? Parse(string? text, Type type)
    {
        if (text is null)
            return null;
        type = Nullable.GetUnderlyingType(type) ?? type;
        var culture = CultureInfo.InvariantCulture;
        if (type == typeof(string)) return text;
        if (type == typeof(bool)) return text == "1";
        if (type.IsEnum) return Enum.ToObject(type, long.Parse(text, culture));
        if (type == typeof(DateOnly)) return DateOnly.ParseExact(text, "O", culture);
        if (type == typeof(TimeOnly)) return TimeOnly.ParseExact(text, "O", culture);
        if (type == typeof(DateTimeOffset)) return DateTimeOffset.ParseExact(text, "O", culture, DateTimeStyles.RoundtripKind);
        if (type == typeof(DateTime)) return DateTime.ParseExact(text, "O", culture, DateTimeStyles.RoundtripKind);
        if (type == typeof(Guid)) return Guid.Parse(text);
        if (type.IsPrimitive || type == typeof(decimal)) return Convert.ChangeType(text, type, culture);
        throw new NotSupportedException($"A list cannot be paged by a key of type {type}.");
    }
}
