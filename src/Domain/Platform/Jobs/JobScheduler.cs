using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Portal.Graph.Domain.Platform.Storage;
using Quartz;

namespace Portal.Graph.Domain.Platform.Jobs;

/// <summary>
/// Quartz as the clock of the jobs: in memory on SQLite, clustered on PostgreSQL, where of all processes one is woken. Whoever is woken
/// plans what is due (<see cref="JobTimetable"/>), so a time that fires twice or was missed does no harm. <c>Jobs:Enabled=false</c> makes
/// a process that does none.
/// </summary>
public sealed class JobScheduler(
    JobTimetable timetable, PortalStorage storage, IConfiguration configuration, ILoggerFactory logs, ILogger<JobScheduler> log) : BackgroundService
{
    /// <summary>Where Quartz has its tables on PostgreSQL.</summary>
    public const string TablePrefix = $"{QuartzTables.Schema}.qrtz_";

    /// <summary>Processes with this name on one database are one cluster.</summary>
    public const string Name = "portal";

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        if (!configuration.GetValue("Jobs:Enabled", true)) return;
        IScheduler? scheduler = null;
        try
        {
            // What was missed while no process lived.
            await timetable.PlanAsync(stop);
            scheduler = await BuildAsync(stop);
            foreach (var job in timetable.Jobs) await ScheduleAsync(scheduler, job, stop);
            await scheduler.Start(stop);
            await Task.Delay(Timeout.Infinite, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The host stops.
        }
        catch (Exception e)
        {
            log.LogCritical(e, "Jobs are not scheduled.");
            throw;
        }
        finally
        {
            if (scheduler is not null) await scheduler.Shutdown(true, CancellationToken.None);
        }
    }

    private async Task<IScheduler> BuildAsync(CancellationToken ct) => await QuartzSchedulerBuilder.Create(quartz =>
    {
        quartz.Services.AddSingleton(timetable);
        quartz.Services.AddSingleton(logs);
        // The clock of the rules may stand still in a test; what wakes us is real time.
        quartz.UseTimeProvider(TimeProvider.System);
        quartz.UseDefaultThreadPool(1);
        quartz.ConfigureScheduler(s => s.InstanceName = Name);
        if (storage.Provider is StorageProvider.Sqlite) quartz.UseInMemoryStore();
        else
            quartz.UsePersistentStore(store =>
            {
                store.UsePostgres(NpgsqlFactory.Instance, storage.ConnectionString);
                store.ConfigureStore(s => s.TablePrefix = TablePrefix);
                store.UseClustering();
            });
    }).BuildScheduler(ct);

    // Replaced, so that a new release's time holds; on PostgreSQL the last process to start wins, and all of one release say the same.
    private static async Task ScheduleAsync(IScheduler scheduler, JobDefinition job, CancellationToken ct)
    {
        var detail = JobBuilder.Create<WakingJob>().WithIdentity(job.Name).Build();
        var trigger = TriggerBuilder.Create().WithIdentity(job.Name).ForJob(detail)
            .WithCronSchedule(JobTimes.Parse(job.Cron), c => c.WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)).Build();
        await scheduler.ScheduleJob(detail, (ITrigger[])[trigger], new ScheduleJobOptions { Replace = true }, ct);
    }

    [DisallowConcurrentExecution]
    internal sealed class WakingJob(JobTimetable timetable) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken ct) => await timetable.PlanAsync(ct);
    }
}
