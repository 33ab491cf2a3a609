using System.Text.Json;
using Portal.GraphQL.Language;

namespace Portal.GraphQL.Types.Scalars;

/// <summary>The refusal of a value, quoting it; public so that custom scalars phrase theirs alike.</summary>
public static class Refused
{
    public static CoercionException Literal(string message, ValueNode literal) => new($"{message}: {Printer.Print(literal)}");

    public static CoercionException Json(string message, JsonElement value) => new($"{message}: {Inspect(value)}");

    private static string Inspect(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => LiteralPrinter.Quote(value.GetString()!),
        JsonValueKind.Array => $"[{string.Join(", ", value.EnumerateArray().Select(Inspect))}]",
        JsonValueKind.Object when value.EnumerateObject().Any() => $"{{ {string.Join(", ", value.EnumerateObject().Select(p => $"{p.Name}: {Inspect(p.Value)}"))} }}",
        JsonValueKind.Object => "{}",
        JsonValueKind.Undefined => "undefined",
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null => value.GetRawText(),
    };
}
