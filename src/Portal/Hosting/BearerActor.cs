using Portal.Graph.Domain.Accounts.Sessions;
using Portal.Graph.Domain.Accounts.Tokens;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;

namespace Portal.Graph.Host.Hosting;

/// <summary>Tells the request's scope who acts, from the bearer token that proved it. Without a good token nobody does.</summary>
internal sealed class BearerActor(RequestDelegate next)
{
    /// <summary>With an external authority the request names its market itself.</summary>
    public const string MarketHeader = "X-Market";

    public async Task InvokeAsync(HttpContext context, ActorScope scope, ActorFactory actors, TokenRate rate)
    {
        Refusal? barred = null;
        if (context.User.Identity is { IsAuthenticated: true })
        {
            Market? market = Enum.TryParse<Market>(context.Request.Headers[MarketHeader], ignoreCase: true, out var named) && Enum.IsDefined(named) ? named : null;
            var actor = await actors.ForPrincipalAsync(context.User, market, context.TraceIdentifier, context.RequestAborted);
            if (actor.Succeeded) scope.Set(actor.Value);
            // ACC-14: who looked on is told that it is over, and not merely nobody.
            else barred = actor.Refusals.OfType<ImpersonationExpired>().FirstOrDefault();
        }
        if (!scope.Actor.IsSignedIn) scope.Set(Actor.Anonymous with { CorrelationId = context.TraceIdentifier, Barred = barred });
        if (scope.Actor.ApiTokenId is { } token && await rate.CountAsync(token, context.RequestAborted) is { } seconds)
        {
            await TokenAnswers.RefuseAsync(context, new RateLimited(seconds));
            return;
        }
        await next(context);
    }
}
