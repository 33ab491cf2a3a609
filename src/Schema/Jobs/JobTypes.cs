using Portal.Graph.Domain.Platform.Jobs;
using Portal.Graph.Domain.Platform.Outbox.Tasks;
using Portal.GraphQL.Building;

namespace Portal.Graph.Schema.Jobs;

/// <summary>A number of what a run did.</summary>
/// <param name="Name">What is counted, such as <c>deleted</c>.</param>
/// <param name="Value">How many.</param>
public sealed record JobCount(string Name, int Value);

// PLT-20
[ObjectType<JobStanding>(Name = "Job", Fields = [nameof(JobStanding.NextDueAt), nameof(JobStanding.LastRun)])]
public static class JobType
{
    /// <summary>Its fixed name, such as <c>claims.drafts</c>.</summary>
    public static string GetName([Parent] JobStanding standing) => standing.Job.Name;

    /// <summary>What it does, for people.</summary>
    public static string GetTitle([Parent] JobStanding standing) => standing.Job.Title;

    /// <summary>Seconds, minutes, hours, day of month, month, day of week by the wall clock in Ohio.</summary>
    public static string GetCron([Parent] JobStanding standing) => standing.Job.Cron;
}

// PLT-20
[ObjectType<JobRun>(Fields =
[
    nameof(JobRun.Job), nameof(JobRun.Cause), nameof(JobRun.DueAt), nameof(JobRun.StartedAt), nameof(JobRun.EndedAt), nameof(JobRun.State), nameof(JobRun.Error),
])]
public static class JobRunType
{
    [ID<JobRun>]
    public static long GetId([Parent] JobRun run) => run.Id;

    /// <summary>What it did, in numbers.</summary>
    public static IReadOnlyList<JobCount> GetCounts([Parent] JobRun run) => [.. run.Counts.Select(c => new JobCount(c.Key, c.Value))];

    [NodeResolver]
    public static Task<JobRun?> GetJobRunByIdAsync(long id, JobDesk desk, CancellationToken ct) => desk.FindRunAsync(id, ct);
}

// PLT-21
[ObjectType<OutboxTask>(Fields =
[
    nameof(OutboxTask.Kind), nameof(OutboxTask.Argument), nameof(OutboxTask.CreatedAt), nameof(OutboxTask.State), nameof(OutboxTask.Attempts),
    nameof(OutboxTask.DueAt), nameof(OutboxTask.EndedAt), nameof(OutboxTask.LastError),
])]
public static class OutboxTaskType
{
    [ID<OutboxTask>]
    public static long GetId([Parent] OutboxTask task) => task.Id;

    [NodeResolver]
    public static Task<OutboxTask?> GetOutboxTaskByIdAsync(long id, OutboxTaskDesk desk, CancellationToken ct) => desk.FindAsync(id, ct);
}
