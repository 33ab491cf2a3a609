using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Jobs;
using Portal.Graph.Domain.Platform.Outbox.Tasks;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Schema.Tests.Platform.TwoProcesses;

public sealed class SharedTasksTests
{
    private const string Kind = "test.count", Job = "test.shared";
    private readonly Counter _counter = new();

    [Fact, Requirement("PLT-21")]
    public async Task Two_processes_on_one_queue_do_each_task_once()
    {
        await using var portal = await TestPortal.StartAsync(demo: false, services: Count);
        await using var another = await portal.AnotherAsync(services: Count);
        await TwoHosts.AtOnceAsync(2, i => (i == 0 ? portal : another).AsAsync(Actor.System("test"), async services =>
        {
            await using var write = await services.GetRequiredService<PortalDb>().BeginWriteAsync(default);
            // Every task is asked for at both.
            for (var n = 0; n < 60; n++) services.GetRequiredService<OutboxTasks>().Add(Kind, $"{n}", $"{n}");
            await write.CommitAsync(default);
            return 0;
        }));
        await UntilAsync(portal, 60);
        _counter.Tasks.Count.ShouldBe(60);
        _counter.Tasks.Distinct().Count().ShouldBe(60);
    }

    [Fact, Requirement("PLT-20")]
    public async Task Two_processes_that_are_woken_for_one_time_run_the_job_once()
    {
        await using var portal = await TestPortal.StartAsync(demo: false, services: Count);
        await using var another = await portal.AnotherAsync(services: Count);
        TestPortal[] both = [portal, another];
        await both[0].Services.GetRequiredService<JobTimetable>().PlanAsync(default);
        portal.Clock.Advance(TimeSpan.FromDays(3));
        await TwoHosts.AtOnceAsync(8, i => both[i % 2].Services.GetRequiredService<JobTimetable>().PlanAsync(default));
        for (var tries = 0; (await RunsAsync(portal)).Count(r => r.State is JobRunState.Succeeded) < 1 && tries < 600; tries++) await Task.Delay(50);
        var run = (await RunsAsync(portal)).ShouldHaveSingleItem();
        run.Cause.ShouldBe(JobCause.Missed);
        _counter.Runs.ShouldBe(1);
    }

    private void Count(IServiceCollection services) =>
        services.AddSingleton(_counter).AddOutboxHandler<CountingHandler>(Kind).AddScheduledJob<CountingJob>(Job, "A job of a test", "0 0 4 * * ?");

    private static async Task UntilAsync(TestPortal portal, int done)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            var ended = await portal.AsAsync(Actor.System("test"), s => s.GetRequiredService<PortalDb>().Set<OutboxTask>().CountAsync(t => t.Kind == Kind && t.State == OutboxTaskState.Done));
            if (ended >= done) return;
            await Task.Delay(50);
        }
    }

    private static Task<List<JobRun>> RunsAsync(TestPortal portal) =>
        portal.AsAsync(Actor.System("test"), s => s.GetRequiredService<PortalDb>().Set<JobRun>().AsNoTracking().Where(r => r.Job == Job).ToListAsync());

    internal sealed class Counter
    {
        private int _runs;

        public int Runs => _runs;
        public ConcurrentQueue<string> Tasks { get; } = new();

        public void Ran() => Interlocked.Increment(ref _runs);
    }

    internal sealed class CountingHandler(Counter counter) : IOutboxHandler
    {
        public Task RunAsync(OutboxTask task, CancellationToken ct)
        {
            counter.Tasks.Enqueue(task.Argument!);
            return Task.Delay(5, ct);
        }
    }

    internal sealed class CountingJob(Counter counter) : IScheduledJob
    {
        public Task<IReadOnlyDictionary<string, int>> RunAsync(CancellationToken ct)
        {
            counter.Ran();
            return Task.FromResult<IReadOnlyDictionary<string, int>>(new Dictionary<string, int> { ["ran"] = 1 });
        }
    }
}
