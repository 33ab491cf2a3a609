using Microsoft.AspNetCore.Http;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Instrumentation;
using Portal.GraphQL.Transport.Connections;

namespace Portal.GraphQL.Transport.WebSockets;

/// <summary>Takes the WebSocket requests to the GraphQL address.</summary>
internal sealed class SocketEndpoint(ConnectionServices services)
{
    /// <summary>The subprotocol that is spoken.</summary>
    public const string Protocol = "graphql-transport-ws";

    public async Task HandleAsync(HttpContext context)
    {
        if (!services.Gate.Admits(context.Request))
        {
            await ConnectionRequests.RefuseAsync(context, new(StatusCodes.Status403Forbidden, ErrorCodes.Forbidden, "Pages of this origin may not open a socket here."));
            return;
        }
        if (!services.Gate.TryEnter())
        {
            await ConnectionRequests.RefuseAsync(context, ConnectionGate.Full());
            return;
        }
        try
        {
            await ServeAsync(context);
        }
        finally
        {
            services.Gate.Leave();
        }
    }

    private async Task ServeAsync(HttpContext context)
    {
        var options = services.Options;
        var spoken = context.WebSockets.WebSocketRequestedProtocols.Contains(Protocol);
        using var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
        {
            SubProtocol = spoken ? Protocol : null,
            KeepAliveInterval = options.KeepAliveInterval,
            KeepAliveTimeout = options.KeepAliveTimeout,
        });
        if (!spoken)
        {
            await new SocketWriter(socket, options.SendTimeout, services.Time)
                .CloseAsync(new(CloseCodes.SubprotocolNotAcceptable, "Subprotocol not acceptable"), options.CloseTimeout);
            return;
        }
        SubscriptionTelemetry.ConnectionOpened("websocket");
        var code = 0;
        try
        {
            code = await new SocketConnection(socket, context, services).RunAsync();
        }
        finally
        {
            SubscriptionTelemetry.ConnectionClosed("websocket", code);
        }
    }
}
