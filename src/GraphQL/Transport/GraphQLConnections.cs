using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Transport.Connections;
using Portal.GraphQL.Transport.ServerSentEvents;
using Portal.GraphQL.Transport.WebSockets;

namespace Portal.GraphQL.Transport;

/// <summary>The ways in which a client of the GraphQL address stays connected: a WebSocket, an event stream.</summary>
internal sealed class GraphQLConnections
{
    private readonly SocketEndpoint _sockets;
    private readonly EventStreamEndpoint _streams;

    public GraphQLConnections(GraphQLExecutor executor, GraphQLHttpOptions http, IServiceProvider services)
    {
        var options = services.GetService<IOptions<GraphQLConnectionOptions>>()?.Value ?? new GraphQLConnectionOptions();
        var gate = new ConnectionGate(options);
        var requests = new ConnectionRequests(http);
        var shared = new ConnectionServices(
            executor, options, requests, gate,
            services.GetService<IConnectionAuthenticator>() ?? new BearerAuthenticator(),
            services.GetRequiredService<IServiceScopeFactory>(),
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILoggerFactory>().CreateLogger("Portal.GraphQL.Connections"),
            services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
        (_sockets, _streams) = (new(shared), new(shared));
    }

    /// <summary>Serves the request when it opens a connection; null when it is an ordinary one.</summary>
    public Task? TryServe(HttpContext context) =>
        context.WebSockets.IsWebSocketRequest ? _sockets.HandleAsync(context)
        : EventStreamEndpoint.IsWanted(context.Request) ? _streams.HandleAsync(context)
        : null;
}
