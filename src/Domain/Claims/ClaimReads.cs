using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Contacts;
using Portal.Graph.Domain.Platform.Policies;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Claims;

/// <summary>Claims for the API and the staff pages, within the actor's scope (CLM-21); every record given out is noted as read (PLT-06).</summary>
public sealed class ClaimReads(
    PortalDb db, ActorScope scope, TimeProvider clock, AuditLog audit, MarketPolicies policies, ContactTexts contacts)
{
    private Actor Actor => scope.Actor;

    private IQueryable<Claim> Visible => db.Set<Claim>().AsNoTracking().VisibleTo(Actor);

    /// <summary>CLM-13: searches by any of the options; a refused search tells which options are needed.</summary>
    public Task<Outcome<ClaimSearchResult>> SearchAsync(ClaimSearch search, CancellationToken ct) =>
        new ClaimSearcher(db, Actor, clock, policies, contacts, Visible, Audited).SearchAsync(search, ct);

    /// <summary>A claim by its number: <see cref="ClaimNotFound"/> also for others' claims, <see cref="ClaimOlderThanLookback"/> for old ones.</summary>
    public async Task<Outcome<Claim>> FindByNumberAsync(string number, CancellationToken ct)
    {
        if (ClaimScope.Lacks(Actor) is { } lacks) return lacks;
        var wanted = number.Trim().ToUpperInvariant();
        if (await Visible.SingleOrDefaultAsync(c => c.Number == wanted, ct) is not { } claim) return new ClaimNotFound(wanted);
        if (await LookbackAsync(claim.Market, ct) is { } lookback && claim.ReceivedDate < lookback.Earliest)
            return new ClaimOlderThanLookback([wanted], lookback.Months)
            {
                OtherPath = await contacts.PhoneAsync("contact.providerServices", claim.Market, ct),
            };
        return Noted([claim], "claim")[0];
    }

    public async Task<Claim?> FindAsync(long id, CancellationToken ct) => (await ByIdsAsync([id], ct)).SingleOrDefault();

    /// <summary>Those of the ids that exist within the actor's scope and look-back, in no particular order.</summary>
    public async Task<IReadOnlyList<Claim>> ByIdsAsync(IReadOnlyCollection<long> ids, CancellationToken ct)
    {
        var claims = Visible.Where(c => ids.Contains(c.Id));
        if (Actor.Market is { } market && await LookbackAsync(market, ct) is { } lookback)
            claims = claims.Where(c => c.ReceivedDate >= lookback.Earliest);
        return Noted(await claims.ToListAsync(ct), "claim");
    }

    /// <summary>Claims that are pended for a reason or above a charge, as part of a query; reads none of them.</summary>
    /// <param name="atLeast">US dollars.</param>
    public IQueryable<long> PendedIds(ClaimPendReason? reason = null, decimal? atLeast = null) => Visible
        .Where(c => (reason == null || c.PendReason == reason) && (atLeast == null || c.TotalCharge >= atLeast)).Select(c => c.Id);

    /// <summary>CLM-01: the claims that the actor's accounts submitted, newest first.</summary>
    public AuditedQuery<Claim> Submissions()
    {
        var accounts = Actor.AccountIds.ToList();
        return Audited(Visible.Where(c => accounts.Contains(c.BillingAccountId)).OrderByDescending(c => c.ReceivedDate).ThenByDescending(c => c.Id));
    }

    /// <summary>The lines of these claims, in order.</summary>
    public Task<ILookup<long, ClaimLine>> LinesAsync(IReadOnlyCollection<long> claimIds, CancellationToken ct) =>
        ClaimScope.OwnerOf(Actor) is { } owner ? OwnLinesAsync(owner, claimIds, ct) : PartsAsync(claimIds, "lines", c => c.LineItems, l => l.ClaimId, l => l.No, ct);

    public Task<ILookup<long, ClaimDiagnosis>> DiagnosesAsync(IReadOnlyCollection<long> claimIds, CancellationToken ct) =>
        PartsAsync(claimIds, "diagnoses", c => c.DiagnosisItems, d => d.ClaimId, d => d.No, ct);

    public Task<ILookup<long, ClaimOtherPayer>> OtherPayersAsync(IReadOnlyCollection<long> claimIds, CancellationToken ct) =>
        PartsAsync(claimIds, "otherPayers", c => c.OtherPayerItems, p => p.ClaimId, p => p.No, ct);

    /// <summary>CLM-17: process, adjustment and remittance reasons; those without a line number are the claim's own.</summary>
    public Task<ILookup<long, ClaimReason>> ReasonsAsync(IReadOnlyCollection<long> claimIds, CancellationToken ct) =>
        PartsAsync(claimIds, "reasons", c => c.ReasonItems, r => r.ClaimId, r => r.Id, ct);

    /// <summary>CLM-09: why intake rejected them.</summary>
    public Task<ILookup<long, ClaimRejection>> RejectionsAsync(IReadOnlyCollection<long> claimIds, CancellationToken ct) =>
        PartsAsync(claimIds, "rejections", c => c.RejectionItems, r => r.ClaimId, r => r.Id, ct);

    /// <summary>The steps of these claims, oldest first; notes are for staff only.</summary>
    public Task<ILookup<long, ClaimEvent>> EventsAsync(IReadOnlyCollection<long> claimIds, CancellationToken ct) =>
        PartsAsync(claimIds, "events", c => c.EventItems, e => e.ClaimId, e => e.Id, ct);

    /// <summary>The form as submitted; claims from other channels have none.</summary>
    public async Task<SubmittedForm?> FormAsync(long claimId, CancellationToken ct)
    {
        var found = await Visible.Where(c => c.Id == claimId && c.Form != null).Select(c => new { c.MemberId, Form = c.Form! }).SingleOrDefaultAsync(ct);
        if (found is not null) audit.Read(nameof(Claim), claimId, found.MemberId, "form");
        return found?.Form;
    }

    // The lists of claims ask for lines more than for anything else.
    private async Task<ILookup<long, ClaimLine>> OwnLinesAsync(ClaimOwner owner, IReadOnlyCollection<long> claimIds, CancellationToken ct)
    {
        var rows = await ClaimListReads.LinesAsync(db, owner, claimIds, ct);
        foreach (var (memberId, line) in rows) audit.Read(nameof(Claim), line.ClaimId, memberId, "lines");
        return rows.OrderBy(r => r.Line.No).ToLookup(r => r.Line.ClaimId, r => r.Line);
    }

    // The owner is part of every batch: ids that are not the actor's give nothing.
    private async Task<ILookup<long, TPart>> PartsAsync<TPart>(
        IReadOnlyCollection<long> claimIds, string fieldGroup, System.Linq.Expressions.Expression<Func<Claim, IEnumerable<TPart>>> parts,
        Func<TPart, long> claimId, Func<TPart, long> order, CancellationToken ct) where TPart : class
    {
        var rows = await Visible.Where(c => claimIds.Contains(c.Id))
            .SelectMany(parts, (c, part) => new { c.MemberId, Part = part }).ToListAsync(ct);
        foreach (var row in rows) audit.Read(nameof(Claim), claimId(row.Part), row.MemberId, fieldGroup);
        return rows.Select(r => r.Part).OrderBy(order).ToLookup(claimId);
    }

    private AuditedQuery<Claim> Audited(IQueryable<Claim> query, Func<int, CancellationToken, Task<List<Claim>>>? first = null) =>
        new(query, page => Noted(page, "summary"), first);

    private IReadOnlyList<Claim> Noted(IReadOnlyList<Claim> claims, string fieldGroup)
    {
        foreach (var claim in claims) audit.Read(nameof(Claim), claim.Id, claim.MemberId, fieldGroup);
        return claims;
    }

    // CLM-11 limits what providers look up; staff work on older claims too.
    private async Task<(DateOnly Earliest, int Months)?> LookbackAsync(Market market, CancellationToken ct)
    {
        if (ClaimScope.SeesAll(Actor)) return null;
        var today = clock.Today(market);
        var months = (await policies.IntAsync("claims.statusLookbackMonths", new(market), today, ct)).Value;
        return (ClaimSearchPolicy.EarliestReceived(today, months), months);
    }
}
