using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Jobs;
using Portal.Graph.Domain.Platform.Outbox.Tasks;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Platform.Jobs;

/// <summary>Jobs run at their time, once among all processes, and once afterwards when they were missed.</summary>
public sealed class JobTests : IAsyncLifetime
{
    private const string Job = "test.job";
    private static readonly Actor Jobs = new() { Kind = ActorKind.Staff, UserId = 7, Name = "jobs", Permissions = [Permission.StaffJobs] };
    private readonly Recorder _recorder = new();
    private TestDatabase _database = null!;

    private JobTimetable Timetable => _database.Services.GetRequiredService<JobTimetable>();
    private OutboxTaskRunner Runner => _database.Services.GetRequiredService<OutboxTaskRunner>();

    // At four in the morning of the plan's home market: 09:00 UTC in winter.
    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync(
        s => s.AddSingleton(_recorder).AddScheduledJob<CountingJob>(Job, "A job of a test", "0 0 4 * * ?"));

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact, Requirement("PLT-20")]
    public async Task A_job_runs_when_its_time_has_come_and_not_before()
    {
        await Timetable.PlanAsync(default);
        (await StandingAsync()).NextDueAt.ShouldBe(At(12, 2, 9));
        _database.Clock.Set(At(12, 2, 9) - TimeSpan.FromSeconds(1));
        await RunAsync();
        _recorder.Runs.ShouldBe(0);
        _database.Clock.Set(At(12, 2, 9));
        await RunAsync();
        await RunAsync();
        _recorder.Runs.ShouldBe(1);
        var run = (await StandingAsync()).LastRun.ShouldNotBeNull();
        run.ShouldSatisfyAllConditions(
            r => r.Cause.ShouldBe(JobCause.Scheduled), r => r.State.ShouldBe(JobRunState.Succeeded), r => r.DueAt.ShouldBe(At(12, 2, 9)),
            r => r.Counts.ShouldBe(new Dictionary<string, int> { ["counted"] = 1 }), r => r.EndedAt.ShouldBe(At(12, 2, 9)));
        (await StandingAsync()).NextDueAt.ShouldBe(At(12, 3, 9));
    }

    [Fact, Requirement("PLT-20")]
    public async Task What_was_missed_for_days_is_made_good_once()
    {
        await Timetable.PlanAsync(default);
        _database.Clock.Set(At(12, 5, 15));
        await RunAsync();
        _recorder.Runs.ShouldBe(1);
        (await StandingAsync()).LastRun.ShouldNotBeNull().ShouldSatisfyAllConditions(
            r => r.Cause.ShouldBe(JobCause.Missed), r => r.DueAt.ShouldBe(At(12, 5, 9)));
        (await StandingAsync()).NextDueAt.ShouldBe(At(12, 6, 9));
    }

    [Fact, Requirement("PLT-20", "PLT-15")]
    public async Task Many_processes_that_are_woken_at_once_run_it_once()
    {
        await Timetable.PlanAsync(default);
        _database.Clock.Set(At(12, 2, 9));
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(RunAsync)));
        _recorder.Runs.ShouldBe(1);
    }

    [Fact, Requirement("PLT-20")]
    public async Task The_wall_clock_counts_over_the_change_to_summer_time()
    {
        _database.Clock.Set(new(2026, 3, 7, 12, 0, 0, TimeSpan.Zero));
        await Timetable.PlanAsync(default);
        (await StandingAsync()).NextDueAt.ShouldBe(new(2026, 3, 8, 8, 0, 0, TimeSpan.Zero));
    }

    [Fact, Requirement("PLT-20")]
    public async Task A_failed_run_is_kept_with_its_kind_and_tried_again()
    {
        _recorder.Fails = true;
        await Timetable.PlanAsync(default);
        _database.Clock.Set(At(12, 2, 9));
        await RunAsync();
        (await StandingAsync()).LastRun.ShouldNotBeNull().ShouldSatisfyAllConditions(
            r => r.State.ShouldBe(JobRunState.Failed), r => r.Error.ShouldBe(nameof(InvalidOperationException)));
        _recorder.Fails = false;
        _database.Clock.Advance(OutboxBackOff.After(1, 1)!.Value);
        await RunAsync();
        (await StandingAsync()).LastRun.ShouldNotBeNull().State.ShouldBe(JobRunState.Succeeded);
    }

    [Fact, Requirement("PLT-20")]
    public async Task A_run_whose_process_died_is_lost_and_begun_anew()
    {
        await Timetable.PlanAsync(default);
        _database.Clock.Set(At(12, 2, 9));
        await Timetable.PlanAsync(default);
        var dead = (await Runner.TakeAsync(default)).ShouldNotBeNull();
        await _database.AddAsync(JobRun.Start(Job, dead.Id, JobCause.Scheduled, At(12, 2, 9), At(12, 2, 9)));
        _database.Clock.Advance(OutboxLeases.Life);
        await RunAsync();
        await using var scope = _database.Scope(Jobs);
        (await scope.Get<JobDesk>().Runs(Job).PageAsync(1, 10, default)).Rows.Select(r => r.State).ShouldBe([JobRunState.Succeeded, JobRunState.Lost]);
    }

    [Fact, Requirement("PLT-20")]
    public async Task Staff_have_a_job_done_at_once_but_not_twice_at_a_time()
    {
        await using (var scope = _database.Scope(Jobs))
        {
            var desk = scope.Get<JobDesk>();
            (await desk.RunNowAsync(Job, default)).Succeeded.ShouldBeTrue();
            (await desk.RunNowAsync(Job, default)).Refusals.ShouldHaveSingleItem().ShouldBeOfType<InvalidStateTransition>();
            (await desk.RunNowAsync("no.job", default)).Refusals.ShouldHaveSingleItem().ShouldBeOfType<NotFound>();
        }
        await RunAsync();
        (await StandingAsync()).LastRun.ShouldNotBeNull().ShouldSatisfyAllConditions(r => r.Cause.ShouldBe(JobCause.ByHand), r => r.DueAt.ShouldBeNull());
        await using (var scope = _database.Scope(Jobs))
            (await scope.Get<JobDesk>().RunNowAsync(Job, default)).Succeeded.ShouldBeTrue();
        await using (var scope = _database.Scope(Jobs with { Permissions = [Permission.StaffSupport] }))
        {
            (await scope.Get<JobDesk>().RunNowAsync(Job, default)).Refusals.ShouldHaveSingleItem().ShouldBeOfType<Forbidden>();
            (await scope.Get<JobDesk>().StandingsAsync(default)).ShouldBeEmpty();
        }
    }

    [Fact]
    public void A_time_that_is_none_stops_the_program_at_its_start() =>
        Should.Throw<FormatException>(() => new ServiceCollection().AddScheduledJob<CountingJob>("x", "X", "every night"));

    private static DateTimeOffset At(int month, int day, int hour) => new(2025, month, day, hour, 0, 0, TimeSpan.Zero);

    private async Task RunAsync()
    {
        await Timetable.PlanAsync(default);
        await Runner.RunDueAsync(default);
    }

    private async Task<JobStanding> StandingAsync()
    {
        await using var scope = _database.Scope(Jobs);
        return (await scope.Get<JobDesk>().StandingsAsync(default)).Single(s => s.Job.Name == Job);
    }

    internal sealed class Recorder
    {
        private int _runs;

        public bool Fails { get; set; }
        public int Runs => _runs;

        public void Run()
        {
            Interlocked.Increment(ref _runs);
            if (Fails) throw new InvalidOperationException("Jane Example, born 1990-01-01");
        }
    }

    internal sealed class CountingJob(Recorder recorder) : IScheduledJob
    {
        public Task<IReadOnlyDictionary<string, int>> RunAsync(CancellationToken ct)
        {
            recorder.Run();
            return Task.FromResult<IReadOnlyDictionary<string, int>>(new Dictionary<string, int> { ["counted"] = recorder.Runs });
        }
    }
}
