using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Jobs;
using Portal.Graph.Domain.Platform.Outbox.Tasks;
using Portal.Graph.Schema.Platform;
using Portal.GraphQL.Building;

namespace Portal.Graph.Schema.Jobs;

[MutationType, ClosedForMaintenance, RequiresPermission(Permission.StaffJobs)]
public static class JobMutations
{
    // PLT-20
    /// <summary>Has a job done at once, by whichever process is free. Refused while it waits or runs.</summary>
    /// <param name="name">The job's name.</param>
    [PayloadField("job")]
    public static async Task<Outcome<JobStanding>> RunJobAsync(string name, JobDesk desk, CancellationToken ct)
    {
        var begun = await desk.RunNowAsync(name, ct);
        return begun.Succeeded ? (await desk.StandingsAsync(ct)).Single(s => s.Job.Name == name) : Outcome<JobStanding>.Refused(begun.Refusals);
    }

    // PLT-21
    /// <summary>Has work that was given up tried anew.</summary>
    [PayloadField("task")]
    public static Task<Outcome<OutboxTask>> RetryOutboxTaskAsync([ID<OutboxTask>] long id, OutboxTaskDesk desk, CancellationToken ct) => desk.TryAgainAsync(id, ct);

    // PLT-21
    /// <summary>Lays work that was given up aside for good: what it was to do is never done.</summary>
    [PayloadField("task")]
    public static Task<Outcome<OutboxTask>> DiscardOutboxTaskAsync([ID<OutboxTask>] long id, OutboxTaskDesk desk, CancellationToken ct) => desk.DiscardAsync(id, ct);
}
