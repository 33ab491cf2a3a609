using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Jobs;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Platform.Jobs;

[Requirement("PLT-20")]
public sealed class JobRunPrunerTests
{
    [Fact]
    public async Task Runs_are_forgotten_after_90_days_to_the_second_but_the_newest_of_each_job_never()
    {
        await using var database = await TestDatabase.CreateAsync();
        var cut = database.Clock.GetUtcNow() - TimeSpan.FromDays(90);
        await AddAsync(database, "a", cut.AddSeconds(-1));
        await AddAsync(database, "a", cut);
        await AddAsync(database, "a", null);
        await AddAsync(database, "b", cut.AddDays(-400));
        await AddAsync(database, "b", cut.AddDays(-300));

        (await RunAsync(database)).ShouldBe(2);
        (await LeftAsync(database)).ShouldBe([("a", cut), ("a", null), ("b", cut.AddDays(-300))]);
        (await RunAsync(database)).ShouldBe(0);

        database.Clock.Advance(TimeSpan.FromSeconds(1));
        (await RunAsync(database)).ShouldBe(1);
        (await LeftAsync(database)).ShouldBe([("a", null), ("b", cut.AddDays(-300))]);
    }

    // Without an end it runs still.
    private static async Task AddAsync(TestDatabase database, string job, DateTimeOffset? ended)
    {
        var run = JobRun.Start(job, 1, JobCause.Scheduled, null, (ended ?? database.Clock.GetUtcNow()).AddMinutes(-1));
        if (ended is { } at) run.Succeed(new Dictionary<string, int>(), at);
        await database.AddAsync(run);
    }

    private static async Task<int> RunAsync(TestDatabase database)
    {
        await using var scope = database.Scope(Actor.System("test"));
        return (await scope.Get<JobRunPruner>().RunAsync(default))["runs"];
    }

    private static async Task<IReadOnlyList<(string, DateTimeOffset?)>> LeftAsync(TestDatabase database)
    {
        await using var scope = database.Scope(Actor.System("test"));
        return [.. (await scope.Db.Set<JobRun>().AsNoTracking().OrderBy(r => r.Id).ToListAsync()).Select(r => (r.Job, r.EndedAt))];
    }
}
