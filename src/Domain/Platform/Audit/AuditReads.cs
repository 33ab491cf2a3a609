using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Audit;

/// <summary>A part of the trail, newest first.</summary>
/// <param name="Rows">At most as many as were asked for.</param>
/// <param name="HasNewer">Whether rows that fit stand before the first one.</param>
/// <param name="HasOlder">Whether rows that fit stand after the last one.</param>
public sealed record AuditPage(IReadOnlyList<AuditEvent> Rows, bool HasNewer, bool HasOlder);

/// <summary>Where a page of the trail begins: after a row towards the past, before one towards the present, or at the newest.</summary>
/// <param name="OlderThan">Number of the row that the page follows.</param>
/// <param name="NewerThan">Number of the row that follows the page.</param>
public readonly record struct AuditPlace(long? OlderThan = null, long? NewerThan = null);

// PLT-04, PLT-06
/// <summary>The audit trail for auditors and compliance. Whoever reads it leaves a row in it.</summary>
public sealed class AuditReads(PortalDb db, ActorScope scope, AuditLog audit, AuditChain chain)
{
    private IQueryable<AuditEvent> Rows => db.Set<AuditEvent>().AsNoTracking();

    /// <summary>Rows that fit, newest first.</summary>
    public async Task<Outcome<AuditedQuery<AuditEvent>>> EventsAsync(AuditFilter filter, CancellationToken ct)
    {
        if (scope.Actor.Lacks(Permission.StaffAuditRead) is { } refusal) return refusal;
        return (await AuditCriteria.OfAsync(filter, db, ct)).Map(criteria => new AuditedQuery<AuditEvent>(
            criteria.Apply(Rows).OrderByDescending(e => e.At).ThenByDescending(e => e.Seq), page => Note(criteria, page)));
    }

    /// <summary>One page of the rows that fit; how far back it lies does not matter to the database.</summary>
    public async Task<Outcome<AuditPage>> PageAsync(AuditFilter filter, AuditPlace place, int size, CancellationToken ct)
    {
        if (scope.Actor.Lacks(Permission.StaffAuditRead) is { } refusal) return refusal;
        var found = await AuditCriteria.OfAsync(filter, db, ct);
        if (!found.Succeeded) return Outcome<AuditPage>.Refused(found.Refusals);
        var rows = found.Value.Apply(Rows);
        var back = place.NewerThan is not null;
        var edge = (place.OlderThan ?? place.NewerThan) is { } seq ? await Rows.Where(e => e.Seq == seq).Select(e => new { e.At, e.Seq }).SingleOrDefaultAsync(ct) : null;
        if (edge is not null && !back) rows = rows.Where(e => e.At <= edge.At && (e.At < edge.At || e.Seq < edge.Seq));
        if (edge is not null && back) rows = rows.Where(e => e.At >= edge.At && (e.At > edge.At || e.Seq > edge.Seq));
        rows = back && edge is not null ? rows.OrderBy(e => e.At).ThenBy(e => e.Seq) : rows.OrderByDescending(e => e.At).ThenByDescending(e => e.Seq);
        var taken = await rows.Take(size + 1).ToListAsync(ct);
        var more = taken.Count > size;
        if (more) taken.RemoveAt(size);
        if (back && edge is not null) taken.Reverse();
        Note(found.Value, taken);
        return edge is null ? new AuditPage(taken, false, more) : back ? new AuditPage(taken, more, true) : new AuditPage(taken, true, more);
    }

    /// <summary>One row by its number.</summary>
    public async Task<Outcome<AuditEvent>> FindAsync(long seq, CancellationToken ct)
    {
        if (scope.Actor.Lacks(Permission.StaffAuditRead) is { } refusal) return refusal;
        if (await Rows.SingleOrDefaultAsync(e => e.Seq == seq, ct) is not { } row) return new NotFound("audit row");
        audit.Read(nameof(AuditEvent), row.Seq, row.MemberId, "row");
        return row;
    }

    /// <summary>Checks the whole chain from its first row.</summary>
    public async Task<Outcome<ChainReport>> VerifyAsync(CancellationToken ct)
    {
        if (scope.Actor.Lacks(Permission.StaffAuditRead) is { } refusal) return refusal;
        var report = await chain.VerifyAsync(ct);
        audit.ReadAll(nameof(AuditEvent), report.FirstBroken ?? 0, null, "chain", report);
        return report;
    }

    // The rows of the trail never change: the criteria and its two ends tell for ever what was seen.
    private void Note(AuditCriteria criteria, IReadOnlyList<AuditEvent> page) =>
        audit.ReadAll(nameof(AuditEvent), page.Count > 0 ? page[0].Seq : 0, criteria.MemberId, "trail", new
        {
            criteria.ActorId, criteria.ImpersonatorId, criteria.AccountIds, criteria.Action, criteria.From, criteria.To, Rows = page.Count,
            Newest = page.Count > 0 ? page[0].Seq : (long?)null, Oldest = page.Count > 0 ? page[^1].Seq : (long?)null,
        });
}
