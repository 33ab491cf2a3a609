using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Contacts;
using Portal.Graph.Domain.Platform.Policies;
using Portal.Graph.Domain.Platform.Work;
using Portal.Graph.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Portal.Graph.Domain.Tests.Platform.Work;

[Requirement("PLT-08", "PLT-09")]
public sealed class WorkIntakeTests
{
    private static readonly WorkQueue Toy = new("Q-TOY", "Toys", "/staff/toys", Permission.StaffSupport, new(2, SlaUnit.BusinessDays));

    [Fact]
    public async Task A_queue_that_is_registered_in_one_line_has_list_counts_limit_and_everything_that_is_done_with_items()
    {
        await using var bench = await WorkBench.CreateAsync(services => services.AddSingleton(Toy));
        var agent = WorkBench.Staff(1, Permission.StaffSupport);
        var item = await OpenAsync(bench, "Q-TOY", Market.OH);
        item.DueAt.ShouldBe(new(2025, 12, 4, 4, 59, 59, TimeSpan.Zero));
        (await bench.AsAsync<WorkPages, WorkPage>(agent, p => p.ReadAsync("Q-TOY", new(), new(), null, null, 25, default))).Rows.ShouldHaveSingleItem().Id.ShouldBe(item.Id);
        (await bench.AsAsync<NextWork, Outcome<WorkItem>>(agent, n => n.TakeAsync("Q-TOY", default))).ShouldGive().AssigneeId.ShouldBe(1);
        var count = (await bench.AsAsync<WorkCounts, IReadOnlyList<WorkCount>>(agent, c => c.OfMineAsync(default))).Single(c => c.Queue == Toy);
        (count.Open, count.Mine, count.Unassigned, count.Breached, count.DueToday, count.OldestReceivedAt).ShouldBe((1, 1, 0, 0, 0, item.ReceivedAt));
        bench.Clock.Set(item.DueAt.AddHours(-1));
        (await CountAsync()).DueToday.ShouldBe(1);
        bench.Clock.Set(item.DueAt.AddSeconds(1));
        (await CountAsync()).Breached.ShouldBe(1);
        (await bench.DoAsync(agent, d => d.CompleteAsync(item.Id, null, default))).ShouldGive();
        (await CountAsync()).Open.ShouldBe(0);

        async Task<WorkCount> CountAsync() => (await bench.AsAsync<WorkCounts, IReadOnlyList<WorkCount>>(agent, c => c.OfMineAsync(default))).Single(c => c.Queue == Toy);
    }

    [Fact]
    public async Task Due_follows_the_rule_of_the_market_in_force_on_the_day_of_receipt()
    {
        await using var bench = await WorkBench.CreateAsync();
        await bench.Database.AddAsync(
            new PolicySetting { Key = "cob.reviewBusinessDays", Market = Market.GA, Value = "3", Source = "test", From = new(2025, 12, 1), State = PolicyState.Approved });
        (await OpenAsync(bench, "Q-COB", Market.OH)).DueAt.ShouldBe(WorkClockPolicy.EndOf(new(2025, 12, 15), Market.OH));
        (await OpenAsync(bench, "Q-COB", Market.GA)).DueAt.ShouldBe(WorkClockPolicy.EndOf(new(2025, 12, 4), Market.GA));
        (await OpenAsync(bench, "Q-COB", Market.GA, TestClock.Monday.AddDays(-3))).DueAt.ShouldBe(WorkClockPolicy.EndOf(new(2025, 12, 12), Market.GA));
    }

    [Fact]
    public async Task Every_queue_that_has_a_limit_gives_a_due_time_and_one_with_a_parent_s_clock_asks_for_it()
    {
        await using var bench = await WorkBench.CreateAsync();
        foreach (var queue in WorkQueue.All.Where(q => q.Sla is not null))
            (await OpenAsync(bench, queue.Key, Market.NV)).DueAt.ShouldBeGreaterThan(bench.Clock.GetUtcNow(), queue.Key);
        foreach (var queue in WorkQueue.All.Where(q => q.Sla is null))
            (await Should.ThrowAsync<InvalidOperationException>(() => OpenAsync(bench, queue.Key, Market.NV))).Message.ShouldContain(queue.Key);
    }

    private static async Task<WorkItem> OpenAsync(WorkBench bench, string queue, Market market, DateTimeOffset? received = null)
    {
        await using var scope = bench.Database.Scope(Actor.System("test"));
        await using var write = await scope.Db.BeginWriteAsync(default);
        var subject = new ContactText { Key = $"{queue}-{market}-{received:yyyyMMdd}", Value = "a record" };
        scope.Db.Add(subject);
        var item = await scope.Get<WorkIntake>().OpenAsync(queue, subject, new(market, "A new toy", "T-1", Lob.Medicaid, ReceivedAt: received), default);
        await write.CommitAsync(default);
        return item;
    }
}
