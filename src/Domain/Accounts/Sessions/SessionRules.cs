using Portal.Graph.Domain.Platform.Policies;

namespace Portal.Graph.Domain.Accounts.Sessions;

/// <summary>F: the limits of sessions as the policy table has them today.</summary>
public sealed class SessionRules(MarketPolicies policies, TimeProvider clock)
{
    public async ValueTask<SessionLimits> LimitsAsync(CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        async ValueTask<int> Of(string key) => (await policies.IntAsync(key, default, today, ct)).Value;
        return new(
            TimeSpan.FromMinutes(await Of("auth.session.idleMinutes")), TimeSpan.FromHours(await Of("auth.session.absoluteHours")),
            await Of("auth.session.lockTries"), TimeSpan.FromMinutes(await Of("auth.session.lockMinutes")));
    }
}
