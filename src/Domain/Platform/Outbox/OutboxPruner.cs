using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Portal.Graph.Domain.Platform.Jobs;
using Portal.Graph.Domain.Platform.Outbox.Tasks;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Outbox;

/// <summary>
/// Deletes published changes after <c>Outbox:RetentionDays</c> (default 7, at least 1), and work that is done or discarded after four times as long. What
/// was given up stays until somebody looks.
/// </summary>
public sealed class OutboxPruner(PortalDb db, IConfiguration configuration, TimeProvider clock) : IScheduledJob
{
    private readonly TimeSpan _retention = TimeSpan.FromDays(Math.Max(1, configuration.GetValue("Outbox:RetentionDays", 7)));

    public async Task<IReadOnlyDictionary<string, int>> RunAsync(CancellationToken ct)
    {
        var (changes, tasks) = (clock.GetUtcNow() - _retention, clock.GetUtcNow() - 4 * _retention);
        await using var write = await db.BeginWriteAsync(ct);
        var forgotten = await db.Set<OutboxEntry>().Where(e => e.OccurredAt < changes).ExecuteDeleteAsync(ct);
        var done = await db.Set<OutboxTask>().Where(t => (t.State == OutboxTaskState.Done || t.State == OutboxTaskState.Discarded) && t.EndedAt < tasks).ExecuteDeleteAsync(ct);
        await write.CommitAsync(ct);
        return new Dictionary<string, int> { ["changes"] = forgotten, ["tasks"] = done };
    }
}
