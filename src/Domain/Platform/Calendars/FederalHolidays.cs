namespace Portal.Graph.Domain.Platform.Calendars;

/// <summary>The eleven US federal holidays (5 U.S.C. 6103) on the days they are observed: Saturday's on Friday, Sunday's on Monday.</summary>
public static class FederalHolidays
{
    /// <summary>Those of the year by their legal date; New Year's Day may be observed on December 31 of the year before.</summary>
    public static IEnumerable<(DateOnly Observed, string Name)> Of(int year)
    {
        yield return (Observed(new(year, 1, 1)), "New Year's Day");
        yield return (Nth(year, 1, DayOfWeek.Monday, 3), "Birthday of Martin Luther King, Jr.");
        yield return (Nth(year, 2, DayOfWeek.Monday, 3), "Washington's Birthday");
        yield return (Nth(year, 6, DayOfWeek.Monday, 1).AddDays(-7), "Memorial Day");
        if (year >= 2021) yield return (Observed(new(year, 6, 19)), "Juneteenth National Independence Day");
        yield return (Observed(new(year, 7, 4)), "Independence Day");
        yield return (Nth(year, 9, DayOfWeek.Monday, 1), "Labor Day");
        yield return (Nth(year, 10, DayOfWeek.Monday, 2), "Columbus Day");
        yield return (Observed(new(year, 11, 11)), "Veterans Day");
        yield return (Nth(year, 11, DayOfWeek.Thursday, 4), "Thanksgiving Day");
        yield return (Observed(new(year, 12, 25)), "Christmas Day");
    }

    private static DateOnly Nth(int year, int month, DayOfWeek day, int n)
    {
        var first = new DateOnly(year, month, 1);
        return first.AddDays((day - first.DayOfWeek + 7) % 7 + 7 * (n - 1));
    }

    private static DateOnly Observed(DateOnly date) => date.DayOfWeek switch
    {
        DayOfWeek.Saturday => date.AddDays(-1),
        DayOfWeek.Sunday => date.AddDays(1),
        _ => date,
    };
}
