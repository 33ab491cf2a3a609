using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Coverage;

/// <summary>Coverage for the API and the staff pages, within the actor's scope; every record given out is noted as read (MBR-30).</summary>
public sealed class CoverageReads(PortalDb db, ActorScope scope, AuditLog audit, MarketSpans known)
{
    // MBR-25: all spans, newest first, no limit.
    /// <summary>The spans of these members in the actor's market, with their enrollments, newest first.</summary>
    public async Task<IReadOnlyList<EligibilitySpan>> SpansOfAsync(IReadOnlyCollection<long> memberIds, CancellationToken ct)
    {
        var spans = scope.Actor is { Kind: ActorKind.PortalUser, Market: { } market } && MemberScope.MayRead(scope.Actor)
            ? await InMarketAsync(memberIds, market, ct)
            : await OfVisibleAsync(memberIds, ct);
        foreach (var span in spans) audit.Read(nameof(EligibilitySpan), span.Id, span.MemberId, "span");
        return spans;
    }

    // MBR-28: a member with a span in the market is enrolled there, and thereby visible.
    private async Task<List<EligibilitySpan>> InMarketAsync(IReadOnlyCollection<long> memberIds, Market market, CancellationToken ct) =>
        [.. (await known.TakeAsync(memberIds, market, ct)).Values.SelectMany(spans => spans)];

    private Task<List<EligibilitySpan>> OfVisibleAsync(IReadOnlyCollection<long> memberIds, CancellationToken ct)
    {
        var (market, visible) = (MemberScope.MarketOf(scope.Actor), Visible);
        return db.Set<EligibilitySpan>().AsNoTracking().Include(s => s.Enrollment)
            .Where(s => memberIds.Contains(s.MemberId) && (market == null || s.Enrollment!.Market == market) && visible.Any(m => m.Id == s.MemberId))
            .OrderByDescending(s => s.Effective).ThenByDescending(s => s.Id).ToListAsync(ct);
    }

    /// <summary>The programmes of these members in the actor's market.</summary>
    public async Task<IReadOnlyList<ProgramEnrollment>> EnrollmentsOfAsync(IReadOnlyCollection<long> memberIds, CancellationToken ct)
    {
        var market = MemberScope.MarketOf(scope.Actor);
        var enrollments = await db.Set<ProgramEnrollment>().AsNoTracking()
            .Where(e => memberIds.Contains(e.MemberId) && (market == null || e.Market == market) && Visible.Any(m => m.Id == e.MemberId))
            .OrderBy(e => e.Id).ToListAsync(ct);
        foreach (var enrollment in enrollments) audit.Read(nameof(ProgramEnrollment), enrollment.Id, enrollment.MemberId, "enrollment");
        return enrollments;
    }

    // COB-01: cob.read; staff with a COB or claims queue read the records of its items.
    /// <summary>Other insurance of these members in the order of COB-03; empty without cob.read.</summary>
    public async Task<IReadOnlyList<CobRecord>> CobOfAsync(IReadOnlyCollection<long> memberIds, CancellationToken ct)
    {
        if (!CobReaders.Any(scope.Actor.Has)) return [];
        var records = await db.Set<CobRecord>().AsNoTracking()
            .Where(r => memberIds.Contains(r.MemberId) && Visible.Any(m => m.Id == r.MemberId)).ToListAsync(ct);
        foreach (var record in records) audit.Read(nameof(CobRecord), record.Id, record.MemberId, "cob");
        return [.. CobRecord.InOrder(records)];
    }

    private static readonly Permission[] CobReaders =
        [Permission.CobRead, Permission.StaffCobWork, Permission.StaffClaimsRead, Permission.StaffClaimsDecide, Permission.StaffUmWork];

    private IQueryable<Member> Visible => db.Set<Member>().VisibleTo(scope.Actor, db);
}
