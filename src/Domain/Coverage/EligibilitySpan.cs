using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Coverage;

// COB-13
/// <summary>The dates, both included, from which and until which a member is covered under one enrollment.</summary>
public sealed class EligibilitySpan : IEntity
{
    private EligibilitySpan() { }

    public long Id { get; private set; }
    public long EnrollmentId { get; private set; }
    public ProgramEnrollment? Enrollment { get; private set; }

    /// <summary>The enrollment's member, repeated so that a member's spans are one index seek.</summary>
    public long MemberId { get; private set; }

    public Member? Member { get; private set; }

    /// <summary>The first day of cover.</summary>
    public DateOnly Effective { get; private set; }

    /// <summary>The last day of cover; null while it has no end.</summary>
    public DateOnly? Termination { get; private set; }

    /// <summary>Why the span ended or began; null when not recorded.</summary>
    public string? Reason { get; private set; }

    /// <summary>The last day that premiums are paid for; null when the plan's records do not say.</summary>
    public DateOnly? PaidThrough { get; private set; }

    /// <summary>First day of the grace period, in which cover goes on though premiums are past due; null when there is none.</summary>
    public DateOnly? GraceStart { get; private set; }

    /// <summary>Last day of the grace period; null when there is none.</summary>
    public DateOnly? GraceEnd { get; private set; }

    public DateRange Dates => new(Effective, Termination);

    /// <summary>Makes a span as given; whether it may stand beside the others of its enrollment is for <see cref="SpanPolicy"/> to say.</summary>
    internal static EligibilitySpan Of(ProgramEnrollment enrollment, SpanDetails details) => new()
    {
        Enrollment = enrollment,
        EnrollmentId = enrollment.Id,
        Member = enrollment.Member,
        MemberId = enrollment.MemberId,
        Effective = details.Effective,
        Termination = details.Termination,
        Reason = details.Reason,
        PaidThrough = details.PaidThrough,
        GraceStart = details.GraceStart,
        GraceEnd = details.GraceEnd,
    };

    /// <summary>As read by hand from its row.</summary>
    internal static EligibilitySpan Stored(long id, ProgramEnrollment enrollment, SpanDetails details)
    {
        var span = Of(enrollment, details);
        span.Id = id;
        return span;
    }

    internal void Rewrite(SpanDetails details)
    {
        (Effective, Termination, Reason) = (details.Effective, details.Termination, details.Reason);
        (PaidThrough, GraceStart, GraceEnd) = (details.PaidThrough, details.GraceStart, details.GraceEnd);
    }
}

/// <summary>What a span says, before it is one.</summary>
/// <param name="Effective">First day of cover.</param>
/// <param name="Termination">Last day of cover; null while it has no end.</param>
public sealed record SpanDetails(
    DateOnly Effective, DateOnly? Termination = null, string? Reason = null,
    DateOnly? PaidThrough = null, DateOnly? GraceStart = null, DateOnly? GraceEnd = null)
{
    public DateRange Dates => new(Effective, Termination);
}
