using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Policies;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Domain.Platform.Work;

namespace Portal.Graph.Domain.Claims;

/// <summary>What claims analysts and the core system do with claims in process: pend, resume, decide, note.</summary>
public sealed class ClaimReviewDesk(
    PortalDb db, ActorScope scope, TimeProvider clock, AuditLog audit, MarketPolicies policies, WorkDesk work, Submitters submitters)
{
    private const int NoteLength = 4000;
    private static readonly WorkState[] Open = [WorkState.New, WorkState.Assigned, WorkState.PendingInfo];

    private Actor Actor => scope.Actor;

    /// <summary>Sets a claim in process aside for documents or review; it appears in Q-CLAIM-PEND.</summary>
    public Task<Outcome<Claim>> PendAsync(
        long claimId, int version, ClaimPendReason reason, ClaimReviewKind? review, string? note, CancellationToken ct) =>
        ChangeAsync(claimId, version, "claim.pended", async claim =>
        {
            if (note is { Length: > NoteLength }) return TooLong();
            if (claim.Pend(reason, review, note, Actor, clock.GetUtcNow()) is { } refusal) return refusal;
            if (await ItemAsync(claim.Id, ct) is null) db.Add(await ClaimWork.OpenAsync(claim, $"Pended: {reason}", policies, clock.GetUtcNow(), ct));
            return null;
        }, ct);

    /// <summary>Documents came or the review is done: back into process, and the work item is completed.</summary>
    public Task<Outcome<Claim>> ResumeAsync(long claimId, int version, string? note, CancellationToken ct) =>
        ChangeAsync(claimId, version, "claim.resumed", async claim =>
        {
            if (note is { Length: > NoteLength }) return TooLong();
            return claim.Resume(Actor, clock.GetUtcNow(), note) ?? await CloseItemAsync(claim.Id, ct);
        }, ct);

    /// <summary>
    /// CLM-25: posts the result of a claim in process or pended. PAID, PARTIALLY_PAID or DENIED follows from the lines; a pended
    /// claim's work item is completed in the same save.
    /// </summary>
    public Task<Outcome<Claim>> DecideAsync(long claimId, int version, Adjudication result, CancellationToken ct) =>
        ChangeAsync(claimId, version, "claim.adjudicated", async claim =>
        {
            var now = clock.GetUtcNow();
            // E: nobody decides own submission.
            if (Actor.UserId is { } me && SeparationPolicy.Refuse(me, await submitters.OfAsync(nameof(Claim), claim.Id, "claim.submitted", ct), []) is { } own) return own;
            if (claim.State is ClaimState.Pended && (claim.Resume(Actor, now, null) ?? await CloseItemAsync(claim.Id, ct)) is { } held) return held;
            // A state that cannot be decided is named before anything is said about amounts.
            if (ClaimTransitions.Refuse("claim", claim.State, ClaimState.Paid) is { } wrongState) return wrongState;
            var faults = AdjudicationPolicy.Faults(result, claim.LineItems);
            if (faults.Count > 0) return new Refused(faults);
            db.RemoveRange(claim.ReasonItems);
            return Of(claim.Adjudicate(result, Actor, now));
        }, ct);

    /// <summary>Writes a note on the claim's open work item.</summary>
    public async Task<Outcome<WorkItem>> NoteAsync(long claimId, string text, CancellationToken ct)
    {
        if (Lacks() is { } lacks) return lacks;
        return await ItemAsync(claimId, ct) is { } item ? await work.NoteAsync(item.Id, text, ct) : new NotFound("open work item");
    }

    // What a step answers: nothing, one refusal, or several.
    private sealed record Refused(IReadOnlyList<Refusal> Refusals)
    {
        public static implicit operator Refused(Refusal refusal) => new([refusal]);
    }

    private static Refused? Of(Refusal? refusal) => refusal is null ? null : new Refused([refusal]);

    private static InvalidFormat TooLong() => new("Note", $"at most {NoteLength} characters", "a shorter text") { Path = ["note"] };

    private async Task<Outcome<Claim>> ChangeAsync(
        long claimId, int version, string action, Func<Claim, Task<Refused?>> change, CancellationToken ct)
    {
        if (Lacks() is { } lacks) return lacks;
        await using var write = await db.BeginWriteAsync(ct);
        var claim = await db.Set<Claim>().Include(c => c.LineItems).Include(c => c.ReasonItems).AsSplitQuery()
            .SingleOrDefaultAsync(c => c.Id == claimId, ct);
        if (claim is null) return new NotFound("claim");
        if (claim.Version != version) return new ConcurrentChange("claim");
        var before = new { claim.State, claim.Paid };
        if (await change(claim) is { } refusals) return Outcome<Claim>.Refused(refusals.Refusals);
        audit.Changed(action, claim, claim.MemberId, before, new { claim.State, claim.Paid, claim.PendReason, claim.DenialCategory });
        try
        {
            await write.CommitAsync(ct);
            return claim;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new ConcurrentChange("claim");
        }
    }

    private Task<WorkItem?> ItemAsync(long claimId, CancellationToken ct) => db.Set<WorkItem>()
        .Where(i => i.SubjectType == nameof(Claim) && i.SubjectId == claimId && i.Queue == ClaimWork.PendQueue && Open.Contains(i.State))
        .OrderBy(i => i.Id).FirstOrDefaultAsync(ct);

    /// <summary>An analyst completes the item, taking it first when nobody has; the core system's result ends it.</summary>
    private async Task<Refused?> CloseItemAsync(long claimId, CancellationToken ct)
    {
        if (await ItemAsync(claimId, ct) is not { } item) return null;
        if (!Actor.IsStaff || !Actor.Has(Permission.StaffClaimsDecide))
        {
            await work.CancelAsync(nameof(Claim), claimId, ct, ClaimWork.PendQueue);
            return null;
        }
        return Of(item.Take(new(Actor.UserId ?? 0, Actor.Name), clock.GetUtcNow()) ?? await work.CompleteAsync(item, ct));
    }

    private Refusal? Lacks() => Actor.Has(Permission.SystemIntegrate) ? null : Actor.Lacks(Permission.StaffClaimsDecide);
}
