using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.GraphQL.Execution;

namespace Portal.GraphQL.Transport.Connections;

/// <summary>What every connection of the server shares.</summary>
/// <param name="Stopping">Cancelled when the server begins to stop.</param>
internal sealed record ConnectionServices(
    GraphQLExecutor Executor, GraphQLConnectionOptions Options, ConnectionRequests Requests, ConnectionGate Gate,
    IConnectionAuthenticator Authenticator, IServiceScopeFactory Scopes, TimeProvider Time, ILogger Logger, CancellationToken Stopping);
