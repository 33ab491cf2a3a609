using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Portal.GraphQL.Tests.Execution;

namespace Portal.GraphQL.Tests.Transport.Connections;

/// <summary>A WebSocket, word for word.</summary>
internal sealed class SocketClient : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private SocketClient(ClientWebSocket socket) => Socket = socket;

    public ClientWebSocket Socket { get; }

    public static async Task<SocketClient> OpenAsync(Uri server, string? protocol = "graphql-transport-ws", params (string Name, string Value)[] headers)
    {
        var socket = new ClientWebSocket();
        if (protocol is not null) socket.Options.AddSubProtocol(protocol);
        foreach (var (name, value) in headers) socket.Options.SetRequestHeader(name, value);
        socket.Options.CollectHttpResponseDetails = true;
        var address = new UriBuilder(server) { Scheme = "ws", Path = "/graphql" }.Uri;
        try
        {
            await socket.ConnectAsync(address, CancellationToken.None).WaitAsync(Patience);
        }
        catch (WebSocketException e) when (socket.HttpStatusCode != 0)
        {
            throw new HttpRequestException("refused", e, socket.HttpStatusCode);
        }
        return new(socket);
    }

    /// <summary>Opened and acknowledged.</summary>
    public static async Task<SocketClient> ReadyAsync(Uri server, string init = """{"type":"connection_init"}""")
    {
        var client = await OpenAsync(server);
        await client.SendAsync(init);
        (await client.ReceiveAsync()).GetProperty("type").GetString().ShouldBe("connection_ack");
        return client;
    }

    public Task SendAsync(string message) => SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text);

    public Task SendAsync(byte[] message, WebSocketMessageType type) => Socket.SendAsync(message, type, true, CancellationToken.None).WaitAsync(Patience);

    public Task SubscribeAsync(string id, string query) =>
        SendAsync(JsonSerializer.Serialize(new { id, type = "subscribe", payload = new { query } }));

    /// <summary>The next message; fails when the socket closes instead.</summary>
    public async Task<JsonElement> ReceiveAsync() =>
        await ReadAsync() ?? throw new InvalidOperationException($"Closed with {(int?)Socket.CloseStatus} {Socket.CloseStatusDescription}");

    public async Task ReceiveAsync(string expected) => (await ReceiveAsync()).GetRawText().ShouldBeJson(expected);

    /// <summary>The code with which the server closes, messages before it passed over.</summary>
    public async Task<int> CloseCodeAsync()
    {
        while (await ReadAsync() is not null) { }
        return (int)Socket.CloseStatus!;
    }

    public async ValueTask DisposeAsync()
    {
        if (Socket.State is WebSocketState.Open)
        {
            try
            {
                await Socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None).WaitAsync(Patience);
            }
            catch (WebSocketException)
            {
                // It was gone already.
            }
        }
        Socket.Dispose();
    }

    private async Task<JsonElement?> ReadAsync()
    {
        using var message = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var part = await Socket.ReceiveAsync(buffer, CancellationToken.None).WaitAsync(Patience);
            if (part.MessageType == WebSocketMessageType.Close) return null;
            message.Write(buffer, 0, part.Count);
            if (part.EndOfMessage) return JsonDocument.Parse(message.ToArray()).RootElement;
        }
    }
}
