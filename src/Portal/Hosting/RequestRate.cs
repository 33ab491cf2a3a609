using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Availability;

namespace Portal.Graph.Host.Hosting;

/// <summary>
/// Bounds the requests of a user and of an address in a minute (RATE_LIMITED, HTTP 429 with <c>Retry-After</c>). Health checks are never
/// refused. What staff's pages ask for counts for their address.
/// </summary>
internal sealed class RequestRate(RequestDelegate next, RateLimits limits, TimeProvider clock)
{
    private readonly MinuteCounter _counter = new(clock);

    public Task InvokeAsync(HttpContext context, ActorScope scope)
    {
        if (!limits.Enabled || context.Request.Path.StartsWithSegments("/health")) return next(context);
        return Refuse(context, scope.Actor) is { } seconds ? TokenAnswers.RefuseAsync(context, new RateLimited(seconds)) : next(context);
    }

    private int? Refuse(HttpContext context, Actor actor)
    {
        var address = context.Connection.RemoteIpAddress?.ToString() ?? "unknown";
        if (_counter.Count($"address:{address}", limits.AddressPerMinute) is { } everyone) return everyone;
        // API tokens have the limit of their policy.
        if (actor.ApiTokenId is not null) return null;
        if (actor.UserId is { } user) return _counter.Count($"user:{user}", limits.UserPerMinute);
        return context.Request.Path.StartsWithSegments("/staff") ? null : _counter.Count($"nobody:{address}", limits.AnonymousPerMinute);
    }
}
