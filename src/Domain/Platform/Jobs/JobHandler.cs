using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Outbox.Tasks;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Jobs;

/// <summary>Runs a job in a scope of its own and keeps what came of it.</summary>
internal sealed class JobHandler(IServiceScopeFactory scopes, JobTimetable timetable, PortalDb db, TimeProvider clock) : IOutboxHandler
{
    public async Task RunAsync(OutboxTask task, CancellationToken ct)
    {
        var (name, dueAt) = JobTask.Read(task.Argument!);
        // A job of another version of the program: nothing is left to do.
        if (timetable.Jobs.FirstOrDefault(j => j.Name == name) is not { } job) return;
        var run = await StartAsync(task, name, dueAt, ct);
        try
        {
            var counts = await HandleAsync(job, ct);
            await EndAsync(run, r => r.Succeed(counts, clock.GetUtcNow()));
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await EndAsync(run, r => r.Lose(clock.GetUtcNow()));
            throw;
        }
        catch (Exception e)
        {
            // PLT-17: its kind alone.
            await EndAsync(run, r => r.Fail(e.GetBaseException().GetType().Name, clock.GetUtcNow()));
            throw;
        }
    }

    private async Task<long> StartAsync(OutboxTask task, string name, DateTimeOffset? dueAt, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var write = await db.BeginWriteAsync(ct);
        foreach (var lost in await db.Set<JobRun>().Where(r => r.TaskId == task.Id && r.State == JobRunState.Running).ToListAsync(ct)) lost.Lose(now);
        var cause = dueAt is not { } due ? JobCause.ByHand : task.CreatedAt - due > JobTimetable.Punctual ? JobCause.Missed : JobCause.Scheduled;
        var run = JobRun.Start(name, task.Id, cause, dueAt, now);
        db.Add(run);
        await write.CommitAsync(ct);
        return run.Id;
    }

    private async Task<IReadOnlyDictionary<string, int>> HandleAsync(JobDefinition job, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorScope>().Set(Actor.System($"job {job.Name}") with { CorrelationId = $"job-{job.Name}" });
        return await ((IScheduledJob)scope.ServiceProvider.GetRequiredService(job.Handler)).RunAsync(ct);
    }

    private async Task EndAsync(long id, Action<JobRun> end)
    {
        await using var write = await db.BeginWriteAsync(CancellationToken.None);
        end(await db.Set<JobRun>().SingleAsync(r => r.Id == id));
        await write.CommitAsync(CancellationToken.None);
    }
}
