using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Policies;

namespace Portal.Graph.Domain.Accounts.Impersonation;

/// <summary>ACC-14: how long staff may look on, and whether they may change anything, as the policy table has it today.</summary>
public sealed class ImpersonationRules(MarketPolicies policies, TimeProvider clock)
{
    public async ValueTask<TimeSpan> LengthAsync(Market market, CancellationToken ct) =>
        TimeSpan.FromMinutes((await policies.IntAsync("impersonation.minutes", new(market), Today, ct)).Value);

    /// <summary>Whether the actor only looks on. Nobody else's changes are refused by it.</summary>
    public async ValueTask<bool> OnlyLooksOnAsync(Actor actor, CancellationToken ct) =>
        actor.ImpersonatorId is not null && !(await policies.BoolAsync("impersonation.write", new(actor.Market), Today, ct)).Value;

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
}
