using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Portal.GraphQL.Execution;

namespace Portal.GraphQL.Transport;

/// <summary>Reads the JSON body of a POST into a <see cref="GraphQLRequest"/>, strictly.</summary>
internal static class RequestBody
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    /// <summary>The request; its variables live in the document, which the caller disposes when the request is answered.</summary>
    /// <exception cref="RequestRefusal">The body is too large, or not a GraphQL request.</exception>
    public static async Task<(GraphQLRequest Request, JsonDocument Json)> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        if (request.ContentLength > maxBytes)
            throw TooLarge(maxBytes);
        var reader = request.BodyReader;
        while (true)
        {
            var read = await ReadAsync(reader, cancellationToken);
            if (read.Buffer.Length > maxBytes)
                throw TooLarge(maxBytes);
            if (!read.IsCompleted)
            {
                reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                continue;
            }
            // Copied: the pipe takes its memory back before the variables are read.
            var bytes = read.Buffer.ToArray();
            reader.AdvanceTo(read.Buffer.End);
            var json = Parse(bytes);
            try
            {
                return (Request(json.RootElement), json);
            }
            catch
            {
                json.Dispose();
                throw;
            }
        }
    }

    private static async ValueTask<ReadResult> ReadAsync(PipeReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadAsync(cancellationToken);
        }
        catch (BadHttpRequestException e)
        {
            throw new RequestRefusal(e.StatusCode, e.StatusCode == StatusCodes.Status413PayloadTooLarge ? ErrorCodes.RequestTooLarge : ErrorCodes.BadRequest, "The body could not be read.");
        }
    }

    private static JsonDocument Parse(byte[] bytes)
    {
        if (!Utf8.IsValid(bytes))
            throw Bad(HttpErrorCodes.InvalidUtf8, "The body is not UTF-8.");
        try
        {
            return JsonDocument.Parse(bytes, Strict);
        }
        catch (JsonException e) when (e.Message.Contains("uplicate", StringComparison.Ordinal))
        {
            throw Bad(HttpErrorCodes.DuplicateKey, "The body has a JSON object with the same key twice.");
        }
        catch (JsonException e)
        {
            throw Bad(HttpErrorCodes.InvalidJson, bytes.Length == 0 ? "The body is empty." : $"The body is not JSON (line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}).");
        }
    }

    private static GraphQLRequest Request(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Array)
            throw Bad(HttpErrorCodes.BatchingNotSupported, "Send one request at a time: a list of requests is not supported.");
        if (json.ValueKind != JsonValueKind.Object)
            throw Bad(ErrorCodes.BadRequest, "The body must be a JSON object with the key 'query'.");
        var request = new GraphQLRequest(Text(json, "query"), Text(json, "operationName"), Map(json, "variables"), Text(json, "documentId"), Map(json, "extensions"));
        return request.Query is not null || request.DocumentId is not null ? request
            : throw Bad(ErrorCodes.BadRequest, "The key 'query' is missing: send the text of a GraphQL document.");
    }

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

    private static RequestRefusal Bad(string code, string message) => new(StatusCodes.Status400BadRequest, code, message);

    private static RequestRefusal TooLarge(int maxBytes) =>
        new(StatusCodes.Status413PayloadTooLarge, ErrorCodes.RequestTooLarge, $"The body is larger than {maxBytes} bytes.");
}
