using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Work;

/// <summary>How much work a queue holds.</summary>
/// <param name="Queue">The queue counted.</param>
/// <param name="Open">Items that are neither done nor cancelled.</param>
/// <param name="Breached">Open items that are overdue.</param>
/// <param name="Mine">Open items that you have in hand.</param>
/// <param name="Unassigned">Open items that nobody has taken.</param>
/// <param name="DueToday">Open items that are due today, by the calendar of their market.</param>
/// <param name="OldestReceivedAt">When the oldest open item was received (UTC); null when there is none.</param>
public sealed record WorkCount(WorkQueue Queue, int Open, int Breached, int Mine, int Unassigned, int DueToday, DateTimeOffset? OldestReceivedAt);

// PLT-09
/// <summary>How much there is to do in the queues that the actor works.</summary>
public sealed class WorkCounts(PortalDb db, ActorScope scope, WorkQueues queues, TimeProvider clock)
{
    /// <summary>Each of the actor's queues, also the empty ones.</summary>
    public async Task<IReadOnlyList<WorkCount>> OfMineAsync(CancellationToken ct)
    {
        var (now, me) = (clock.GetUtcNow(), scope.Actor.UserId);
        var mine = queues.Of(scope.Actor).ToList();
        var keys = mine.ConvertAll(q => q.Key);
        if (keys.Count == 0) return [];
        var open = db.Set<WorkItem>().AsNoTracking().Where(i => keys.Contains(i.Queue) && WorkFilter.OpenStates.Contains(i.State));
        var counts = await open.GroupBy(i => i.Queue).Select(g => new
        {
            g.Key,
            Open = g.Count(),
            Breached = g.Count(i => i.DueAt < now && (i.PausedAt == null || i.DueAt < i.PausedAt)),
            Mine = g.Count(i => i.AssigneeId == me),
            Unassigned = g.Count(i => i.AssigneeId == null),
            Oldest = g.Min(i => i.ReceivedAt),
        }).ToDictionaryAsync(g => g.Key, ct);
        var today = await new WorkFilter(Due: DueFilter.Today).Apply(open, db, me, now).GroupBy(i => i.Queue)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return mine.ConvertAll(q => counts.TryGetValue(q.Key, out var c)
            ? new WorkCount(q, c.Open, c.Breached, c.Mine, c.Unassigned, today.GetValueOrDefault(q.Key), c.Oldest) : new WorkCount(q, 0, 0, 0, 0, 0, null));
    }
}
