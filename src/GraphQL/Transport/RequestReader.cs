using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Portal.GraphQL.Execution;

namespace Portal.GraphQL.Transport;

/// <summary>Makes requests of JSON bodies and of URL parameters, strictly.</summary>
internal sealed class RequestReader(GraphQLHttpOptions options)
{
    private readonly string[] _documentIdNames = [.. options.DocumentIdNames];

    /// <summary>The request of a POST.</summary>
    /// <exception cref="RequestRefusal">It is none.</exception>
    public GraphQLRequest Read(JsonElement json, string correlationId)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw Bad(ErrorCodes.BadRequest, "The body must be a JSON object with the key 'query'.");
        string? documentId = null;
        foreach (var name in _documentIdNames)
            documentId ??= Text(json, name);
        return Complete(new GraphQLRequest(Text(json, "query"), Text(json, "operationName"), Map(json, "variables"), documentId, Map(json, "extensions"))
        {
            CorrelationId = correlationId,
        });
    }

    /// <summary>The requests of a POST whose body is a JSON array; each is read when its turn comes, so that a bad one fails alone.</summary>
    /// <exception cref="RequestRefusal">They are too many, or none.</exception>
    public IReadOnlyList<Func<GraphQLRequest>> ReadBatch(JsonElement json, string correlationId)
    {
        var count = json.GetArrayLength();
        if (options.MaxBatchSize == 0)
            throw Bad(HttpErrorCodes.BatchingNotSupported, "Send one request at a time: a list of requests is not supported.");
        if (count == 0)
            throw Bad(ErrorCodes.BadRequest, "The list of requests is empty.");
        if (count > options.MaxBatchSize)
            throw new RequestRefusal(StatusCodes.Status413PayloadTooLarge, HttpErrorCodes.BatchTooLarge, $"The list has {count} requests; at most {options.MaxBatchSize} are taken at once.");
        return [.. json.EnumerateArray().Select<JsonElement, Func<GraphQLRequest>>(entry => () => Read(entry, correlationId))];
    }

    /// <summary>The request of a GET: a query.</summary>
    /// <exception cref="RequestRefusal">It is none.</exception>
    public GraphQLRequest Read(IQueryCollection parameters, string correlationId)
    {
        string? documentId = null;
        foreach (var name in _documentIdNames)
            documentId ??= Text(parameters, name);
        return Complete(new GraphQLRequest(
            Text(parameters, "query"), Text(parameters, "operationName"), Map(parameters, "variables"), documentId, Map(parameters, "extensions"))
        {
            CorrelationId = correlationId,
            QueriesOnly = true,
        });
    }

    private static GraphQLRequest Complete(GraphQLRequest request) =>
        request.Query is not null || request.DocumentId is not null || request.Extensions.ValueKind == JsonValueKind.Object && request.Extensions.TryGetProperty("persistedQuery", out _)
            ? request
            : throw Bad(ErrorCodes.BadRequest, "'query' is missing: send the text of a GraphQL document.");

    private static string? Text(JsonElement json, string key)
    {
        if (!json.TryGetProperty(key, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        if (value.ValueKind != JsonValueKind.String)
            throw Bad(ErrorCodes.BadRequest, $"The key '{key}' must be a string.");
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            throw Bad(HttpErrorCodes.InvalidUtf8, $"The key '{key}' has an escape that is half a character.");
        }
    }

    private static JsonElement Map(JsonElement json, string key)
    {
        if (!json.TryGetProperty(key, out var value) || value.ValueKind == JsonValueKind.Null)
            return default;
        return value.ValueKind == JsonValueKind.Object ? value : throw Bad(ErrorCodes.BadRequest, $"The key '{key}' must be a JSON object.");
    }

    // An empty parameter is what forms send for nothing.
    private static string? Text(IQueryCollection parameters, string name) => parameters[name] switch
    {
        { Count: 0 } => null,
        { Count: 1 } values => string.IsNullOrEmpty(values[0]) ? null : values[0],
        _ => throw Bad(ErrorCodes.BadRequest, $"The parameter '{name}' must be given once."),
    };

    private static JsonElement Map(IQueryCollection parameters, string name)
    {
        if (Text(parameters, name) is not { } text)
            return default;
        JsonElement value;
        try
        {
            value = JsonElement.Parse(text, RequestBody.Strict);
        }
        catch (JsonException)
        {
            throw Bad(HttpErrorCodes.InvalidJson, $"The parameter '{name}' is not JSON.");
        }
        return value.ValueKind switch
        {
            JsonValueKind.Object => value,
            JsonValueKind.Null => default,
            _ => throw Bad(ErrorCodes.BadRequest, $"The parameter '{name}' must be a JSON object."),
        };
    }

    private static RequestRefusal Bad(string code, string message) => new(StatusCodes.Status400BadRequest, code, message);
}
