using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Work;
using Portal.Graph.Domain.Platform.Work.Information;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Platform.Work;

[Requirement("PLT-08", "PLT-09")]
public sealed class WorkFilterTests : IAsyncLifetime
{
    private WorkBench _bench = null!;

    public async Task InitializeAsync() => _bench = await WorkBench.CreateAsync();

    public Task DisposeAsync() => _bench.DisposeAsync().AsTask();

    private async Task<string[]> NumbersAsync(WorkFilter filter) => [.. (await PageAsync(filter)).Rows.Select(i => i.SubjectNumber!)];

    private Task<WorkPage> PageAsync(WorkFilter filter, WorkOrder? order = null, string? after = null, string? before = null, int size = 200) =>
        _bench.AsAsync<WorkPages, WorkPage>(WorkBench.Analyst(1), p => p.ReadAsync(WorkBench.Pend, filter, order ?? new(), after, before, size, default));

    [Fact]
    public async Task Due_today_is_a_day_of_the_item_s_own_market()
    {
        // 06:00 UTC on Tuesday: Monday 22:00 in Nevada, Tuesday in the east.
        _bench.Clock.Set(new(2025, 12, 2, 6, 0, 0, TimeSpan.Zero));
        async Task AddAsync(string number, Market market, int day, int hour, int minute = 0, int second = 0) =>
            await _bench.ItemAsync(number, market: market, due: new(2025, 12, day, hour, minute, second, TimeSpan.Zero), received: TestClock.Monday.AddDays(-20));
        await AddAsync("NV-before", Market.NV, 1, 7, 59, 59);
        await AddAsync("NV-first", Market.NV, 1, 8);
        await AddAsync("NV-last", Market.NV, 2, 7, 59, 59);
        await AddAsync("NV-after", Market.NV, 2, 8);
        await AddAsync("OH-before", Market.OH, 2, 4, 59, 59);
        await AddAsync("OH-first", Market.OH, 2, 5);
        await AddAsync("IN-last", Market.IN, 3, 4, 59, 59);
        await AddAsync("IN-after", Market.IN, 3, 5);
        (await NumbersAsync(new(Due: DueFilter.Today))).ShouldBe(["NV-first", "OH-first", "NV-last", "IN-last"]);
    }

    [Fact]
    public async Task Breached_leaves_out_what_waits_on_a_standing_clock()
    {
        var late = await _bench.ItemAsync("late", due: _bench.Clock.GetUtcNow().AddHours(1));
        var waits = await _bench.ItemAsync("waits", due: _bench.Clock.GetUtcNow().AddHours(1));
        await _bench.DoAsync(WorkBench.Analyst(1), d => d.TakeAsync(waits.Id, default));
        (await _bench.AsAsync<InformationDesk, Outcome<WorkItem>>(WorkBench.Analyst(1), d => d.AskAsync(waits.Id, "Why?", 14, null, default))).ShouldGive();
        _bench.Clock.Set(late.DueAt);
        (await NumbersAsync(new(Due: DueFilter.Breached))).ShouldBeEmpty();
        _bench.Clock.Set(late.DueAt.AddSeconds(1));
        (await NumbersAsync(new(Due: DueFilter.Breached))).ShouldBe(["late"]);
        (await NumbersAsync(new(States: [WorkState.PendingInfo]))).ShouldBe(["waits"]);
    }

    [Fact]
    public async Task A_provider_is_found_among_any_number_by_part_of_the_name_NPI_or_ID()
    {
        // More providers than any page holds.
        for (var i = 0; i < 230; i++)
        {
            var account = await _bench.ProviderAsync($"Clinic {i:000}", $"1{i:000000000}", $"4{i:00000000000}");
            await _bench.ItemAsync($"C{i:000}", account: account.Id);
        }
        (await NumbersAsync(new(Provider: "clinic 229"))).ShouldBe(["C229"]);
        (await NumbersAsync(new(Provider: "1000000228"))).ShouldBe(["C228"]);
        (await NumbersAsync(new(Provider: " 400000000007 "))).ShouldBe(["C007"]);
        (await NumbersAsync(new(Provider: "100000022"))).ShouldBeEmpty("an NPI is whole");
        (await NumbersAsync(new(Provider: "CLINIC"))).Length.ShouldBe(200);
    }

    [Fact]
    public async Task A_named_person_s_items_are_those_in_their_hands()
    {
        foreach (var (number, person) in new[] { ("A", 1L), ("B", 2L), ("C", 1L) })
        {
            var item = await _bench.ItemAsync(number);
            await _bench.DoAsync(WorkBench.Analyst(person), d => d.TakeAsync(item.Id, default));
        }
        await _bench.ItemAsync("D");
        (await NumbersAsync(new(AssigneeId: 2))).ShouldBe(["B"]);
        (await NumbersAsync(new(Assignee: AssigneeFilter.Me))).ShouldBe(["A", "C"]);
        (await NumbersAsync(new(Assignee: AssigneeFilter.Nobody))).ShouldBe(["D"]);
    }

    [Theory]
    [InlineData(WorkSort.Due, false)]
    [InlineData(WorkSort.Due, true)]
    [InlineData(WorkSort.Received, false)]
    [InlineData(WorkSort.Received, true)]
    [InlineData(WorkSort.Number, true)]
    [InlineData(WorkSort.Priority, false)]
    [InlineData(WorkSort.Priority, true)]
    public async Task Pages_go_through_everything_once_in_both_directions_also_among_equals(WorkSort by, bool descending)
    {
        for (var i = 0; i < 11; i++)
            await _bench.ItemAsync($"C{i:00}", due: TestClock.Monday.AddDays(i / 4), received: TestClock.Monday.AddDays(-(i % 3)), priority: i % 2);
        var order = new WorkOrder(by, descending);
        var whole = (await PageAsync(new(), order)).Rows.Select(i => i.Id).ToList();
        whole.Count.ShouldBe(11);
        List<long> seen = [];
        WorkPage page;
        for (string? after = null; ; after = page.After)
        {
            page = await PageAsync(new(), order, after, size: 3);
            (page.Total, page.Before is null).ShouldBe((11, seen.Count == 0));
            seen.AddRange(page.Rows.Select(i => i.Id));
            if (page.After is null) break;
        }
        seen.ShouldBe(whole);
        var back = await PageAsync(new(), order, before: page.Before, size: 3);
        back.Rows.Select(i => i.Id).ShouldBe(whole[6..9]);
        (await PageAsync(new(), order, after: "no.cursor", size: 3)).Rows.Select(i => i.Id).ShouldBe(whole[..3]);
    }
}
