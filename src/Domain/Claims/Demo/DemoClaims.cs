using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Claims.Demo;

/// <summary>Claims of the demo plan: every state of A.2, with lines, reasons, payments, drafts and work items. Clearly made up, and the same every time.</summary>
public static class DemoClaims
{
    private const int Batch = 500;

    // In thousandths of the claims; the rest is paid in full.
    private static readonly (ClaimState State, int Share)[] Shares =
    [
        (ClaimState.Denied, 110), (ClaimState.PartiallyPaid, 100), (ClaimState.InProcess, 110), (ClaimState.Pended, 30),
        (ClaimState.Rejected, 30), (ClaimState.Replaced, 10), (ClaimState.Voided, 6), (ClaimState.Submitted, 4),
    ];

    /// <summary>Fills an empty claims table in write scopes of its own; members and providers are stored already.</summary>
    public static async Task<DemoClaimsReport> FillAsync(PortalDb db, NumberSeries numbers, DemoClaimsPlan plan, CancellationToken ct)
    {
        var maker = new DemoClaimMaker(plan);
        Dictionary<ClaimState, int> byState = [];
        for (var done = 0; done < plan.Count; done += Batch)
        {
            await using (var write = await db.BeginWriteAsync(ct))
            {
                for (var i = done; i < Math.Min(done + Batch, plan.Count); i++)
                {
                    var state = StateOf(i);
                    await AddAsync(db, numbers, maker, state, ct);
                    byState[state] = byState.GetValueOrDefault(state) + 1;
                }
                await db.InsertAddedAsync(ct);
                await write.CommitAsync(ct);
            }
            db.ChangeTracker.Clear();
        }
        var drafts = await AddDraftsAsync(db, maker, Math.Max(6, plan.Count / 50), ct);
        return new(plan.Count, drafts, byState);
    }

    private static async Task AddAsync(PortalDb db, NumberSeries numbers, DemoClaimMaker maker, ClaimState state, CancellationToken ct)
    {
        var sketch = maker.Next(state);
        var claim = maker.Make(sketch, await numbers.NextAsync("C", sketch.ReceivedAt.DateIn(sketch.Member.Market), ct), state);
        db.Add(claim);
        if (state is ClaimState.Pended)
            db.Add(ClaimWork.Open(claim, $"Pended: {claim.PendReason}", ClaimFilingPolicy.PromptPayDue(claim.ReceivedDate, 30)));
        if (state is not ClaimState.Replaced) return;
        var (later, at) = maker.Correction(sketch);
        db.Add(maker.Replacement(later, await numbers.NextAsync("C", at.DateIn(later.Member.Market), ct), claim));
    }

    private static async Task<int> AddDraftsAsync(PortalDb db, DemoClaimMaker maker, int count, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        for (var i = 0; i < count; i++) db.Add(maker.Draft(i));
        await write.CommitAsync(ct);
        db.ChangeTracker.Clear();
        return count;
    }

    /// <summary>Spreads the states evenly, so that a small plan has all of them too.</summary>
    private static ClaimState StateOf(int index)
    {
        // The first claims are one of each, whatever the count.
        if (index < Shares.Length) return Shares[index].State;
        var point = (int)((uint)index * 2654435761u % 1000u);
        foreach (var (state, share) in Shares)
        {
            if (point < share) return state;
            point -= share;
        }
        return ClaimState.Paid;
    }
}
