using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Outbox.Tasks;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Jobs;

/// <summary>A job, when it is next due and how it last went.</summary>
/// <param name="NextDueAt">When it is next due (UTC); null before a process has planned it.</param>
/// <param name="LastRun">How it last went; null when it never ran.</param>
public sealed record JobStanding(JobDefinition Job, DateTimeOffset? NextDueAt, JobRun? LastRun);

/// <summary>Shows those who look after jobs what ran and what will, and has a job done now.</summary>
public sealed class JobDesk(PortalDb db, JobTimetable timetable, OutboxTasks tasks, AuditLog audit, ActorScope scope, TimeProvider clock)
{
    /// <summary>Every job of this program, by name.</summary>
    public async Task<IReadOnlyList<JobStanding>> StandingsAsync(CancellationToken ct)
    {
        if (!scope.Actor.Has(Permission.StaffJobs)) return [];
        var next = await db.Set<JobSchedule>().AsNoTracking().ToDictionaryAsync(s => s.Job, s => (DateTimeOffset?)s.NextDueAt, ct);
        var latest = await db.Set<JobRun>().GroupBy(r => r.Job).Select(g => g.Max(r => r.Id)).ToListAsync(ct);
        var runs = await db.Set<JobRun>().AsNoTracking().Where(r => latest.Contains(r.Id)).ToDictionaryAsync(r => r.Job, ct);
        return [.. timetable.Jobs.Select(j => new JobStanding(j, next.GetValueOrDefault(j.Name), runs.GetValueOrDefault(j.Name)))];
    }

    /// <summary>Runs, newest first; of one job when it is named.</summary>
    public AuditedQuery<JobRun> Runs(string? job)
    {
        var allowed = scope.Actor.Has(Permission.StaffJobs);
        var runs = db.Set<JobRun>().AsNoTracking().Where(r => allowed);
        if (job is { Length: > 0 }) runs = runs.Where(r => r.Job == job);
        return new(runs.OrderByDescending(r => r.Id), _ => { });
    }

    /// <summary>Null when there is none, or the actor does not look after jobs.</summary>
    public async Task<JobRun?> FindRunAsync(long id, CancellationToken ct) => scope.Actor.Has(Permission.StaffJobs)
        ? await db.Set<JobRun>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct) : null;

    /// <summary>Has the job done at once, by whichever process is free.</summary>
    public async Task<Outcome<JobDefinition>> RunNowAsync(string name, CancellationToken ct)
    {
        if (scope.Actor.Lacks(Permission.StaffJobs) is { } lacks) return lacks;
        if (timetable.Jobs.FirstOrDefault(j => j.Name == name) is not { } job) return new NotFound("job");
        await using var write = await db.BeginWriteAsync(ct);
        await db.LockAsync("jobs", ct);
        if (await db.Set<OutboxTask>().AnyAsync(t => t.Kind == JobTask.Kind && t.State == OutboxTaskState.Waiting
            && (t.Argument == name || t.Argument!.StartsWith(name + "|")), ct)) return new InvalidStateTransition("job", "waiting or running", ["done"]);
        tasks.Add(JobTask.Kind, $"{name}:{Guid.NewGuid():n}", JobTask.Argument(name, null));
        var schedule = await db.Set<JobSchedule>().SingleOrDefaultAsync(s => s.Job == name, ct)
            ?? db.Add(new JobSchedule { Job = name, Cron = job.Cron, NextDueAt = JobTimes.Next(job.Cron, clock.GetUtcNow()) }).Entity;
        audit.Changed("job.startedByHand", schedule, after: new { schedule.Job });
        await write.CommitAsync(ct);
        return job;
    }
}
