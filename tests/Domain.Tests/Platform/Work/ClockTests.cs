using System.Collections.Frozen;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Work;
using Portal.Graph.Domain.Platform.Work.Information;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Platform.Work;

[Requirement("PLT-09")]
public sealed class ClockTests
{
    private static readonly FrozenSet<DateOnly> Holidays = new[] { new DateOnly(2025, 12, 25), new DateOnly(2026, 1, 1) }.ToFrozenSet();
    private static readonly Worker Me = new(1, "Ana");

    private static DateTimeOffset At(int month, int day, int hour = 15, int minute = 0) => new(month == 1 ? 2026 : 2025, month, day, hour, minute, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(SlaUnit.Hours, 72, "2025-12-04T15:00:00Z")]
    [InlineData(SlaUnit.CalendarDays, 30, "2026-01-01T04:59:59Z")]
    [InlineData(SlaUnit.BusinessDays, 1, "2025-12-03T04:59:59Z")]
    [InlineData(SlaUnit.BusinessDays, 18, "2025-12-27T04:59:59Z")]
    public void Days_end_with_the_market_s_day_and_business_days_leave_out_holidays(SlaUnit unit, int amount, string due) =>
        WorkClockPolicy.Due(TestClock.Monday, amount, unit, Market.OH, Holidays).ShouldBe(DateTimeOffset.Parse(due, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void The_day_of_receipt_is_the_market_s_own()
    {
        // 06:00 UTC is still Monday in Nevada, and Tuesday in Ohio.
        WorkClockPolicy.Due(At(12, 2, 6), 1, SlaUnit.BusinessDays, Market.NV, Holidays).ShouldBe(new(2025, 12, 3, 7, 59, 59, TimeSpan.Zero));
        WorkClockPolicy.Due(At(12, 2, 6), 1, SlaUnit.BusinessDays, Market.OH, Holidays).ShouldBe(new(2025, 12, 4, 4, 59, 59, TimeSpan.Zero));
    }

    [Fact]
    public void Hours_and_calendar_days_move_by_the_pause_itself()
    {
        var due = At(12, 10);
        WorkClockPolicy.Moved(due, At(12, 5), At(12, 8, 16, 30), SlaUnit.Hours, Market.OH, Holidays).ShouldBe(At(12, 13, 16, 30));
        WorkClockPolicy.Moved(due, At(12, 5), At(12, 8, 16, 30), SlaUnit.CalendarDays, Market.OH, Holidays).ShouldBe(At(12, 13, 16, 30));
    }

    [Theory]
    // Friday to Monday is one business day; within a day, and over a weekend that is not left, none.
    [InlineData("2025-12-05", "2025-12-08", "2025-12-12")]
    [InlineData("2025-12-05", "2025-12-05", "2025-12-11")]
    [InlineData("2025-12-05", "2025-12-07", "2025-12-11")]
    // Christmas is no business day: neither in the pause nor after it.
    [InlineData("2025-12-05", "2025-12-19", "2025-12-26")]
    [InlineData("2025-12-24", "2025-12-26", "2025-12-12")]
    public void Business_days_move_by_the_business_days_that_passed(string from, string to, string day)
    {
        var (paused, resumed) = (DateOnly.Parse(from, null), DateOnly.Parse(to, null));
        WorkClockPolicy.Moved(WorkClockPolicy.EndOf(new(2025, 12, 11), Market.OH), Noon(paused), Noon(resumed), SlaUnit.BusinessDays, Market.OH, Holidays)
            .ShouldBe(WorkClockPolicy.EndOf(DateOnly.Parse(day, null), Market.OH));
        static DateTimeOffset Noon(DateOnly date) => new(date, new(17, 0), TimeSpan.Zero);
    }

    [Fact]
    public void A_clock_that_stands_still_turns_neither_amber_nor_red_and_goes_on_where_it_stood()
    {
        var item = WorkItem.Open(WorkBench.Pend, "Claim", 7, Market.OH, TestClock.Monday, TestClock.Monday.AddHours(100), "x");
        item.Take(Me, TestClock.Monday).ShouldBeNull();
        item.AwaitInformation(true, Me, TestClock.Monday.AddHours(50)).ShouldBeNull();
        item.UrgencyAt(TestClock.Monday.AddHours(500)).ShouldBe(WorkUrgency.OnTime);
        item.GoOn(WorkStep.InformationCame, Me, SlaUnit.Hours, Holidays, TestClock.Monday.AddHours(500)).ShouldBeNull();
        item.DueAt.ShouldBe(TestClock.Monday.AddHours(550));
        item.UrgencyAt(TestClock.Monday.AddHours(525).AddSeconds(-1)).ShouldBe(WorkUrgency.OnTime);
        item.UrgencyAt(TestClock.Monday.AddHours(525)).ShouldBe(WorkUrgency.Amber);
        item.UrgencyAt(TestClock.Monday.AddHours(550)).ShouldBe(WorkUrgency.Amber);
        item.UrgencyAt(TestClock.Monday.AddHours(550).AddSeconds(1)).ShouldBe(WorkUrgency.Breached);
        item.Pauses.Select(p => (p.From, p.To, p.DueBefore)).ShouldBe([(TestClock.Monday.AddHours(50), TestClock.Monday.AddHours(500), TestClock.Monday.AddHours(100))]);
    }

    [Fact]
    public void What_was_late_when_the_clock_was_stopped_stays_late()
    {
        var item = WorkItem.Open(WorkBench.Pend, "Claim", 7, Market.OH, TestClock.Monday, TestClock.Monday.AddHours(10), "x");
        item.Take(Me, TestClock.Monday);
        item.AwaitInformation(true, Me, TestClock.Monday.AddHours(11)).ShouldBeNull();
        item.UrgencyAt(TestClock.Monday.AddHours(12)).ShouldBe(WorkUrgency.Breached);
    }

    [Fact, Requirement("PLT-08")]
    public async Task The_clock_of_an_appeal_runs_on_and_that_of_a_claim_does_not()
    {
        await using var bench = await WorkBench.CreateAsync();
        var coordinator = WorkBench.Staff(5, Domain.Platform.Access.Permission.StaffAppealsWork, Domain.Platform.Access.Permission.StaffClaimsDecide);
        foreach (var (queue, pauses) in new[] { ("Q-APPEAL", false), ("Q-UM-INPATIENT", false), (WorkBench.Pend, true), ("Q-MAINT", true), ("Q-GRIEVANCE", true) })
            WorkQueue.ByKey(queue).PausesForInformation.ShouldBe(pauses, queue);
        foreach (var (queue, moved) in new[] { ("Q-APPEAL", 0), (WorkBench.Pend, 3) })
        {
            var item = await bench.ItemAsync(queue, queue);
            await bench.DoAsync(coordinator, d => d.TakeAsync(item.Id, default));
            (await bench.AsAsync<InformationDesk, Outcome<WorkItem>>(coordinator, d => d.AskAsync(item.Id, "Why?", 14, null, default))).ShouldGive();
            bench.Clock.Advance(TimeSpan.FromDays(3));
            (await bench.AsAsync<InformationDesk, Outcome<WorkItem>>(coordinator, d => d.RecordAsync(item.Id, "So", null, default))).ShouldGive()
                .DueAt.ShouldBe(item.DueAt.AddDays(moved));
        }
    }
}
