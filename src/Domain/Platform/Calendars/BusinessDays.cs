using System.Collections.Frozen;

namespace Portal.Graph.Domain.Platform.Calendars;

/// <summary>Section 0.1: Monday to Friday without the market's holidays; the day after receipt is business day 1. Pure.</summary>
public static class BusinessDays
{
    /// <summary>The date <paramref name="n"/> business days after (or, negative, before) the date; 0 gives the date itself.</summary>
    public static DateOnly Add(DateOnly date, int n, FrozenSet<DateOnly> holidays)
    {
        var step = Math.Sign(n);
        for (var left = Math.Abs(n); left > 0;)
        {
            date = date.AddDays(step);
            if (IsBusinessDay(date, holidays)) left--;
        }
        return date;
    }

    public static bool IsBusinessDay(DateOnly date, FrozenSet<DateOnly> holidays) =>
        date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.Contains(date);
}
