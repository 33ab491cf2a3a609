using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Jobs;
using Portal.Graph.Domain.Platform.Outbox.Tasks;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Platform.Jobs;

public sealed class JobSchedulerTests
{
    private const string Job = "test.tick";

    [Fact, Requirement("PLT-20", "PLT-15")]
    public async Task Two_schedulers_on_one_database_run_each_time_once()
    {
        var recorder = new JobTests.Recorder();
        await using var database = await TestDatabase.CreateAsync(s => s
            .AddSingleton(TimeProvider.System).AddSingleton(recorder).AddScheduledJob<JobTests.CountingJob>(Job, "Every second", "* * * * * ?"));
        JobScheduler[] schedulers = [Another(database), Another(database)];
        OutboxTaskWorker[] workers = [Worker(database), Worker(database)];
        foreach (var scheduler in schedulers) await scheduler.StartAsync(default);
        foreach (var worker in workers) await worker.StartAsync(default);
        for (var i = 0; await RunsAsync(database) is var ended && ended.Count < 3; i++)
        {
            i.ShouldBeLessThan(600, "three times never came");
            await Task.Delay(100);
        }
        var processes = await ProcessesAsync(database);
        foreach (var scheduler in schedulers) await scheduler.StopAsync(default);
        foreach (var worker in workers) await worker.StopAsync(default);

        var runs = await RunsAsync(database);
        runs.Select(r => r.DueAt).Distinct().Count().ShouldBe(runs.Count);
        recorder.Runs.ShouldBe(runs.Count);
        // In memory every process has its own clock; on a server they know of each other.
        processes.ShouldBe(database.Services.GetRequiredService<PortalStorage>().Provider is StorageProvider.Sqlite ? null : 2);
    }

    private static JobScheduler Another(TestDatabase database) => ActivatorUtilities.CreateInstance<JobScheduler>(database.Services);

    private static OutboxTaskWorker Worker(TestDatabase database) => ActivatorUtilities.CreateInstance<OutboxTaskWorker>(database.Services);

    private static async Task<List<JobRun>> RunsAsync(TestDatabase database)
    {
        await using var scope = database.Scope(Actor.System("test"));
        return await scope.Db.Set<JobRun>().AsNoTracking().Where(r => r.Job == Job && r.State == JobRunState.Succeeded).ToListAsync();
    }

    private static async Task<int?> ProcessesAsync(TestDatabase database)
    {
        var storage = database.Services.GetRequiredService<PortalStorage>();
        if (storage.Provider is StorageProvider.Sqlite) return null;
        await using var connection = await storage.OpenAsync(default);
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM {JobScheduler.TablePrefix}scheduler_state";
        return Convert.ToInt32(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}
