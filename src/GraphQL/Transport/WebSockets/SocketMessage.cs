using System.Text.Json;
using Portal.GraphQL.Execution;

namespace Portal.GraphQL.Transport.WebSockets;

/// <summary>A message of the client. Its payload lives in <paramref name="Json"/>, which whoever keeps it disposes.</summary>
internal sealed record SocketMessage(string Type, string? Id, JsonElement Payload, JsonDocument Json) : IDisposable
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    /// <summary>Reads a message; null when it is none of the protocol.</summary>
    public static SocketMessage? Parse(ReadOnlyMemory<byte> utf8)
    {
        JsonDocument? json = null;
        try
        {
            // Copied: the buffer is used again while the operation still reads its variables.
            json = JsonDocument.Parse(utf8.ToArray(), Strict);
            var root = json.RootElement;
            if (root.ValueKind == JsonValueKind.Object && Text(root, "type") is { } type)
                return new(type, Text(root, "id"), root.TryGetProperty("payload", out var payload) ? payload : default, json);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // No JSON, or text that is half a character.
        }
        json?.Dispose();
        return null;
    }

    public void Dispose() => Json.Dispose();

    private static string? Text(JsonElement json, string key) => json.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

/// <summary>Messages of the server, as UTF-8 JSON in a pooled buffer.</summary>
internal static class ServerMessages
{
    public static ResultWriter Acknowledge() => Message("connection_ack", null, default);

    public static ResultWriter Pong(JsonElement payload) =>
        Message("pong", null, payload.ValueKind == JsonValueKind.Object ? JsonSerializer.SerializeToUtf8Bytes(payload) : default);

    public static ResultWriter Next(string id, ExecutionResult result) => Message("next", id, result.Utf8.Span);

    public static ResultWriter Complete(string id) => Message("complete", id, default);

    public static ResultWriter Error(string id, IReadOnlyList<GraphQLError> errors)
    {
        var writer = Start("error", id, 1024);
        writer.WriteName("payload");
        ErrorWriter.WriteList(writer, errors);
        writer.EndObject();
        return writer;
    }

    private static ResultWriter Message(string type, string? id, ReadOnlySpan<byte> payload)
    {
        var writer = Start(type, id, payload.Length + 128);
        if (payload.Length > 0)
        {
            writer.WriteName("payload");
            writer.WriteRaw(payload);
        }
        writer.EndObject();
        return writer;
    }

    private static ResultWriter Start(string type, string? id, int capacity)
    {
        var writer = new ResultWriter(capacity);
        writer.StartObject();
        if (id is not null)
        {
            writer.WriteName("id");
            writer.WriteString(id);
        }
        writer.WriteName("type");
        writer.WriteString(type);
        return writer;
    }
}
