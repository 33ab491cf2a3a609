using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Platform.Outbox.Tasks;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Jobs;

/// <summary>
/// Makes a task of every job whose time has come, in the transaction that plans its next time: however many processes look, and however
/// often, each time becomes one task. Several times that were missed become one.
/// </summary>
public sealed class JobTimetable(IServiceScopeFactory scopes, IEnumerable<JobDefinition> jobs, TimeProvider clock)
{
    /// <summary>How late a run may begin and still count as on time.</summary>
    public static readonly TimeSpan Punctual = TimeSpan.FromMinutes(5);

    public IReadOnlyList<JobDefinition> Jobs { get; } = [.. jobs.OrderBy(j => j.Name, StringComparer.Ordinal)];

    /// <summary>Safe to call at any time and by several processes at once.</summary>
    /// <returns>How many jobs were due.</returns>
    public async Task<int> PlanAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, tasks) = (scope.ServiceProvider.GetRequiredService<PortalDb>(), scope.ServiceProvider.GetRequiredService<OutboxTasks>());
        await using var write = await db.BeginWriteAsync(ct);
        await db.LockAsync("jobs", ct);
        var now = clock.GetUtcNow();
        var rows = await db.Set<JobSchedule>().ToDictionaryAsync(s => s.Job, ct);
        var due = 0;
        foreach (var job in Jobs)
        {
            if (!rows.TryGetValue(job.Name, out var row)) db.Add(row = new() { Job = job.Name, Cron = job.Cron, NextDueAt = JobTimes.Next(job.Cron, now) });
            else if (row.Cron != job.Cron) (row.Cron, row.NextDueAt) = (job.Cron, JobTimes.Next(job.Cron, now));
            if (row.NextDueAt > now) continue;
            tasks.Add(JobTask.Kind, $"{job.Name}:{row.NextDueAt:yyyyMMddHHmmss}", JobTask.Argument(job.Name, LastDue(job.Cron, row.NextDueAt, now)));
            row.NextDueAt = JobTimes.Next(job.Cron, now);
            due++;
        }
        await write.CommitAsync(ct);
        return due;
    }

    // Of several missed times the last is the one that is made good.
    private static DateTimeOffset LastDue(string cron, DateTimeOffset first, DateTimeOffset now)
    {
        var last = first;
        for (var i = 0; i < 100_000 && JobTimes.Next(cron, last) is var next && next <= now; i++) last = next;
        return last;
    }
}

/// <summary>How a run of a job lies in the outbox.</summary>
internal static class JobTask
{
    public const string Kind = "job";

    public static string Argument(string job, DateTimeOffset? dueAt) =>
        dueAt is { } due ? $"{job}|{due.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)}" : job;

    public static (string Job, DateTimeOffset? DueAt) Read(string argument) => argument.Split('|') is [var job, var due]
        ? (job, DateTimeOffset.Parse(due, CultureInfo.InvariantCulture)) : (argument, null);
}
