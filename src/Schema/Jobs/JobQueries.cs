using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Jobs;
using Portal.Graph.Domain.Platform.Outbox.Tasks;
using Portal.Graph.Schema.Platform;
using Portal.GraphQL.Building;
using Portal.GraphQL.Paging;

namespace Portal.Graph.Schema.Jobs;

[QueryType, RequiresPermission(Permission.StaffJobs)]
public static class JobQueries
{
    // PLT-20
    /// <summary>Every job that is done by the clock, by name, with its next time and its last run.</summary>
    public static Task<IReadOnlyList<JobStanding>> GetJobsAsync(JobDesk desk, CancellationToken ct) => desk.StandingsAsync(ct);

    // PLT-20
    /// <summary>Runs of jobs, newest first.</summary>
    /// <param name="job">Only those of the job with this name.</param>
    [UsePaging]
    public static PagedQuery<JobRun> GetJobRuns(string? job, JobDesk desk) => desk.Runs(job).Paged();

    // PLT-21
    /// <summary>Work for later, newest first: what waits, what was done and what was given up.</summary>
    /// <param name="state">Only what stands there.</param>
    /// <param name="kind">Only work of this kind, such as <c>letter</c>.</param>
    [UsePaging]
    public static PagedQuery<OutboxTask> GetOutboxTasks(OutboxTaskState? state, string? kind, OutboxTaskDesk desk) => desk.Of(state, kind).Paged();
}
