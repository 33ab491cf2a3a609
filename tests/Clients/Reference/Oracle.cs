using System.Globalization;
using System.Text;
using System.Text.Json;
using Portal.GraphQL.Execution;

namespace Portal.Graph.Clients.Reference;

/// <summary>
/// The reference implementation (npm graphql 16). Each script gets one JSON value a line and answers each with one, so that
/// thousands of comparisons cost one process.
/// </summary>
public static class Oracle
{
    private const string TypeRef = "fragment R on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } }";

    /// <summary>All that introspection tells, as clients ask for it.</summary>
    public const string Introspection =
        """
        query Introspection { __schema { description queryType { name } mutationType { name } subscriptionType { name }
          types { kind name description specifiedByURL isOneOf
            fields(includeDeprecated: true) { name description args(includeDeprecated: true) { ...V } type { ...R } isDeprecated deprecationReason }
            inputFields(includeDeprecated: true) { ...V } interfaces { ...R } possibleTypes { ...R }
            enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason } }
          directives { name description isRepeatable locations args(includeDeprecated: true) { ...V } } } }
        fragment V on __InputValue { name description type { ...R } defaultValue isDeprecated deprecationReason }

        """ + TypeRef;

    /// <summary>How many times the usual number of generated cases is compared: the environment variable <c>REFERENCE_SCALE</c>.</summary>
    public static int Scale { get; } = int.TryParse(Environment.GetEnvironmentVariable("REFERENCE_SCALE"), CultureInfo.InvariantCulture, out var scale) ? scale : 1;

    /// <summary>The answers to all lines, in their order.</summary>
    public static async Task<IReadOnlyList<JsonElement>> AskAsync(string script, IEnumerable<string> lines)
    {
        var input = new StringBuilder();
        foreach (var line in lines) input.Append(line).Append('\n');
        var output = await NodeClients.RunAsync($"oracle/{script}.mjs", [], input.ToString());
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }

    /// <summary>A JSON string that keeps lone surrogates, which UTF-8 has no form for.</summary>
    public static string Quote(string text)
    {
        var json = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
            if (c is >= ' ' and < '\u007f' and not ('"' or '\\')) json.Append(c);
            else json.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        return json.Append('"').ToString();
    }

    /// <summary>The errors of an answer, each as <c>message @ line:column …</c>, sorted; empty when there are none.</summary>
    public static IReadOnlyList<string> Errors(JsonElement answer) => answer.TryGetProperty("errors", out var errors)
        ? [.. errors.EnumerateArray().Select(e => $"{e.GetProperty("message").GetString()} @ {string.Join(' ', e.GetProperty("locations").EnumerateArray())}").Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Our errors in the same form.</summary>
    public static IReadOnlyList<string> Errors(IEnumerable<GraphQLError> errors) =>
        [.. errors.Select(e => $"{WellFormed(e.Message)} @ {string.Join(' ', (e.Locations ?? []).Select(l => $"{l.Line}:{l.Column}"))}").Order(StringComparer.Ordinal)];

    /// <summary>The text with U+FFFD for lone surrogates, as the scripts answer.</summary>
    public static string WellFormed(string text)
    {
        var all = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) all.Append(rune.ToString());
        return all.ToString();
    }
}
