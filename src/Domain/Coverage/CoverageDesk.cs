using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Coverage;

/// <summary>A span to write under an enrollment; with <paramref name="SpanId"/> the one to rewrite.</summary>
public sealed record WriteSpan(long EnrollmentId, SpanDetails Details, long? SpanId = null);

/// <summary>Writing coverage: for the plan's own systems.</summary>
public sealed class CoverageDesk(PortalDb db, ActorScope scope, AuditLog audit)
{
    /// <summary>Adds or rewrites an eligibility span; spans of one enrollment never overlap (COB-13).</summary>
    public async Task<Outcome<EligibilitySpan>> WriteSpanAsync(WriteSpan input, CancellationToken ct)
    {
        if (scope.Actor.Lacks(Permission.SystemIntegrate) is { } lacking) return lacking;
        await using var write = await db.BeginWriteAsync(ct);
        var enrollment = await db.Set<ProgramEnrollment>().SingleOrDefaultAsync(e => e.Id == input.EnrollmentId, ct);
        if (enrollment is null) return new NotFound("enrollment") { Path = ["enrollmentId"] };
        var spans = await db.Set<EligibilitySpan>().Where(s => s.EnrollmentId == enrollment.Id).ToListAsync(ct);
        var existing = spans.SingleOrDefault(s => s.Id == input.SpanId);
        if (input.SpanId is not null && existing is null) return new NotFound("span") { Path = ["spanId"] };
        var refusals = SpanPolicy.Check(input.Details, spans.Where(s => s != existing).Select(s => s.Dates));
        if (refusals.Count > 0) return refusals;
        return await SaveAsync(write, enrollment, existing, input.Details, ct);
    }

    private async Task<EligibilitySpan> SaveAsync(
        WriteScope write, ProgramEnrollment enrollment, EligibilitySpan? existing, SpanDetails details, CancellationToken ct)
    {
        var before = existing?.Dates;
        var span = existing ?? EligibilitySpan.Of(enrollment, details);
        if (existing is null) db.Add(span);
        else span.Rewrite(details);
        audit.Changed(existing is null ? "span.added" : "span.rewritten", span, enrollment.MemberId, before, span.Dates);
        await write.CommitAsync(ct);
        return span;
    }
}
