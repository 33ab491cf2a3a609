using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Claims.Forms;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Policies;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Domain.Platform.Work;

namespace Portal.Graph.Domain.Claims;

/// <summary>What a provider does with claims: keys drafts and submits them.</summary>
public sealed class ClaimDesk(
    PortalDb db, ActorScope scope, TimeProvider clock, AuditLog audit, Idempotency idempotency, NumberSeries numbers, MarketPolicies policies,
    Deadlines deadlines)
{
    private const string SubmitOperation = "submitClaim";

    private Actor Actor => scope.Actor;

    /// <summary>Starts a draft for a linked provider; with one linked provider it need not be named (CLM-02).</summary>
    public async Task<Outcome<ClaimDraft>> CreateDraftAsync(ClaimType? type, long? providerId, CancellationToken ct)
    {
        if (Refused() is { } refused) return refused;
        await using var write = await db.BeginSharedWriteAsync(ct);
        if (providerId is null && Actor.AccountIds.Count != 1) return new RequiredFieldMissing("Billing provider") { Path = ["providerId"] };
        if (await AccountAsync(providerId ?? Actor.AccountIds.Single(), ct) is not { } account)
            return new ProviderNotLinked { Path = ["providerId"] };
        List<Refusal> refusals = [.. AccountFaults(account, type)];
        if (refusals.Count > 0) return refusals;

        var draft = ClaimDraft.Start(type!.Value, account.Id, Actor.Market!.Value, Actor.UserId ?? 0, clock.GetUtcNow());
        db.Add(draft);
        audit.Changed("claim.draft.created", draft, after: new { draft.AccountId, draft.Type });
        await write.CommitAsync(ct);
        return draft;
    }

    /// <summary>CLM-04: a draft may be saved any time, however much is missing.</summary>
    public Task<Outcome<ClaimDraft>> SaveDraftAsync(
        long id, int version, ClaimForm form, IReadOnlyList<OtherPayer> otherPayers, CancellationToken ct) =>
        ChangeDraftAsync(id, version, "claim.draft.saved", (draft, now) => draft.Save(form, otherPayers, now), ct);

    public Task<Outcome<ClaimDraft>> DiscardDraftAsync(long id, int version, CancellationToken ct) =>
        ChangeDraftAsync(id, version, "claim.draft.discarded", (draft, now) => draft.Discard(now), ct);

    /// <summary>
    /// Submits a draft. Faults of form, duplicates and late filing are refused, all at once, and the draft stays; what only the
    /// plan's own records can tell makes a claim in state REJECTED (CLM-09); everything else is accepted.
    /// </summary>
    public async Task<Outcome<Claim>> SubmitAsync(long draftId, int version, string clientRequestId, CancellationToken ct)
    {
        if (Refused() is { } refused) return refused;
        if (string.IsNullOrWhiteSpace(clientRequestId)) return new RequiredFieldMissing("Client request ID") { Path = ["clientRequestId"] };
        await using var write = await db.BeginSharedWriteAsync(ct);
        var input = new { draftId, version };
        if (await idempotency.FindAsync(SubmitOperation, clientRequestId, input, ct) is { } hit)
            return hit.Mismatch ? new IdempotencyMismatch() : await db.Set<Claim>().AsNoTracking().SingleAsync(c => c.Id == hit.ResultId, ct);

        var now = clock.GetUtcNow();
        if (await ClaimDeskReads.DraftToSubmit.For(db)(db, draftId, [.. Actor.AccountIds], Actor.Market, ct) is not { } draft) return new NotFound("draft");
        if (ClaimTransitions.Refuse("draft", draft.State, ClaimState.Submitted) is { } wrongState) return wrongState;
        if (draft.Version != version) return new ConcurrentChange("draft");
        if (await ExpiredAsync(draft, now, ct) is { } expired) return expired;
        if (await AccountAsync(draft.AccountId, ct) is not { } account) return new ProviderNotLinked();

        var intake = new ClaimIntake(db, policies, deadlines, account, draft, now);
        List<Refusal> refusals = [.. AccountFaults(account, draft.Type), .. intake.FormFaults()];
        if (refusals.Count > 0) return refusals;
        await intake.LookUpAsync(ct);
        refusals = await intake.RefusalsAsync(ct);
        if (refusals.Count > 0) return refusals;

        var claim = Claim.Submit(intake.Facts(await numbers.NextAsync("C", now.DateIn(draft.Market), ct)), Actor);
        var pend = await TakeInAsync(claim, intake, now, ct);
        var rows = new ClaimRows(db);
        await rows.InsertAsync(claim, ct);
        if (pend is not null) db.Add(await ClaimWork.OpenAsync(claim, pend.Text, policies, claim.ReceivedAt, ct));
        draft.MarkSubmitted(now);
        if (!await rows.UpdateAsync(draft, claim.Id, ct)) return new ConcurrentChange("draft");
        idempotency.Remember(SubmitOperation, clientRequestId, input, claim);
        audit.Changed("claim.submitted", claim, claim.MemberId, after: new { claim.Number, claim.State, claim.BillingAccountId, claim.TotalCharge });
        return await CommitAsync(write, claim, ct);
    }

    // CLM-09, CLM-23: rejected, or accepted and perhaps waiting for a person.
    private static async Task<IntakePend?> TakeInAsync(Claim claim, ClaimIntake intake, DateTimeOffset now, CancellationToken ct)
    {
        var system = Actor.System("claim intake");
        if (intake.Rejections() is { Count: > 0 } faults)
        {
            claim.Reject(faults, system, now);
            return null;
        }
        claim.Accept(system, now);
        if (await intake.PendAsync(ct) is not { } pend) return null;
        claim.Pend(pend.Reason, pend.Review, pend.Text, system, now);
        return pend;
    }

    private async Task<Outcome<ClaimDraft>> ChangeDraftAsync(
        long id, int version, string action, Func<ClaimDraft, DateTimeOffset, Refusal?> change, CancellationToken ct)
    {
        if (Refused() is { } refused) return refused;
        await using var write = await db.BeginSharedWriteAsync(ct);
        var now = clock.GetUtcNow();
        if (await DraftAsync(id, ct) is not { } draft) return new NotFound("draft");
        if (draft.State is ClaimState.Draft && draft.Version != version) return new ConcurrentChange("draft");
        if (draft.State is ClaimState.Draft && await ExpiredAsync(draft, now, ct) is { } expired) return expired;
        if (change(draft, now) is { } refusal) return refusal;
        audit.Changed(action, draft, after: new { draft.State });
        return await CommitAsync(write, draft, ct);
    }

    private static async Task<Outcome<T>> CommitAsync<T>(WriteScope write, T changed, CancellationToken ct)
    {
        try
        {
            await write.CommitAsync(ct);
            return changed;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new ConcurrentChange("draft");
        }
    }

    private Refusal? Refused() => Actor.Lacks(Permission.ClaimsSubmit) ?? (Actor.Market is null ? new ProviderNotLinked() : null);

    // CLM-29: drafts are private to the account, in the session's market.
    private Task<ClaimDraft?> DraftAsync(long id, CancellationToken ct) => ClaimDeskReads.Draft.For(db)(db, id, [.. Actor.AccountIds], Actor.Market, ct);

    private async Task<Refusal?> ExpiredAsync(ClaimDraft draft, DateTimeOffset now, CancellationToken ct)
    {
        var days = await policies.IntAsync("claims.draftDays", new(draft.Market), draft.ChangedAt.DateIn(draft.Market), ct);
        return DraftPolicy.Refuse(now.DateIn(draft.Market), DraftPolicy.LastDay(draft.ChangedAt.DateIn(draft.Market), days.Value));
    }

    private async Task<ProviderAccount?> AccountAsync(long id, CancellationToken ct) =>
        Actor.AccountIds.Contains(id) ? await ClaimDeskReads.Account.For(db)(db, id, ct) : null;

    private static IEnumerable<Refusal> AccountFaults(ProviderAccount account, ClaimType? type)
    {
        if (account.State is not AccountState.Active) yield return new ProviderNotActive(account.Name) { Path = ["providerId"] };
        if (DocTypePolicy.Refuse(type, account.Kind) is { } refusal) yield return refusal;
    }
}
