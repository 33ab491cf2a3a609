using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Contacts;
using Portal.Graph.Domain.Platform.Outbox.Tasks;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Platform.Outbox;

/// <summary>Work that is stored with its change is done, once, whatever dies in between.</summary>
public sealed class OutboxTaskTests : IAsyncLifetime
{
    private const string Kind = "test";
    private static readonly Actor Jobs = new() { Kind = ActorKind.Staff, UserId = 7, Name = "jobs", Permissions = [Permission.StaffJobs] };
    private readonly Recorder _recorder = new();
    private TestDatabase _database = null!;

    private OutboxTaskRunner Runner => _database.Services.GetRequiredService<OutboxTaskRunner>();

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync(s => s.AddSingleton(_recorder).AddOutboxHandler<Handler>(Kind));

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact, Requirement("PLT-21")]
    public async Task What_is_committed_is_done_once_and_what_is_rolled_back_never()
    {
        await AddAsync("kept", commit: true);
        await AddAsync("dropped", commit: false);
        (await Runner.RunDueAsync(default)).ShouldBe(1);
        (await Runner.RunDueAsync(default)).ShouldBe(0);
        _recorder.Done.ShouldBe(["kept"]);
    }

    [Fact, Requirement("PLT-21")]
    public async Task The_same_work_asked_for_at_once_by_many_is_stored_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => AddAsync("same", commit: true))));
        (await Runner.RunDueAsync(default)).ShouldBe(1);
        await AddAsync("same", commit: true);
        (await Runner.RunDueAsync(default)).ShouldBe(0);
    }

    [Fact, Requirement("PLT-21")]
    public async Task Work_about_a_new_record_knows_its_id()
    {
        var contact = new ContactText { Key = "test.text", Value = "x" };
        await using (var scope = _database.Scope(Actor.System("test")))
        await using (var write = await scope.Db.BeginWriteAsync(default))
        {
            scope.Db.Add(contact);
            scope.Get<OutboxTasks>().Add(Kind, contact);
            await write.CommitAsync(default);
        }
        await Runner.RunDueAsync(default);
        (await TasksAsync()).ShouldHaveSingleItem().SubjectId.ShouldBe(contact.Id);
        contact.Id.ShouldBeGreaterThan(0);
    }

    [Fact, Requirement("PLT-21", "PLT-15")]
    public async Task Many_workers_on_one_queue_do_each_task_once()
    {
        for (var i = 0; i < 60; i++) await AddAsync($"n{i}", commit: true);
        var done = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Runner.RunDueAsync(default))));
        done.Sum().ShouldBe(60);
        _recorder.Done.Count.ShouldBe(60);
        _recorder.Done.Distinct().Count().ShouldBe(60);
    }

    [Fact, Requirement("PLT-21")]
    public async Task A_failing_task_waits_longer_each_time_and_is_given_up_where_staff_see_it()
    {
        _recorder.Fails = true;
        await AddAsync("bad", commit: true);
        for (var tries = 1; tries <= OutboxBackOff.Tries; tries++)
        {
            (await Runner.RunDueAsync(default)).ShouldBe(0);
            _recorder.Tries.ShouldBe(tries);
            if (OutboxBackOff.After(tries, 1) is not { } longest) continue;
            (await Runner.RunDueAsync(default)).ShouldBe(0);
            _recorder.Tries.ShouldBe(tries, "before its time");
            _database.Clock.Advance(longest);
        }
        await using (var scope = _database.Scope(Jobs))
        {
            var desk = scope.Get<OutboxTaskDesk>();
            var dead = (await desk.Of(OutboxTaskState.Dead).PageAsync(1, 10, default)).Rows.ShouldHaveSingleItem();
            // PLT-17: the kind of the fault, without what its message holds.
            dead.LastError.ShouldBe(nameof(InvalidOperationException));
            (await desk.CountsAsync(default))[OutboxTaskState.Dead].ShouldBe(1);
            (await desk.TryAgainAsync(dead.Id, default)).Succeeded.ShouldBeTrue();
            (await desk.TryAgainAsync(dead.Id, default)).Refusals.ShouldHaveSingleItem().ShouldBeOfType<InvalidStateTransition>();
            (await desk.TryAgainAsync(dead.Id + 1, default)).Refusals.ShouldHaveSingleItem().ShouldBeOfType<NotFound>();
        }
        _recorder.Fails = false;
        (await Runner.RunDueAsync(default)).ShouldBe(1);
    }

    [Fact]
    public async Task Who_does_not_look_after_jobs_neither_sees_nor_retries()
    {
        await AddAsync("x", commit: true);
        await using var scope = _database.Scope(Jobs with { Permissions = [Permission.StaffSupport] });
        (await scope.Get<OutboxTaskDesk>().Of(null).PageAsync(1, 10, default)).Total.ShouldBe(0);
        (await scope.Get<OutboxTaskDesk>().CountsAsync(default)).ShouldBeEmpty();
        (await scope.Get<OutboxTaskDesk>().TryAgainAsync(1, default)).Refusals.ShouldHaveSingleItem().ShouldBeOfType<Forbidden>();
    }

    [Fact, Requirement("PLT-21")]
    public async Task A_task_in_the_hands_of_a_process_that_died_is_done_by_another_after_its_lease()
    {
        await AddAsync("orphan", commit: true);
        // Taken, and then nothing more is heard of the process.
        (await Runner.TakeAsync(default)).ShouldNotBeNull();
        _database.Clock.Advance(OutboxLeases.Life - TimeSpan.FromSeconds(1));
        (await Runner.RunDueAsync(default)).ShouldBe(0);
        _database.Clock.Advance(TimeSpan.FromSeconds(1));
        (await Runner.RunDueAsync(default)).ShouldBe(1);
        _recorder.Done.ShouldBe(["orphan"]);
    }

    [Fact, Requirement("PLT-21")]
    public async Task Who_lost_the_lease_can_no_longer_say_what_became_of_the_task()
    {
        await AddAsync("slow", commit: true);
        var slow = (await Runner.TakeAsync(default)).ShouldNotBeNull();
        _database.Clock.Advance(OutboxLeases.Life);
        var other = (await Runner.TakeAsync(default)).ShouldNotBeNull();
        other.Id.ShouldBe(slow.Id);
        (await Runner.RunAsync(slow, default)).ShouldBeFalse();
        (await TasksAsync()).Single().State.ShouldBe(OutboxTaskState.Waiting);
        (await Runner.RunAsync(other, default)).ShouldBeTrue();
        (await TasksAsync()).Single().State.ShouldBe(OutboxTaskState.Done);
    }

    [Fact, Requirement("PLT-21")]
    public async Task A_process_that_stops_gives_its_task_back_untried()
    {
        _recorder.Hangs = true;
        await AddAsync("held", commit: true);
        using var stop = new CancellationTokenSource();
        var running = Runner.RunDueAsync(stop.Token);
        await _recorder.Started;
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => running);
        (await TasksAsync()).Single().ShouldSatisfyAllConditions(t => t.Attempts.ShouldBe(0), t => t.LeaseOwner.ShouldBeNull());
        _recorder.Hangs = false;
        (await Runner.RunDueAsync(default)).ShouldBe(1);
    }

    [Theory]
    [InlineData(1, 0, 8), InlineData(1, 1, 12), InlineData(2, 0.5, 20), InlineData(11, 0.5, 10240)]
    public void The_wait_doubles_with_a_spread_of_a_fifth(int attempts, double chance, double seconds) =>
        OutboxBackOff.After(attempts, chance).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Fact]
    public void After_the_twelfth_try_there_is_none() => OutboxBackOff.After(12, 0).ShouldBeNull();

    private async Task AddAsync(string argument, bool commit)
    {
        await using var scope = _database.Scope(Actor.System("test"));
        await using var write = await scope.Db.BeginWriteAsync(default);
        scope.Get<OutboxTasks>().Add(Kind, argument, argument);
        if (commit) await write.CommitAsync(default);
    }

    private async Task<List<OutboxTask>> TasksAsync()
    {
        await using var scope = _database.Scope(Actor.System("test"));
        return await scope.Db.Set<OutboxTask>().AsNoTracking().ToListAsync();
    }

    private sealed class Recorder
    {
        private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _tries;

        public bool Fails { get; set; }
        public bool Hangs { get; set; }
        public int Tries => _tries;
        public Task Started => _started.Task;
        public System.Collections.Concurrent.ConcurrentQueue<string> Done { get; } = new();

        public async Task RunAsync(OutboxTask task, CancellationToken ct)
        {
            Interlocked.Increment(ref _tries);
            _started.TrySetResult();
            if (Hangs) await Task.Delay(Timeout.Infinite, ct);
            if (Fails) throw new InvalidOperationException("Jane Example, born 1990-01-01");
            Done.Enqueue(task.Argument ?? "");
        }
    }

    private sealed class Handler(Recorder recorder) : IOutboxHandler
    {
        public Task RunAsync(OutboxTask task, CancellationToken ct) => recorder.RunAsync(task, ct);
    }
}
