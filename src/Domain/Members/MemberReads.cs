using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Coverage;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Members;

/// <summary>Members for the API and the staff pages, within the actor's scope; every record given out is noted as read (MBR-30).</summary>
public sealed class MemberReads(PortalDb db, ActorScope scope, AuditLog audit)
{
    private IQueryable<Member> Visible => db.Set<Member>().AsNoTracking().VisibleTo(scope.Actor, db);

    public async Task<Member?> FindAsync(long id, CancellationToken ct) => (await ByIdsAsync([id], ct)).SingleOrDefault();

    /// <summary>Those of the ids that exist within the actor's scope, in no particular order.</summary>
    public async Task<IReadOnlyList<Member>> ByIdsAsync(IReadOnlyCollection<long> ids, CancellationToken ct) =>
        Noted(MemberScope.MayRead(scope.Actor) && MemberScope.MarketOf(scope.Actor) is { } market
            ? await MemberRows.OfIdsAsync(db, market, ids, ct)
            : await Visible.Where(m => ids.Contains(m.Id)).ToListAsync(ct), "demographics");

    public async Task<Member?> FindByNumberAsync(MemberNumber number, CancellationToken ct) =>
        Noted(await Visible.Where(m => m.SubscriberNumber == number.SubscriberNumber && m.Suffix == number.Suffix).ToListAsync(ct), "demographics")
            .SingleOrDefault();

    // MBR-13: the subscriber may be another person than the member, and need not be enrolled in the member's market.
    /// <summary>By member id the member's subscriber; a subscriber is their own.</summary>
    public async Task<IReadOnlyDictionary<long, Member>> SubscribersOfAsync(IReadOnlyCollection<long> memberIds, CancellationToken ct)
    {
        var members = await Visible.Where(m => memberIds.Contains(m.Id)).Include(m => m.Subscriber).ToListAsync(ct);
        var subscribers = members.ToDictionary(m => m.Id, m => m.Subscriber ?? m);
        Noted(subscribers.Values, "subscriber");
        return subscribers;
    }

    /// <summary>The panel of MBR-11 as of the date, for each of the members within the actor's scope: one statement per kind of record.</summary>
    public async Task<IReadOnlyList<MemberInformation>> InformationOfAsync(IReadOnlyCollection<long> memberIds, DateOnly on, CancellationToken ct)
    {
        var members = await Visible.Where(m => memberIds.Contains(m.Id)).ToListAsync(ct);
        if (members.Count == 0) return [];
        long[] ids = [.. members.Select(m => m.Id)];
        var market = MemberScope.MarketOf(scope.Actor);
        var addresses = (await db.Set<MemberAddress>().AsNoTracking()
            .Where(a => ids.Contains(a.MemberId) && a.Kind == MemberAddressKind.Home && a.From <= on && (a.To == null || a.To >= on))
            .ToListAsync(ct)).ToLookup(a => a.MemberId);
        var spans = (await db.Set<EligibilitySpan>().AsNoTracking().Include(s => s.Enrollment)
            .Where(s => ids.Contains(s.MemberId) && (market == null || s.Enrollment!.Market == market)).ToListAsync(ct)).ToLookup(s => s.MemberId);
        var pcps = await PcpsAsync(ids, on, ct);
        var managers = await CaseManagersAsync(ids, on, ct);
        Noted(members, "information");
        return [.. members.Select(m => new MemberInformation(
            m, addresses[m.Id].MaxBy(a => a.From), ProgramOn(spans[m.Id].ToList(), on), pcps.GetValueOrDefault(m.Id), managers.GetValueOrDefault(m.Id)))];
    }

    private static ProgramEnrollment? ProgramOn(List<EligibilitySpan> spans, DateOnly on) =>
        (EligibilityPolicy.Verdict(spans, on).Span ?? spans.MaxBy(s => (s.Effective, s.Id)))?.Enrollment;

    private async Task<Dictionary<long, Pcp>> PcpsAsync(long[] memberIds, DateOnly on, CancellationToken ct)
    {
        var rows = await (
            from a in db.Set<PcpAttribution>().AsNoTracking()
            join p in db.Set<Practitioner>() on a.PractitionerId equals p.Id
            join account in db.Set<ProviderAccount>() on a.AccountId equals account.Id
            where memberIds.Contains(a.MemberId) && a.From <= @on && (a.To == null || a.To >= @on)
            select new { a.MemberId, a.From, a.Id, Practitioner = p, Account = account }).ToListAsync(ct);
        return rows.GroupBy(r => r.MemberId).ToDictionary(g => g.Key, g =>
        {
            var latest = g.MaxBy(r => (r.From, r.Id))!;
            return new Pcp(latest.Practitioner, latest.Account);
        });
    }

    // MBR-11: the case manager shows only with member.clinical.read.
    private async Task<Dictionary<long, CaseManagerAssignment>> CaseManagersAsync(long[] memberIds, DateOnly on, CancellationToken ct)
    {
        if (!scope.Actor.Has(Permission.MemberClinicalRead) && !scope.Actor.Has(Permission.StaffCareWork)) return [];
        var rows = await db.Set<CaseManagerAssignment>().AsNoTracking()
            .Where(a => memberIds.Contains(a.MemberId) && a.From <= on && (a.To == null || a.To >= on)).ToListAsync(ct);
        foreach (var row in rows) audit.Read(nameof(CaseManagerAssignment), row.Id, row.MemberId, "caseManager");
        return rows.GroupBy(r => r.MemberId).ToDictionary(g => g.Key, g => g.MaxBy(r => (r.From, r.Id))!);
    }

    private IReadOnlyList<Member> Noted(IEnumerable<Member> members, string fieldGroup)
    {
        List<Member> list = [.. members];
        foreach (var member in list) audit.Read(nameof(Member), member.Id, member.Id, fieldGroup);
        return list;
    }
}
