using System.Net;
using System.Text.Json;

namespace Portal.Graph.Testing;

/// <summary>What <c>/graphql</c> answered.</summary>
public sealed record ApiAnswer(HttpStatusCode Status, string Text)
{
    private JsonElement? _root;

    public JsonElement Root => _root ??= JsonDocument.Parse(Text).RootElement;

    /// <summary>Codes of the top-level errors.</summary>
    public IReadOnlyList<string> ErrorCodes => Root.TryGetProperty("errors", out var errors)
        ? [.. errors.EnumerateArray().Select(e => e.GetProperty("extensions").GetProperty("code").GetString()!)]
        : [];

    /// <summary>The value at a path of response names and list indexes below <c>data</c>; fails with the whole answer when there is none.</summary>
    public JsonElement Data(params object[] path)
    {
        try
        {
            return path.Aggregate(Root.GetProperty("data"), (at, step) => step is int i ? at[i] : at.GetProperty((string)step));
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException)
        {
            throw new InvalidOperationException($"There is no {string.Join('.', path)} in {Text}", e);
        }
    }

    /// <summary>Codes of the payload errors of a mutation.</summary>
    public IReadOnlyList<string> PayloadCodes(string mutation) => Data(mutation).GetProperty("errors") is { ValueKind: JsonValueKind.Array } errors
        ? [.. errors.EnumerateArray().Select(e => e.GetProperty("code").GetString()!)]
        : [];
}
