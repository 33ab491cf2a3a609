using System.Collections.Frozen;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Calendars;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Platform;

public class CalendarTests
{
    private static readonly FrozenSet<DateOnly> Holidays =
        Enumerable.Range(2020, 17).SelectMany(FederalHolidays.Of).Select(h => h.Observed).ToFrozenSet();

    [Theory, Requirement("PLT-10")]
    [InlineData("2025-12-31", 1, "2026-01-02")]
    [InlineData("2025-12-24", 1, "2025-12-26")]
    [InlineData("2025-12-26", 5, "2026-01-05")]
    [InlineData("2025-11-26", 1, "2025-11-28")]
    [InlineData("2025-12-05", 1, "2025-12-08")]
    [InlineData("2025-12-06", 1, "2025-12-08")]
    [InlineData("2026-01-02", -1, "2025-12-31")]
    [InlineData("2021-12-30", 1, "2022-01-03")]
    [InlineData("2025-12-01", 0, "2025-12-01")]
    public void Business_days_skip_weekends_and_holidays_also_over_year_ends(string from, int days, string to) =>
        BusinessDays.Add(DateOnly.Parse(from), days, Holidays).ShouldBe(DateOnly.Parse(to));

    [Fact, Requirement("PLT-10")]
    public void Federal_holidays_of_2026_are_observed_on_their_days() =>
        FederalHolidays.Of(2026).Select(h => h.Observed.ToString("MM-dd")).ShouldBe(
            ["01-01", "01-19", "02-16", "05-25", "06-19", "07-03", "09-07", "10-12", "11-11", "11-26", "12-25"]);

    [Fact, Requirement("PLT-10")]
    public async Task Each_market_has_its_own_holidays()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.AddAsync(new Holiday { Market = Market.NV, Date = new(2025, 10, 31), Name = "Nevada Day" });
        await using var scope = database.Scope(Actor.System("test"));
        var calendar = scope.Get<HolidayCalendar>();
        (await calendar.AddBusinessDaysAsync(new(2025, 10, 30), 1, Market.NV, default)).ShouldBe(new(2025, 11, 3));
        (await calendar.AddBusinessDaysAsync(new(2025, 10, 30), 1, Market.OH, default)).ShouldBe(new(2025, 10, 31));
        (await calendar.OfAsync(Market.KY, default)).Count(d => d.Year == 2020).ShouldBe(10);
        (await calendar.OfAsync(Market.KY, default)).ShouldContain(new DateOnly(2035, 12, 25));
    }

    [Theory, Requirement("PLT-11")]
    [InlineData("2025-12-01T04:59:59Z", Market.OH, "2025-11-30")]
    [InlineData("2025-12-01T05:00:00Z", Market.OH, "2025-12-01")]
    [InlineData("2025-12-01T05:00:00Z", Market.IN, "2025-12-01")]
    [InlineData("2025-12-01T05:00:00Z", Market.NV, "2025-11-30")]
    [InlineData("2025-12-01T08:00:00Z", Market.NV, "2025-12-01")]
    [InlineData("2025-07-01T03:59:59Z", Market.GA, "2025-06-30")]
    [InlineData("2025-07-01T04:00:00Z", Market.GA, "2025-07-01")]
    [InlineData("2025-03-09T04:59:59Z", Market.KY, "2025-03-08")]
    [InlineData("2025-03-10T03:59:59Z", Market.KY, "2025-03-09")]
    [InlineData("2025-03-10T04:00:00Z", Market.KY, "2025-03-10")]
    [InlineData("2025-11-03T04:59:59Z", Market.WV, "2025-11-02")]
    public void The_date_is_the_markets_also_when_clocks_change(string instant, Market market, string date)
    {
        var clock = new TestClock(DateTimeOffset.Parse(instant));
        clock.Today(market).ShouldBe(DateOnly.Parse(date));
    }
}
