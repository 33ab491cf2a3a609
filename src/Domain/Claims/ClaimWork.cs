using Portal.Graph.Domain.Platform.Policies;
using Portal.Graph.Domain.Platform.Work;

namespace Portal.Graph.Domain.Claims;

/// <summary>The work items of pended claims.</summary>
public static class ClaimWork
{
    public const string PendQueue = "Q-CLAIM-PEND";

    /// <summary>CLM-26: due at the end of the last prompt-pay day in the market, counted from the day of receipt.</summary>
    internal static async Task<WorkItem> OpenAsync(Claim claim, string reason, MarketPolicies policies, DateTimeOffset now, CancellationToken ct)
    {
        var days = await policies.IntAsync("claims.promptPayDays", new(claim.Market, claim.Lob), claim.ReceivedDate, ct);
        return Open(claim, reason, ClaimFilingPolicy.PromptPayDue(claim.ReceivedDate, days.Value), now);
    }

    internal static WorkItem Open(Claim claim, string reason, DateOnly due, DateTimeOffset? now = null) => WorkItem.Open(
        PendQueue, claim, claim.Market, claim.ReceivedAt, WorkClockPolicy.EndOf(due, claim.Market), reason, claim.Number, claim.Lob, claim.BillingAccountId,
        openedAt: now);
}
