using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Work;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Platform.Work;

[Requirement("PLT-08")]
public sealed class AssignTests : IAsyncLifetime
{
    private WorkBench _bench = null!;
    private WorkItem _item = null!;

    public async Task InitializeAsync()
    {
        _bench = await WorkBench.CreateAsync();
        _item = await _bench.ItemAsync();
    }

    public Task DisposeAsync() => _bench.DisposeAsync().AsTask();

    [Fact]
    public async Task A_supervisor_gives_an_item_to_a_person_of_the_queue_and_then_to_another()
    {
        var ana = await _bench.HireAsync("ana.lindqvist", StaffRole.ClaimsAnalyst);
        var ben = await _bench.HireAsync("ben.okafor", StaffRole.ClaimsAnalyst);
        var given = (await _bench.DoAsync(WorkBench.Supervisor(9), d => d.AssignAsync(_item.Id, ana.Id, 1, default))).ShouldGive();
        (given.State, given.AssigneeName).ShouldBe((WorkState.Assigned, "ana.lindqvist"));
        (await _bench.DoAsync(WorkBench.Supervisor(9), d => d.AssignAsync(_item.Id, ben.Id, given.Version, default))).ShouldGive().AssigneeId.ShouldBe(ben.Id);
        (await _bench.ReadAsync(_item.Id)).Events.Select(e => (e.Step, e.ToName)).ShouldBe([(WorkStep.Assigned, "ana.lindqvist"), (WorkStep.Assigned, "ben.okafor")]);
    }

    [Fact]
    public async Task Others_give_to_themselves_what_is_free_and_nothing_else()
    {
        (await _bench.DoAsync(WorkBench.Analyst(1), d => d.AssignAsync(_item.Id, 2, null, default))).ShouldRefuse<Forbidden>().Permission.ShouldBe("staff.supervise");
        (await _bench.DoAsync(WorkBench.Analyst(1), d => d.AssignAsync(_item.Id, 1, null, default))).ShouldGive().AssigneeId.ShouldBe(1);
        (await _bench.DoAsync(WorkBench.Analyst(2), d => d.AssignAsync(_item.Id, 2, null, default))).ShouldRefuse<WorkItemTaken>().By.ShouldBe("Analyst 1");
    }

    [Fact]
    public async Task Nobody_gets_an_item_whose_queue_they_do_not_work()
    {
        var nurse = await _bench.HireAsync("nora.quinn", StaffRole.UmNurse);
        var gone = await _bench.HireAsync("gone.away", StaffRole.ClaimsAnalyst);
        await using (var scope = _bench.Database.Scope(Actor.System("test")))
        await using (var write = await scope.Db.BeginWriteAsync(default))
        {
            (await scope.Db.FindAsync<Domain.Accounts.Users.User>(gone.Id))!.State = Domain.Accounts.Users.UserState.Disabled;
            await write.CommitAsync(default);
        }
        foreach (var person in new[] { nurse.Id, gone.Id, 4711 })
            (await _bench.DoAsync(WorkBench.Supervisor(9), d => d.AssignAsync(_item.Id, person, null, default))).ShouldRefuse<AssigneeNotInQueue>().Path.ShouldBe(["assigneeId"]);
        (await _bench.ReadAsync(_item.Id)).State.ShouldBe(WorkState.New);
    }

    [Fact]
    public async Task A_closed_item_is_given_to_nobody()
    {
        var ana = await _bench.HireAsync("ana.lindqvist", StaffRole.ClaimsAnalyst);
        await _bench.DoAsync(WorkBench.Analyst(1), d => d.TakeAsync(_item.Id, default));
        await _bench.DoAsync(WorkBench.Analyst(1), d => d.CompleteAsync(_item.Id, null, default));
        (await _bench.DoAsync(WorkBench.Supervisor(9), d => d.AssignAsync(_item.Id, ana.Id, null, default))).ShouldRefuse<WorkItemClosed>();
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(9, true)]
    [InlineData(10, false)]
    public async Task Priority_is_set_by_supervisors_from_0_to_9(int priority, bool accepted)
    {
        (await _bench.DoAsync(WorkBench.Analyst(1), d => d.PrioritizeAsync(_item.Id, 5, null, default))).ShouldRefuse<Forbidden>();
        var set = await _bench.DoAsync(WorkBench.Supervisor(9), d => d.PrioritizeAsync(_item.Id, priority, null, default));
        if (accepted) set.ShouldGive().Priority.ShouldBe(priority);
        else set.ShouldRefuse<InvalidFormat>().Path.ShouldBe(["priority"]);
    }

    [Fact]
    public async Task Take_next_gives_the_highest_priority_first_and_then_what_is_due_first()
    {
        var soon = await _bench.ItemAsync("C2", due: _bench.Clock.GetUtcNow().AddDays(2));
        var urgent = await _bench.ItemAsync("C3", due: _bench.Clock.GetUtcNow().AddDays(60), priority: 3);
        async Task<Outcome<WorkItem>> NextAsync(Actor actor, string queue = WorkBench.Pend) => await _bench.AsAsync<NextWork, Outcome<WorkItem>>(actor, n => n.TakeAsync(queue, default));
        (await NextAsync(WorkBench.Analyst(1))).ShouldGive().Id.ShouldBe(urgent.Id);
        (await NextAsync(WorkBench.Analyst(2))).ShouldGive().Id.ShouldBe(soon.Id);
        (await NextAsync(WorkBench.Analyst(1))).ShouldGive().Id.ShouldBe(_item.Id);
        (await NextAsync(WorkBench.Analyst(1))).ShouldRefuse<NothingToTake>();
        (await NextAsync(WorkBench.Analyst(1), "Q-COB")).ShouldRefuse<Forbidden>();
        (await NextAsync(WorkBench.Analyst(1), "Q-NONE")).ShouldRefuse<NotFound>();
    }
}
