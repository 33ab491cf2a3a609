using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Portal.GraphQL.Execution;

namespace Portal.GraphQL.Transport.Uploads;

/// <summary>The part <c>map</c> of a multipart request: which file goes to which variables of the operations.</summary>
internal sealed class UploadMap
{
    private readonly Dictionary<string, string[]> _paths;
    private readonly JsonNode _operations;

    private UploadMap(Dictionary<string, string[]> paths, JsonNode operations) => (_paths, _operations) = (paths, operations);

    /// <summary>How many files there must be.</summary>
    public int Count => _paths.Count;

    /// <exception cref="RequestRefusal">It is no map, or a place in it does not hold null.</exception>
    public static UploadMap Parse(byte[] operations, byte[] map)
    {
        using (var strict = RequestBody.Parse(operations))
            if (strict.RootElement.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
                throw Bad("The part 'operations' must be a GraphQL request or a list of them.");
        var node = JsonNode.Parse(operations)!;
        using var json = RequestBody.Parse(map);
        if (json.RootElement.ValueKind != JsonValueKind.Object)
            throw Bad("The part 'map' must be an object of file names and lists of paths.");
        var paths = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in json.RootElement.EnumerateObject())
        {
            if (file.Value.ValueKind != JsonValueKind.Array || file.Value.GetArrayLength() == 0 || file.Value.EnumerateArray().Any(p => p.ValueKind != JsonValueKind.String))
                throw Bad("Every file in the part 'map' must have a list of paths.");
            paths[file.Name] = [.. file.Value.EnumerateArray().Select(p => p.GetString()!)];
            foreach (var path in paths[file.Name])
                if (!taken.Add(path) || Find(node, path) is not { } place || !place.IsNull)
                    throw Bad("A path in the part 'map' does not lead to a null in 'variables', or is there twice.");
        }
        return new(paths, node);
    }

    public bool Has(string file) => _paths.ContainsKey(file);

    /// <summary>Puts a file's ticket where the map says.</summary>
    public void Fill(string file, string ticket)
    {
        foreach (var path in _paths[file])
            Find(_operations, path)!.Value.Put(ticket);
    }

    /// <summary>The operations with the tickets in place.</summary>
    public JsonDocument ToJson() => JsonDocument.Parse(JsonSerializer.SerializeToUtf8Bytes(_operations), RequestBody.Strict);

    private readonly record struct Place(JsonNode Parent, string Key)
    {
        private int Index => int.Parse(Key, CultureInfo.InvariantCulture);

        public bool IsNull => Parent is JsonArray list ? list[Index] is null : Parent.AsObject()[Key] is null;

        public void Put(string ticket)
        {
            if (Parent is JsonArray list)
                list[Index] = ticket;
            else
                Parent[Key] = ticket;
        }
    }

    /// <summary>Where a path leads, null when it leads nowhere; it must go through <c>variables</c>.</summary>
    private static Place? Find(JsonNode operations, string path)
    {
        var segments = path.Split('.');
        var variables = operations is JsonArray ? 1 : 0;
        if (segments.Length < variables + 2 || segments[variables] != "variables")
            return null;
        var node = operations;
        for (var i = 0; i < segments.Length - 1; i++)
            if (!Exists(node, segments[i]) || Child(node, segments[i]) is not { } child)
                return null;
            else
                node = child;
        return Exists(node, segments[^1]) ? new Place(node, segments[^1]) : null;
    }

    private static bool Exists(JsonNode node, string key) => node switch
    {
        JsonArray list => int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Count,
        JsonObject map => map.ContainsKey(key),
        _ => false,
    };

    private static JsonNode? Child(JsonNode node, string key) => node is JsonArray list ? list[int.Parse(key, CultureInfo.InvariantCulture)] : node[key];

    private static RequestRefusal Bad(string message) => new(StatusCodes.Status400BadRequest, ErrorCodes.BadRequest, message);
}
