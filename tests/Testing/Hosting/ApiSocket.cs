using System.Net.WebSockets;
using System.Text.Json;

namespace Portal.Graph.Testing;

/// <summary>A WebSocket to <c>/graphql</c> that follows one operation.</summary>
public sealed class ApiSocket : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly ClientWebSocket _socket = new();

    private ApiSocket() => _socket.Options.AddSubProtocol("graphql-transport-ws");

    /// <summary>The code that the server closed with; null while it is open.</summary>
    public int? CloseCode => (int?)_socket.CloseStatus;

    /// <summary>Connects with the token, if any.</summary>
    public static async Task<ApiSocket> OpenAsync(Uri server, string? token)
    {
        var socket = new ApiSocket();
        await socket._socket.ConnectAsync(new UriBuilder(server) { Scheme = "ws", Path = "/graphql" }.Uri, CancellationToken.None).WaitAsync(Patience);
        await socket.SendAsync(new { type = "connection_init", payload = token is null ? null : new { Authorization = "Bearer " + token } });
        return socket;
    }

    /// <summary>Starts the operation on an acknowledged connection.</summary>
    public async Task SubscribeAsync(string query, object? variables = null)
    {
        var acknowledged = await ReceiveAsync() ?? throw new InvalidOperationException($"Closed with {CloseCode}.");
        if (acknowledged.GetProperty("type").GetString() != "connection_ack") throw new InvalidOperationException(acknowledged.GetRawText());
        await SendAsync(new { id = "1", type = "subscribe", payload = new { query, variables } });
    }

    /// <summary>The next message; null when the server closes.</summary>
    public async Task<JsonElement?> ReceiveAsync()
    {
        using var message = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var part = await _socket.ReceiveAsync(buffer, CancellationToken.None).WaitAsync(Patience);
            if (part.MessageType is WebSocketMessageType.Close) return null;
            message.Write(buffer, 0, part.Count);
            if (part.EndOfMessage) return JsonDocument.Parse(message.ToArray()).RootElement;
        }
    }

    /// <summary>The payload of the next message, which must be of this type.</summary>
    public async Task<JsonElement> NextAsync(string type = "next")
    {
        var message = await ReceiveAsync() ?? throw new InvalidOperationException($"Closed with {CloseCode}.");
        return message.GetProperty("type").GetString() == type ? message.GetProperty("payload") : throw new InvalidOperationException(message.GetRawText());
    }

    /// <summary>The code that the server closes with, what comes before it passed over.</summary>
    public async Task<int> ClosedAsync()
    {
        while (await ReceiveAsync() is not null) { }
        return CloseCode!.Value;
    }

    public ValueTask DisposeAsync()
    {
        _socket.Abort();
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task SendAsync(object message) =>
        _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, true, CancellationToken.None).WaitAsync(Patience);
}
