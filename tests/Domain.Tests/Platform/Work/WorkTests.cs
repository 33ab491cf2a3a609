using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Domain.Platform.Work;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Platform.Work;

public class WorkTests
{
    private static Actor Analyst(long id, params Permission[] more) => new()
    {
        Kind = ActorKind.Staff, UserId = id, Name = $"Analyst {id}", Permissions = [Permission.StaffClaimsDecide, .. more],
    };

    private static async Task<WorkItem> ItemAsync(TestDatabase database, string number = "C2512010000001", int dueInDays = 30, Market market = Market.OH)
    {
        var item = WorkItem.Open("Q-CLAIM-PEND", "Claim", 7, market, TestClock.Monday, TestClock.Monday.AddDays(dueInDays), "high charge", number);
        await database.AddAsync(item);
        return item;
    }

    private static async Task<Outcome<WorkItem>> DoAsync(TestDatabase database, Actor actor, Func<WorkDesk, Task<Outcome<WorkItem>>> act)
    {
        await using var scope = database.Scope(actor);
        return await act(scope.Get<WorkDesk>());
    }

    private static T Only<T>(Outcome<WorkItem> outcome) where T : Refusal => outcome.Refusals.ShouldHaveSingleItem().ShouldBeOfType<T>();

    [Fact, Requirement("PLT-08")]
    public async Task Of_two_who_take_an_item_at_the_same_time_one_gets_it_and_the_other_learns_who()
    {
        await using var database = await TestDatabase.CreateAsync();
        var item = await ItemAsync(database);
        var outcomes = await Task.WhenAll(new[] { 1L, 2L }.Select(id => Task.Run(() => DoAsync(database, Analyst(id), d => d.TakeAsync(item.Id, default)))));
        var winner = outcomes.Single(o => o.Succeeded).Value!;
        Only<WorkItemTaken>(outcomes.Single(o => !o.Succeeded)).By.ShouldBe(winner.AssigneeName);
        (await DoAsync(database, Analyst(winner.AssigneeId!.Value), d => d.TakeAsync(item.Id, default))).Succeeded.ShouldBeTrue();
    }

    [Fact, Requirement("PLT-08")]
    public async Task An_item_goes_from_taken_to_done_and_only_a_supervisor_reopens_it()
    {
        await using var database = await TestDatabase.CreateAsync();
        var item = await ItemAsync(database);
        Only<InvalidStateTransition>(await DoAsync(database, Analyst(1), d => d.CompleteAsync(item.Id, null, default)));
        await DoAsync(database, Analyst(1), d => d.TakeAsync(item.Id, default));
        Only<WorkItemTaken>(await DoAsync(database, Analyst(2), d => d.CompleteAsync(item.Id, null, default)));
        (await DoAsync(database, Analyst(1), d => d.CompleteAsync(item.Id, null, default))).Value!.State.ShouldBe(WorkState.Done);
        Only<WorkItemClosed>(await DoAsync(database, Analyst(2), d => d.TakeAsync(item.Id, default)));
        Only<WorkItemClosed>(await DoAsync(database, Analyst(1), d => d.NoteAsync(item.Id, "late", default)));
        Only<Forbidden>(await DoAsync(database, Analyst(1), d => d.ReopenAsync(item.Id, null, default))).Permission.ShouldBe("staff.supervise");
        var reopened = await DoAsync(database, Analyst(3, Permission.StaffSupervise), d => d.ReopenAsync(item.Id, null, default));
        (reopened.Value!.State, reopened.Value.AssigneeId).ShouldBe((WorkState.Assigned, 3L));
    }

    [Fact, Requirement("PLT-08")]
    public async Task Release_puts_an_item_back_and_anothers_only_by_a_supervisor()
    {
        await using var database = await TestDatabase.CreateAsync();
        var item = await ItemAsync(database);
        await DoAsync(database, Analyst(1), d => d.TakeAsync(item.Id, default));
        Only<WorkItemTaken>(await DoAsync(database, Analyst(2), d => d.ReleaseAsync(item.Id, null, default)));
        (await DoAsync(database, Analyst(2, Permission.StaffSupervise), d => d.ReleaseAsync(item.Id, null, default))).Value!.State.ShouldBe(WorkState.New);
        (await DoAsync(database, Analyst(2), d => d.TakeAsync(item.Id, default))).Succeeded.ShouldBeTrue();
    }

    [Fact, Requirement("PLT-05", "PLT-08")]
    public async Task A_change_that_names_an_old_version_is_refused()
    {
        await using var database = await TestDatabase.CreateAsync();
        var item = await ItemAsync(database);
        var taken = (await DoAsync(database, Analyst(1), d => d.TakeAsync(item.Id, default))).Value!;
        taken.Version.ShouldBe(2);
        Only<ConcurrentChange>(await DoAsync(database, Analyst(1), d => d.CompleteAsync(item.Id, 1, default)));
        (await DoAsync(database, Analyst(1), d => d.CompleteAsync(item.Id, 2, default))).Succeeded.ShouldBeTrue();
    }

    [Fact, Requirement("PLT-08")]
    public async Task Who_does_not_work_the_queue_neither_sees_nor_changes_its_items()
    {
        await using var database = await TestDatabase.CreateAsync();
        var item = await ItemAsync(database);
        var nurse = new Actor { Kind = ActorKind.Staff, UserId = 4, Name = "Nurse", Permissions = [Permission.StaffUmWork] };
        Only<Forbidden>(await DoAsync(database, nurse, d => d.TakeAsync(item.Id, default)));
        await using var scope = database.Scope(nurse);
        (await scope.Get<WorkReads>().FindAsync(item.Id, default)).ShouldBeNull();
        (await scope.Get<WorkReads>().Queue("Q-CLAIM-PEND", new()).PageAsync(1, 25, default)).Total.ShouldBe(0);
        (await scope.Get<WorkCounts>().OfMineAsync(default)).Select(c => c.Queue.Key).ShouldBe(["Q-UM-INPATIENT", "Q-UM-OUTPATIENT", "Q-UM-RETRO", "Q-NEWBORN"]);
    }

    [Fact, Requirement("PLT-08", "PLT-09")]
    public async Task A_queue_lists_what_is_due_first_and_filters()
    {
        await using var database = await TestDatabase.CreateAsync();
        var late = await ItemAsync(database, "C1", 20);
        var soon = await ItemAsync(database, "C2", 10, Market.GA);
        await DoAsync(database, Analyst(1), d => d.TakeAsync(late.Id, default));
        database.Clock.Advance(TimeSpan.FromDays(10) + TimeSpan.FromSeconds(1));
        await using var scope = database.Scope(Analyst(1));
        async Task<long[]> Of(WorkFilter filter) => [.. (await scope.Get<WorkReads>().Queue("Q-CLAIM-PEND", filter).PageAsync(1, 25, default)).Rows.Select(i => i.Id)];
        (await Of(new())).ShouldBe([soon.Id, late.Id]);
        (await Of(new(Market: Market.GA))).ShouldBe([soon.Id]);
        (await Of(new(Assignee: AssigneeFilter.Me))).ShouldBe([late.Id]);
        (await Of(new(Assignee: AssigneeFilter.Nobody))).ShouldBe([soon.Id]);
        (await Of(new(Due: DueFilter.Breached))).ShouldBe([soon.Id]);
        (await Of(new(Text: "c1"))).ShouldBe([late.Id]);
        (await Of(new(States: [WorkState.Done]))).ShouldBeEmpty();
        var count = (await scope.Get<WorkCounts>().OfMineAsync(default)).Single(c => c.Queue.Key == "Q-CLAIM-PEND");
        (count.Open, count.Breached, count.Mine).ShouldBe((2, 1, 1));
    }

    [Fact, Requirement("PLT-09")]
    public void An_item_turns_amber_at_three_quarters_of_its_time_and_red_after_it()
    {
        var item = WorkItem.Open("Q-CLAIM-PEND", "Claim", 7, Market.OH, TestClock.Monday, TestClock.Monday.AddHours(100), "x");
        item.UrgencyAt(TestClock.Monday.AddHours(75).AddSeconds(-1)).ShouldBe(WorkUrgency.OnTime);
        item.UrgencyAt(TestClock.Monday.AddHours(75)).ShouldBe(WorkUrgency.Amber);
        item.UrgencyAt(TestClock.Monday.AddHours(100)).ShouldBe(WorkUrgency.Amber);
        item.UrgencyAt(TestClock.Monday.AddHours(100).AddSeconds(1)).ShouldBe(WorkUrgency.Breached);
    }

    [Fact, Requirement("PLT-08")]
    public void The_table_has_the_28_queues() => WorkQueue.All.Select(q => q.Key).Distinct().Count().ShouldBe(28);

    [Fact, Requirement("PLT-08")]
    public async Task An_item_about_a_record_of_the_same_save_points_at_it()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var scope = database.Scope(Analyst(1));
        var subject = new Portal.Graph.Domain.Platform.Contacts.ContactText { Key = "k", Value = "v" };
        var item = WorkItem.Open("Q-SUPPORT", subject, Market.OH, TestClock.Monday, TestClock.Monday, "x");
        await using (var write = await scope.Db.BeginWriteAsync(default))
        {
            scope.Db.AddRange(subject, item);
            await write.CommitAsync(default);
        }
        (item.SubjectId, item.SubjectType).ShouldBe((subject.Id, "ContactText"));
    }
}
