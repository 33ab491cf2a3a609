using System.Text.Json;
using Microsoft.Extensions.Options;
using Portal.Graph.Domain.Accounts.Sessions;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.GraphQL.Execution.Subscriptions;
using Portal.GraphQL.Transport.Connections;

namespace Portal.Graph.Host.Hosting;

/// <summary>
/// Who speaks over a connection: the bearer of the token in <c>connection_init</c> or in the request. A connection speaks for the
/// rights it was opened with; when the session ends or its rights change, the connection ends, and the client connects anew.
/// </summary>
internal sealed class PortalConnections(IServiceScopeFactory scopes) : BearerAuthenticator
{
    /// <summary>With an external authority the client names its market itself, here or in the request's header.</summary>
    private const string MarketKey = "market";

    public override async ValueTask<ConnectionCaller?> AuthenticateAsync(HttpContext context, JsonElement payload, CancellationToken cancellationToken)
    {
        if (await base.AuthenticateAsync(context, payload, cancellationToken) is not { } caller) return null;
        if (caller.User.Identity is not { IsAuthenticated: true }) return caller;
        await using var scope = scopes.CreateAsyncScope();
        var market = Named(Text(payload)) ?? Named(context.Request.Headers[BearerActor.MarketHeader]);
        var actor = await scope.ServiceProvider.GetRequiredService<ActorFactory>().ForPrincipalAsync(caller.User, market, context.TraceIdentifier, cancellationToken);
        return actor.Succeeded ? new PortalCaller(caller, actor.Value, market) : null;
    }

    public override async ValueTask<bool> EnterAsync(ConnectionCaller caller, IServiceProvider services, ScopePurpose purpose, CancellationToken cancellationToken)
    {
        if (caller is not PortalCaller known) return true;
        // ACC-05: what runs while nobody is there keeps no session open.
        var actor = await services.GetRequiredService<ActorFactory>()
            .ForPrincipalAsync(caller.User, known.Market, known.Actor.CorrelationId, cancellationToken, isPresent: purpose is ScopePurpose.Operation);
        if (!actor.Succeeded || !SameRights(actor.Value, known.Actor)) return false;
        services.GetRequiredService<ActorScope>().Set(actor.Value);
        return true;
    }

    private static bool SameRights(Actor now, Actor then) =>
        now.Kind == then.Kind && now.Market == then.Market && now.Permissions.SetEquals(then.Permissions) && now.AccountIds.SetEquals(then.AccountIds);

    private static string? Text(JsonElement payload) =>
        payload.ValueKind == JsonValueKind.Object && payload.TryGetProperty(MarketKey, out var market) && market.ValueKind == JsonValueKind.String ? market.GetString() : null;

    private static Market? Named(string? text) => Enum.TryParse<Market>(text, ignoreCase: true, out var market) && Enum.IsDefined(market) ? market : null;

    private sealed record PortalCaller(ConnectionCaller Caller, Actor Actor, Market? Market) : ConnectionCaller(Caller.User, Caller.ExpiresAt);
}

internal static class PortalConnectionsRegistration
{
    /// <summary>WebSockets and event streams, set by <c>GraphQL:Subscriptions</c>; settings that cannot work keep the program from starting.</summary>
    public static IServiceCollection AddPortalConnections(this IServiceCollection services)
    {
        services.AddSingleton<IConnectionAuthenticator, PortalConnections>();
        services.AddSingleton<IValidateOptions<GraphQLConnectionOptions>, ConnectionSettings>();
        // Nothing that can be followed is public.
        services.AddOptions<GraphQLConnectionOptions>().Configure(o => o.RequireUser = true).BindConfiguration(ConnectionSettings.Section).ValidateOnStart();
        return services;
    }

    private sealed class ConnectionSettings : IValidateOptions<GraphQLConnectionOptions>
    {
        public const string Section = "GraphQL:Subscriptions";

        public ValidateOptionsResult Validate(string? name, GraphQLConnectionOptions options) =>
            options.Faults() is { Count: > 0 } faults ? ValidateOptionsResult.Fail(faults.Select(f => $"{Section}: {f}")) : ValidateOptionsResult.Success;
    }
}
