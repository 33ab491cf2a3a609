using System.Collections.Frozen;
using Portal.Graph.Domain.Platform.Calendars;

namespace Portal.Graph.Domain.Platform.Work;

/// <summary>How much of an item's time is used.</summary>
public enum WorkUrgency
{
    /// <summary>Less than three quarters.</summary>
    OnTime,

    /// <summary>Three quarters or more.</summary>
    Amber,

    /// <summary>All of it: the item is overdue.</summary>
    Breached,
}

/// <summary>The clock of a work item. Pure.</summary>
public static class WorkClockPolicy
{
    /// <summary>When the time of an item is over: days end with the last second of the day in the market.</summary>
    public static DateTimeOffset Due(DateTimeOffset receivedAt, int amount, SlaUnit unit, Market market, FrozenSet<DateOnly> holidays) => unit switch
    {
        SlaUnit.Hours => receivedAt.AddHours(amount),
        SlaUnit.CalendarDays => EndOf(receivedAt.DateIn(market).AddDays(amount), market),
        SlaUnit.BusinessDays => EndOf(BusinessDays.Add(receivedAt.DateIn(market), amount, holidays), market),
    };

    /// <summary>
    /// PLT-09: the due time after a pause. Hours and calendar days move by the pause itself; business days by the business days that
    /// passed in it, the day on which it ends included, the day on which it began not.
    /// </summary>
    public static DateTimeOffset Moved(
        DateTimeOffset due, DateTimeOffset from, DateTimeOffset to, SlaUnit unit, Market market, FrozenSet<DateOnly> holidays) => unit switch
    {
        SlaUnit.Hours or SlaUnit.CalendarDays => due + TimeSpan.FromSeconds(Math.Ceiling((to - from).TotalSeconds)),
        SlaUnit.BusinessDays => Between(from.DateIn(market), to.DateIn(market), holidays) is var days and > 0
            ? EndOf(BusinessDays.Add(due.DateIn(market), days, holidays), market) : due,
    };

    /// <summary>PLT-09: amber at 75 % of the time, red after its end.</summary>
    /// <param name="moved">By how much pauses have moved the due time: it is no time that was used.</param>
    public static WorkUrgency Urgency(DateTimeOffset receivedAt, DateTimeOffset dueAt, TimeSpan moved, DateTimeOffset at) =>
        at > dueAt ? WorkUrgency.Breached
        : at >= receivedAt + 0.75 * (dueAt - moved - receivedAt) + moved ? WorkUrgency.Amber
        : WorkUrgency.OnTime;

    /// <summary>The last second of the day in the market.</summary>
    public static DateTimeOffset EndOf(DateOnly day, Market market) =>
        new(TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(new TimeOnly(23, 59, 59)), market.Zone()), TimeSpan.Zero);

    /// <summary>The first instant of the day in the market.</summary>
    public static DateTimeOffset StartOf(DateOnly day, Market market) =>
        new(TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), market.Zone()), TimeSpan.Zero);

    private static int Between(DateOnly from, DateOnly to, FrozenSet<DateOnly> holidays)
    {
        var days = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
            if (BusinessDays.IsBusinessDay(day, holidays)) days++;
        return days;
    }
}
