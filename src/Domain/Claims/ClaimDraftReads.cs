using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Claims.Forms;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Policies;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Claims;

// CLM-04, CLM-29
/// <summary>A draft with what still keeps it from being submitted.</summary>
/// <param name="Draft">The draft as last saved.</param>
/// <param name="MissingFields">Every required field that is empty; none once it was submitted.</param>
/// <param name="Faults">What is filled in but cannot be right; a submission is refused or rejected for these.</param>
/// <param name="LastDay">The last calendar day, in the market, on which it can be changed or submitted.</param>
/// <param name="EndsSoon">True from seven days before its last day on.</param>
public sealed record ClaimDraftView(
    ClaimDraft Draft, IReadOnlyList<RequiredFieldMissing> MissingFields, IReadOnlyList<Refusal> Faults, DateOnly LastDay, bool EndsSoon);

/// <summary>CLM-01, CLM-29: drafts, private to the account and the market of the session.</summary>
public sealed class ClaimDraftReads(PortalDb db, ActorScope scope, TimeProvider clock, AuditLog audit, MarketPolicies policies)
{
    private Actor Actor => scope.Actor;

    /// <summary>The drafts that can still be used, last changed first.</summary>
    public async Task<Outcome<AuditedQuery<ClaimDraft>>> ListAsync(CancellationToken ct)
    {
        if (Actor.Lacks(Permission.ClaimsSubmit) is { } lacks) return lacks;
        if (Actor.Market is not { } market) return new ProviderNotLinked();
        var today = clock.Today(market);
        var days = (await policies.IntAsync("claims.draftDays", new(market), today, ct)).Value;
        var first = today.AddDays(-days).ToDateTime(TimeOnly.MinValue);
        var since = new DateTimeOffset(first, market.Zone().GetUtcOffset(first)).ToUniversalTime();
        return new AuditedQuery<ClaimDraft>(
            Own(market).Where(d => d.State == ClaimState.Draft && d.ChangedAt >= since).OrderByDescending(d => d.ChangedAt).ThenByDescending(d => d.Id),
            page =>
            {
                foreach (var draft in page) Note(draft);
            });
    }

    /// <summary>One draft: <see cref="NotFound"/> also for others', <see cref="DraftExpired"/> after its last day.</summary>
    public async Task<Outcome<ClaimDraftView>> FindAsync(long id, CancellationToken ct)
    {
        if (Actor.Lacks(Permission.ClaimsSubmit) is { } lacks) return lacks;
        if (Actor.Market is not { } market || await Own(market).SingleOrDefaultAsync(d => d.Id == id && d.State != ClaimState.Discarded, ct) is not { } draft)
            return new NotFound("draft");
        var (today, changed) = (clock.Today(market), draft.ChangedAt.DateIn(market));
        var lastDay = DraftPolicy.LastDay(changed, (await policies.IntAsync("claims.draftDays", new(market), changed, ct)).Value);
        if (draft.State is ClaimState.Draft && DraftPolicy.Refuse(today, lastDay) is { } expired) return expired;
        Note(draft);
        if (draft.State is not ClaimState.Draft) return new ClaimDraftView(draft, [], [], lastDay, false);
        return View(draft, today, lastDay);
    }

    private static ClaimDraftView View(ClaimDraft draft, DateOnly today, DateOnly lastDay)
    {
        var (form, otherPayers) = (draft.Form, draft.OtherPayers);
        return new(draft, ClaimFormPolicy.MissingFields(form),
            [.. ClaimFormPolicy.Faults(form, today), .. OtherPayerPolicy.Faults(form, otherPayers, today), .. ClaimCodePolicy.Faults(form)],
            lastDay, DraftPolicy.WarnsOn(today, lastDay));
    }

    private IQueryable<ClaimDraft> Own(Market market)
    {
        var accounts = Actor.AccountIds.ToList();
        return db.Set<ClaimDraft>().AsNoTracking().Where(d => accounts.Contains(d.AccountId) && d.Market == market);
    }

    private void Note(ClaimDraft draft) => audit.Read(nameof(ClaimDraft), draft.Id, null, "draft");
}
