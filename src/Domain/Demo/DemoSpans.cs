using Portal.Graph.Domain.Coverage;
using Portal.Graph.Domain.Platform;

namespace Portal.Graph.Domain.Demo;

/// <summary>The courses that cover takes in the demo plan, all told from today, so that the plan looks alive on any day.</summary>
internal static class DemoSpans
{
    public static SpanDetails[] Open(DateOnly today, int monthsAgo) => [new(First(today, -monthsAgo))];

    /// <summary>A year of cover, a gap of three months, and cover again since.</summary>
    public static SpanDetails[] WithGap(DateOnly today, int monthsAgo) =>
        [new(First(today, -monthsAgo - 15), First(today, -monthsAgo - 3).AddDays(-1), "Redetermination not returned"), new(First(today, -monthsAgo))];

    public static SpanDetails[] Ended(DateOnly today, int monthsAgo) => [new(First(today, -monthsAgo - 18), First(today, -monthsAgo).AddDays(-1), "No longer qualifies")];

    public static SpanDetails[] Future(DateOnly today) => [new(First(today, 1))];

    /// <summary>In the given month of a grace period today; three months for the Marketplace, else two.</summary>
    public static SpanDetails[] InGrace(DateOnly today, Lob lob, int month)
    {
        var start = First(today, 1 - month);
        return [new(First(today, -14), null, null, start.AddDays(-1), start, start.AddMonths(lob is Lob.Marketplace ? 3 : 2).AddDays(-1))];
    }

    /// <summary>The first of the month that lies so many months from today's.</summary>
    public static DateOnly First(DateOnly today, int months) => new DateOnly(today.Year, today.Month, 1).AddMonths(months);
}
