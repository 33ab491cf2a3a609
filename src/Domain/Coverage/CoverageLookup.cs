using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Coverage;

/// <summary>The cover of a member on a date.</summary>
internal sealed record Cover(ProgramEnrollment Enrollment, EligibilitySpan Span);

/// <summary>Cover for other capabilities' rules; what reaches a user is read, and audited, by the reads of this folder.</summary>
internal sealed class CoverageLookup(PortalDb db)
{
    /// <summary>The enrollment and span that cover the date in the market, judged as the eligibility answer judges it; null when none does.</summary>
    public async Task<Cover?> EnrollmentOnAsync(long memberId, Market market, DateOnly date, CancellationToken ct = default)
    {
        var spans = await SpanRows.OnAsync(db, market, memberId, date, ct);
        return EligibilityPolicy.Verdict(spans, date).Span is { } span ? new(span.Enrollment!, span) : null;
    }

    /// <summary>Other insurance that is active on the date, in the order of COB-03.</summary>
    public async Task<IReadOnlyList<CobRecord>> OtherInsuranceOnAsync(long memberId, DateOnly date, CancellationToken ct = default)
    {
        var records = await db.Set<CobRecord>().AsNoTracking()
            .Where(r => r.MemberId == memberId && r.Effective <= date && (r.Term == null || r.Term >= date)).ToListAsync(ct);
        return [.. CobRecord.InOrder(records)];
    }
}
