using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Work;
using Portal.Graph.Domain.Platform.Work.Information;
using Portal.Graph.Domain.Platform.Work.Timekeeping;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Platform.Work;

[Requirement("PLT-09")]
public sealed class QueueDayTests : IAsyncLifetime
{
    private WorkBench _bench = null!;

    public async Task InitializeAsync() => _bench = await WorkBench.CreateAsync();

    public Task DisposeAsync() => _bench.DisposeAsync().AsTask();

    /// <summary>Monday to Friday of one queue: two come, one is done, late, reopened, done again.</summary>
    private async Task WeekAsync(Func<Task> everyEvening)
    {
        var first = await _bench.ItemAsync("C1", due: TestClock.Monday.AddDays(1));
        await NextDayAsync(everyEvening); // Tuesday
        var second = await _bench.ItemAsync("C2", due: TestClock.Monday.AddDays(30));
        await _bench.DoAsync(WorkBench.Supervisor(1), d => d.TakeAsync(second.Id, default));
        await _bench.DoAsync(WorkBench.Supervisor(1), d => d.CompleteAsync(second.Id, null, default));
        await NextDayAsync(everyEvening); // Wednesday
        await _bench.DoAsync(WorkBench.Supervisor(1), d => d.ReopenAsync(second.Id, null, default));
        await NextDayAsync(everyEvening); // Thursday
        await _bench.DoAsync(WorkBench.Supervisor(1), d => d.CompleteAsync(second.Id, null, default));
        await _bench.DoAsync(WorkBench.Supervisor(1), d => d.TakeAsync(first.Id, default));
        await _bench.DoAsync(WorkBench.Supervisor(1), d => d.CompleteAsync(first.Id, null, default));
        await NextDayAsync(everyEvening); // Friday
    }

    private static readonly (int Day, int Opened, int Closed, int Open, int Breached)[] Expected =
        [(1, 1, 0, 1, 0), (2, 1, 1, 1, 1), (3, 0, 0, 2, 1), (4, 0, 2, 0, 0)];

    [Fact]
    public async Task Counted_every_night_a_week_has_these_numbers()
    {
        await WeekAsync(() => CatchUpAsync());
        (await RowsAsync()).ShouldBe(Expected);
    }

    [Fact]
    public async Task Missed_days_are_caught_up_with_the_same_numbers_and_nothing_is_counted_twice()
    {
        await WeekAsync(() => Task.CompletedTask);
        (await CatchUpAsync()).ShouldBe(4);
        (await RowsAsync()).ShouldBe(Expected);
        (await CatchUpAsync()).ShouldBe(0);
        (await RowsAsync()).ShouldBe(Expected);
    }

    [Fact]
    public async Task Two_processes_that_count_at_the_same_time_count_once()
    {
        await WeekAsync(() => Task.CompletedTask);
        (await Task.WhenAll(Task.Run(CatchUpAsync), Task.Run(CatchUpAsync))).Sum().ShouldBe(4);
        (await RowsAsync()).ShouldBe(Expected);
    }

    [Fact]
    public async Task A_pause_that_moved_the_due_time_later_does_not_hide_that_an_item_was_late()
    {
        var item = await _bench.ItemAsync("C1", due: TestClock.Monday.AddHours(1));
        await _bench.DoAsync(WorkBench.Analyst(1), d => d.TakeAsync(item.Id, default));
        await NextDayAsync(() => Task.CompletedTask); // Monday evening it was late.
        await _bench.AsAsync<InformationDesk, Outcome<WorkItem>>(WorkBench.Analyst(1), d => d.AskAsync(item.Id, "Why?", 14, null, default));
        for (var i = 0; i < 9; i++) await NextDayAsync(() => Task.CompletedTask);
        (await _bench.AsAsync<InformationDesk, Outcome<WorkItem>>(WorkBench.Analyst(1), d => d.RecordAsync(item.Id, "So", null, default))).ShouldGive()
            .DueAt.ShouldBe(TestClock.Monday.AddHours(1).AddDays(9));
        await NextDayAsync(() => Task.CompletedTask);
        await CatchUpAsync();
        (await RowsAsync()).Select(r => r.Breached).ShouldBe([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
    }

    [Fact]
    public async Task An_item_that_waits_is_not_late_while_its_clock_stands()
    {
        var item = await _bench.ItemAsync("C1", due: TestClock.Monday.AddHours(30));
        await _bench.DoAsync(WorkBench.Analyst(1), d => d.TakeAsync(item.Id, default));
        await _bench.AsAsync<InformationDesk, Outcome<WorkItem>>(WorkBench.Analyst(1), d => d.AskAsync(item.Id, "Why?", 14, null, default));
        for (var i = 0; i < 4; i++) await NextDayAsync(() => Task.CompletedTask);
        await CatchUpAsync();
        (await RowsAsync()).Select(r => r.Breached).ShouldBe([0, 0, 0, 0]);
    }

    [Fact]
    public async Task Days_are_the_market_s_own()
    {
        // 06:00 UTC on Tuesday: still Monday in Nevada, Tuesday in Ohio.
        _bench.Clock.Set(new(2025, 12, 2, 6, 0, 0, TimeSpan.Zero));
        await _bench.ItemAsync("C1", market: Market.NV);
        await _bench.ItemAsync("C2", market: Market.OH);
        _bench.Clock.Set(new(2025, 12, 3, 15, 0, 0, TimeSpan.Zero));
        await CatchUpAsync();
        await using var scope = _bench.Database.Scope(Actor.System("test"));
        (await scope.Db.Set<QueueDay>().Where(d => d.Opened == 1).OrderBy(d => d.Date).Select(d => new { d.Market, d.Date.Day }).ToListAsync())
            .Select(d => (d.Market, d.Day)).ShouldBe([(Market.NV, 1), (Market.OH, 2)]);
    }

    [Fact]
    public async Task The_report_is_for_supervisors_of_their_own_queues_and_has_the_median_age()
    {
        foreach (var hours in new[] { 1, 5, 30 }) await _bench.ItemAsync($"C{hours}", received: _bench.Clock.GetUtcNow().AddHours(-hours));
        var late = await _bench.ItemAsync("C9", due: _bench.Clock.GetUtcNow().AddSeconds(-1), received: _bench.Clock.GetUtcNow().AddHours(-9));
        await _bench.DoAsync(WorkBench.Analyst(1), d => d.TakeAsync(late.Id, default));
        var reports = (await ReportAsync(WorkBench.Supervisor(9), 7)).ShouldGive();
        reports.Select(r => r.Queue.Key).ShouldBe(["Q-DOC-REVIEW", "Q-CONSENT", "Q-DOC-MATCH", WorkBench.Pend, "Q-ADJUST"]);
        var pended = reports.Single(r => r.Queue.Key == WorkBench.Pend);
        (pended.Open, pended.Breached, pended.Unassigned, pended.MedianAgeMinutes).ShouldBe((4, 1, 3, 7 * 60));
        pended.Loads.ShouldBe([new SlaLoad(1, "Analyst 1", 1, 1)]);
        pended.Days.Count.ShouldBe(7);
        reports[0].MedianAgeMinutes.ShouldBeNull();
        (await ReportAsync(WorkBench.Analyst(1), 7)).Refusals.ShouldHaveSingleItem().ShouldBeOfType<Forbidden>();
        foreach (var days in new[] { 0, 93 }) (await ReportAsync(WorkBench.Supervisor(9), days)).Refusals.ShouldHaveSingleItem().Path.ShouldBe(["days"]);
        (await ReportAsync(WorkBench.Supervisor(9), 92)).ShouldGive();
    }

    private async Task NextDayAsync(Func<Task> then)
    {
        _bench.Clock.Advance(TimeSpan.FromDays(1));
        await then();
    }

    private Task<int> CatchUpAsync() => _bench.AsAsync<QueueDays, int>(Actor.System("job"), d => d.CatchUpAsync(default));

    private Task<Outcome<IReadOnlyList<SlaReport>>> ReportAsync(Actor actor, int days) =>
        _bench.AsAsync<SlaReads, Outcome<IReadOnlyList<SlaReport>>>(actor, r => r.ReportAsync(null, days, default));

    private async Task<List<(int Day, int Opened, int Closed, int Open, int Breached)>> RowsAsync()
    {
        await using var scope = _bench.Database.Scope(Actor.System("test"));
        return (await scope.Db.Set<QueueDay>().OrderBy(d => d.Date).ToListAsync()).ConvertAll(d => (d.Date.Day, d.Opened, d.Closed, d.Open, d.Breached));
    }
}
