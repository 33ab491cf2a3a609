using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Work;

/// <summary>Lists of work for the queues the actor works; other queues look empty.</summary>
public sealed class WorkReads(PortalDb db, ActorScope scope, WorkQueues queues, TimeProvider clock)
{
    /// <summary>Items of a queue, due first. Items name subjects by number only; reading the subject is audited where it is read.</summary>
    public AuditedQuery<WorkItem> Queue(string queue, WorkFilter filter)
    {
        var allowed = queues.Find(queue) is { } known && scope.Actor.Has(known.Permission);
        var items = db.Set<WorkItem>().AsNoTracking().Where(i => allowed && i.Queue == queue);
        return new(filter.Apply(items, db, scope.Actor.UserId, clock.GetUtcNow()).OrderBy(i => i.DueAt).ThenBy(i => i.Id), _ => { });
    }

    /// <summary>An item with its notes.</summary>
    public async Task<WorkItem?> FindAsync(long id, CancellationToken ct) =>
        Allowed(await db.Set<WorkItem>().AsNoTracking().Include(i => i.Notes.OrderBy(n => n.Id)).SingleOrDefaultAsync(i => i.Id == id, ct));

    /// <summary>An item with its notes, steps and pauses: all that its page shows of it.</summary>
    public async Task<WorkItem?> RecordAsync(long id, CancellationToken ct) => Allowed(await db.Set<WorkItem>().AsNoTracking().AsSplitQuery()
        .Include(i => i.Notes.OrderBy(n => n.Id)).Include(i => i.Events.OrderBy(e => e.Id)).Include(i => i.Pauses.OrderBy(p => p.Id))
        .SingleOrDefaultAsync(i => i.Id == id, ct));

    /// <summary>The items about a record, newest first.</summary>
    public async Task<IReadOnlyList<WorkItem>> OfSubjectAsync(string subjectType, long subjectId, CancellationToken ct) =>
        (await db.Set<WorkItem>().AsNoTracking().Include(i => i.Notes.OrderBy(n => n.Id))
            .Where(i => i.SubjectType == subjectType && i.SubjectId == subjectId).OrderByDescending(i => i.Id).ToListAsync(ct))
        .FindAll(i => Allowed(i) is not null);

    /// <summary>What the actor has taken, in all queues, due first.</summary>
    public async Task<IReadOnlyList<WorkItem>> MineAsync(CancellationToken ct)
    {
        var me = scope.Actor.UserId;
        return me is null ? [] : await db.Set<WorkItem>().AsNoTracking().Where(i => i.AssigneeId == me && WorkFilter.OpenStates.Contains(i.State))
            .OrderBy(i => i.DueAt).ThenBy(i => i.Id).ToListAsync(ct);
    }

    private WorkItem? Allowed(WorkItem? item) => item is not null && queues.Find(item.Queue) is { } queue && scope.Actor.Has(queue.Permission) ? item : null;
}
