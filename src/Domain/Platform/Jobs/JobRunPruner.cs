using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Jobs;

/// <summary>Deletes runs that ended <c>Jobs:RetentionDays</c> (default 90, at least 1) ago; the newest run of each job stays, so that it can always be told how it last went.</summary>
public sealed class JobRunPruner(PortalDb db, IConfiguration configuration, TimeProvider clock) : IScheduledJob
{
    private readonly TimeSpan _retention = TimeSpan.FromDays(Math.Max(1, configuration.GetValue("Jobs:RetentionDays", 90)));

    public async Task<IReadOnlyDictionary<string, int>> RunAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow() - _retention;
        await using var write = await db.BeginWriteAsync(ct);
        var runs = db.Set<JobRun>();
        var deleted = await runs.Where(r => r.EndedAt < before && runs.Any(newer => newer.Job == r.Job && newer.Id > r.Id)).ExecuteDeleteAsync(ct);
        await write.CommitAsync(ct);
        return new Dictionary<string, int> { ["runs"] = deleted };
    }
}
