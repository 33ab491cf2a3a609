using System.Text.Json;

namespace Portal.GraphQL.Execution.Coercion;

/// <summary>Finds properties of a JSON object. Looking one up reads the object from its end, so for many in a large one they are indexed first.</summary>
internal readonly struct PropertyLookup
{
    private const int MostReads = 1000;

    private readonly JsonElement _json;
    private readonly Dictionary<string, JsonElement>? _index;

    /// <param name="json">Anything; what is no object has no properties.</param>
    /// <param name="lookups">How many will be looked up.</param>
    public PropertyLookup(JsonElement json, int lookups)
    {
        _json = json;
        if (json.ValueKind != JsonValueKind.Object || (long)lookups * json.GetPropertyCount() <= MostReads)
            return;
        _index = new(StringComparer.Ordinal);
        foreach (var property in json.EnumerateObject())
            _index[property.Name] = property.Value;
    }

    public bool TryGet(string name, out JsonElement value)
    {
        if (_index is not null)
            return _index.TryGetValue(name, out value);
        value = default;
        return _json.ValueKind == JsonValueKind.Object && _json.TryGetProperty(name, out value);
    }
}
