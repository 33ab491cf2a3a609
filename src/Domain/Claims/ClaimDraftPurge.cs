using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Jobs;
using Portal.Graph.Domain.Platform.Policies;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Claims;

/// <summary>CLM-29: drafts whose last day is over are discarded, with all that was keyed.</summary>
public sealed class ClaimDraftPurge(PortalDb db, AuditLog audit, MarketPolicies policies, TimeProvider clock) : IScheduledJob
{
    private const int AtOnce = 100;

    public async Task<IReadOnlyDictionary<string, int>> RunAsync(CancellationToken ct)
    {
        var counts = new Dictionary<string, int> { ["discarded"] = 0, ["changed meanwhile"] = 0 };
        for (long after = 0; ;)
        {
            await using var write = await db.BeginWriteAsync(ct);
            var drafts = await db.Set<ClaimDraft>().Where(d => d.State == ClaimState.Draft && d.Id > after).OrderBy(d => d.Id).Take(AtOnce).ToListAsync(ct);
            if (drafts.Count == 0) return counts;
            after = drafts[^1].Id;
            var discarded = 0;
            foreach (var draft in drafts)
            {
                if (!await IsOverAsync(draft, ct)) continue;
                if (draft.Discard(clock.GetUtcNow()) is not null) continue;
                audit.Changed("claim.draft.expired", draft, after: new { draft.AccountId });
                discarded++;
            }
            try
            {
                await write.CommitAsync(ct);
                counts["discarded"] += discarded;
            }
            catch (DbUpdateConcurrencyException)
            {
                // Somebody works on one of them: they all wait for the next night.
                counts["changed meanwhile"] += discarded;
            }
        }
    }

    // The rule in force on the day of the last change, as the desk counts it.
    private async Task<bool> IsOverAsync(ClaimDraft draft, CancellationToken ct)
    {
        var changed = draft.ChangedAt.DateIn(draft.Market);
        var days = await policies.IntAsync("claims.draftDays", new(draft.Market), changed, ct);
        return DraftPolicy.Refuse(clock.Today(draft.Market), DraftPolicy.LastDay(changed, days.Value)) is not null;
    }
}
