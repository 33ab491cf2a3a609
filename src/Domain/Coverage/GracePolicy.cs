using Portal.Graph.Domain.Platform;

namespace Portal.Graph.Domain.Coverage;

// MBR-09
/// <summary>That premiums are past due though the member is still eligible.</summary>
/// <param name="PaidThrough">The last day that is paid for; null when the plan's records do not say.</param>
/// <param name="GraceEnd">The last day of the grace period.</param>
/// <param name="GraceMonth">In which month of the grace period the date of service lies, from 1.</param>
/// <param name="ClaimsMayBePended">True in months two and three of a Marketplace grace period: claims may be pended and later denied.</param>
public sealed record PastDueNote(DateOnly? PaidThrough, DateOnly GraceEnd, int GraceMonth, bool ClaimsMayBePended)
{
    /// <summary>The note in words, to be shown with the verdict.</summary>
    public string Message =>
        (PaidThrough is { } paid ? $"Premium is past due: paid through {paid:yyyy-MM-dd}, " : "Premium is past due: ")
        + $"grace period ends {GraceEnd:yyyy-MM-dd}."
        + (ClaimsMayBePended ? " Claims for this date may be pended and later denied (45 CFR 156.270(d))." : "");
}

public static class GracePolicy
{
    // MBR-09: a note when the date of service lies in the span's grace period, both ends included.
    public static PastDueNote? Note(EligibilitySpan? span, Lob lob, DateOnly dateOfService)
    {
        if (span is not { GraceStart: { } start, GraceEnd: { } end } || !new DateRange(start, end).Contains(dateOfService)) return null;
        var month = MonthOf(start, dateOfService);
        // MBR-09: 45 CFR 156.270(d), months two and three of a Marketplace grace period.
        return new(span.PaidThrough, end, month, lob is Lob.Marketplace && month is (2 or 3));
    }

    private static int MonthOf(DateOnly start, DateOnly date)
    {
        var month = 1;
        while (start.AddMonths(month) <= date) month++;
        return month;
    }
}
