using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Work;

/// <summary>Nobody's items are left in the queue.</summary>
/// <param name="Queue">The title of the queue.</param>
public sealed record NothingToTake(string Queue) : Refusal($"Nothing is left to take in {Queue}: every open item is in somebody's hands.");

// PLT-08: claim next
/// <summary>Takes what is most urgent: the highest priority first, then what is due first. When another is quicker, the one after it.</summary>
public sealed class NextWork(PortalDb db, WorkDesk desk, WorkQueues queues, ActorScope scope)
{
    // More people than this do not press at the same moment.
    private const int Tries = 10;

    public async Task<Outcome<WorkItem>> TakeAsync(string queue, CancellationToken ct)
    {
        if (queues.Find(queue) is not { } known) return new NotFound("queue");
        if (scope.Actor.Lacks(known.Permission) is { } lacks) return lacks;
        Outcome<WorkItem> last = new NothingToTake(known.Title);
        for (var i = 0; i < Tries; i++)
        {
            var next = await db.Set<WorkItem>().AsNoTracking().Where(w => w.Queue == queue && w.State == WorkState.New)
                .OrderByDescending(w => w.Priority).ThenBy(w => w.DueAt).ThenBy(w => w.Id).Select(w => (long?)w.Id).FirstOrDefaultAsync(ct);
            if (next is not { } id) return new NothingToTake(known.Title);
            last = await desk.TakeAsync(id, ct);
            if (last.Succeeded || last.Refusals.Any(r => r is not (WorkItemTaken or ConcurrentChange))) return last;
        }
        return last;
    }
}
