using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Portal.GraphQL.Execution.Subscriptions;

namespace Portal.GraphQL.Transport.Connections;

/// <summary>Says who speaks over a connection, and sets up the scopes in which that caller is served.</summary>
public interface IConnectionAuthenticator
{
    /// <param name="context">The HTTP request that opened the connection.</param>
    /// <param name="payload">The payload of <c>connection_init</c>, a JSON object; undefined when there is none.</param>
    /// <returns>The caller, perhaps without identity; null when what was presented is not accepted.</returns>
    ValueTask<ConnectionCaller?> AuthenticateAsync(HttpContext context, JsonElement payload, CancellationToken cancellationToken);

    /// <summary>Prepares a new scope for the caller. Asked before every operation and event, and from time to time in between.</summary>
    /// <param name="purpose">Whether the caller asked for something just now: only that is a sign of life of a session.</param>
    /// <returns>Whether the caller may still be served; else the connection ends.</returns>
    ValueTask<bool> EnterAsync(ConnectionCaller caller, IServiceProvider services, ScopePurpose purpose, CancellationToken cancellationToken);
}

/// <summary>Who speaks over a connection. A product may derive its own, with what it needs to know of the caller.</summary>
/// <param name="User">Without identity when nobody is signed in.</param>
/// <param name="ExpiresAt">When what proved the caller ends, and the connection with it; null for never.</param>
public record ConnectionCaller(ClaimsPrincipal User, DateTimeOffset? ExpiresAt);
