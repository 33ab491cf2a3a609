namespace Portal.Graph.Domain.Coverage;

/// <summary>The verdict on cover.</summary>
public enum EligibilityStatus
{
    /// <summary>Covered on the date of service.</summary>
    Eligible,

    /// <summary>Not covered on the date of service.</summary>
    Ineligible,
}

/// <summary>How loudly the verdict is shown.</summary>
public enum VerdictSeverity
{
    /// <summary>As a fact: the member is eligible.</summary>
    Info,

    /// <summary>In red, with the word beside it: the member is not eligible.</summary>
    Error,
}

/// <summary>Whether a member is covered on a date.</summary>
/// <param name="Status">Eligible or not.</param>
/// <param name="DateOfService">The calendar date it was judged for.</param>
/// <param name="Span">The span that covers the date; null when none does.</param>
/// <param name="Severity">How loudly to show it.</param>
public sealed record EligibilityVerdict(EligibilityStatus Status, DateOnly DateOfService, EligibilitySpan? Span, VerdictSeverity Severity);

/// <summary>MBR-08: the verdict on top of the member page.</summary>
public static class EligibilityPolicy
{
    // MBR-08: eligible iff some span has effective <= date of service <= termination, the termination day included.
    /// <summary>The verdict over a member's spans; of several that cover the date the one that began last is named.</summary>
    public static EligibilityVerdict Verdict(IReadOnlyList<EligibilitySpan> spans, DateOnly dateOfService)
    {
        var covering = spans.Where(s => s.Dates.Contains(dateOfService)).MaxBy(s => (s.Effective, s.Id));
        return covering is null
            ? new(EligibilityStatus.Ineligible, dateOfService, null, VerdictSeverity.Error)
            : new(EligibilityStatus.Eligible, dateOfService, covering, VerdictSeverity.Info);
    }
}
