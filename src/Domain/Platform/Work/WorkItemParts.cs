using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Work;

/// <summary>The parts of many items at once; those of queues that the actor does not work are left out.</summary>
public sealed class WorkItemParts(PortalDb db, ActorScope scope, WorkQueues queues)
{
    /// <summary>Notes by item, oldest first.</summary>
    public async Task<ILookup<long, WorkNote>> NotesAsync(IReadOnlyCollection<long> itemIds, CancellationToken ct) =>
        (await Allowed(itemIds).SelectMany(i => i.Notes).OrderBy(n => n.Id).ToListAsync(ct)).ToLookup(n => n.WorkItemId);

    /// <summary>Steps by item, oldest first.</summary>
    public async Task<ILookup<long, WorkEvent>> EventsAsync(IReadOnlyCollection<long> itemIds, CancellationToken ct) =>
        (await Allowed(itemIds).SelectMany(i => i.Events).OrderBy(e => e.Id).ToListAsync(ct)).ToLookup(e => e.WorkItemId);

    private IQueryable<WorkItem> Allowed(IReadOnlyCollection<long> itemIds)
    {
        var keys = queues.Of(scope.Actor).Select(q => q.Key).ToList();
        return db.Set<WorkItem>().AsNoTracking().Where(i => itemIds.Contains(i.Id) && keys.Contains(i.Queue));
    }
}
