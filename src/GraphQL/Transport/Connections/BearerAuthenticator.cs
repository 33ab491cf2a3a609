using System.Globalization;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Portal.GraphQL.Execution.Subscriptions;

namespace Portal.GraphQL.Transport.Connections;

/// <summary>
/// The caller is who the payload of <c>connection_init</c> proves by <c>Authorization</c> (or <c>authToken</c>, <c>token</c>), checked by
/// the host's default authentication scheme as if it were the header of a request; without one, who the HTTP request was.
/// </summary>
public class BearerAuthenticator : IConnectionAuthenticator
{
    private static readonly string[] TokenKeys = ["Authorization", "authToken", "token"];

    public virtual async ValueTask<ConnectionCaller?> AuthenticateAsync(HttpContext context, JsonElement payload, CancellationToken cancellationToken)
    {
        if (Token(payload) is not { } token)
            return Caller(context.User);
        var scheme = token.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? token : "Bearer " + token;
        // In a context of its own: the request's scheme has answered already and would answer the same.
        await using var scope = context.RequestServices.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        if (scope.ServiceProvider.GetService<IAuthenticationService>() is not { } authentication)
            return null;
        var presented = new DefaultHttpContext { RequestServices = scope.ServiceProvider, RequestAborted = cancellationToken };
        (presented.Request.Scheme, presented.Request.Host, presented.Request.Path) = (context.Request.Scheme, context.Request.Host, context.Request.Path);
        presented.Request.Headers.Authorization = scheme;
        var result = await authentication.AuthenticateAsync(presented, null);
        return result is { Succeeded: true, Principal: { } user } ? Caller(user) with { ExpiresAt = result.Properties?.ExpiresUtc ?? Expiry(user) } : null;
    }

    public virtual ValueTask<bool> EnterAsync(ConnectionCaller caller, IServiceProvider services, ScopePurpose purpose, CancellationToken cancellationToken) => new(true);

    private static ConnectionCaller Caller(ClaimsPrincipal user) => new(user, Expiry(user));

    private static DateTimeOffset? Expiry(ClaimsPrincipal user) =>
        long.TryParse(user.FindFirst("exp")?.Value, CultureInfo.InvariantCulture, out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    private static string? Token(JsonElement payload)
    {
        if (payload.ValueKind != JsonValueKind.Object)
            return null;
        foreach (var property in payload.EnumerateObject())
            if (property.Value.ValueKind == JsonValueKind.String && TokenKeys.Contains(property.Name, StringComparer.OrdinalIgnoreCase))
                return property.Value.GetString();
        return null;
    }
}
