using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Work;

/// <summary>Whose items a list shows.</summary>
public enum AssigneeFilter
{
    /// <summary>Everybody's and nobody's.</summary>
    Anyone,

    /// <summary>Those you have in hand.</summary>
    Me,

    /// <summary>Those that nobody has taken.</summary>
    Nobody,
}

/// <summary>Items of which due time a list shows.</summary>
public enum DueFilter
{
    /// <summary>All.</summary>
    Any,

    /// <summary>Due within the next 24 hours.</summary>
    Today,

    /// <summary>Overdue.</summary>
    Breached,
}

/// <summary>Filters of a queue page (section C). Without states: what is open.</summary>
public sealed record WorkFilter(
    Market? Market = null, IReadOnlyList<WorkState>? States = null, AssigneeFilter Assignee = AssigneeFilter.Anyone,
    DueFilter Due = DueFilter.Any, long? AccountId = null, string? Text = null);

/// <summary>How much work a queue holds.</summary>
/// <param name="Queue">The queue counted.</param>
/// <param name="Open">Items that are neither done nor cancelled.</param>
/// <param name="Breached">Open items that are overdue.</param>
/// <param name="Mine">Open items that you have in hand.</param>
public sealed record WorkCount(WorkQueue Queue, int Open, int Breached, int Mine);

/// <summary>Lists of work for the queues the actor works; other queues look empty.</summary>
public sealed class WorkReads(PortalDb db, ActorScope scope, TimeProvider clock)
{
    private static readonly WorkState[] OpenStates = [WorkState.New, WorkState.Assigned, WorkState.PendingInfo];

    /// <summary>Items of a queue, due first. Items name subjects by number only; reading the subject is audited where it is read.</summary>
    public AuditedQuery<WorkItem> Queue(string queue, WorkFilter filter)
    {
        var allowed = scope.Actor.Has(WorkQueue.ByKey(queue).Permission);
        var items = db.Set<WorkItem>().AsNoTracking().Where(i => allowed && i.Queue == queue);
        return new(Filtered(items, filter).OrderBy(i => i.DueAt).ThenBy(i => i.Id), _ => { });
    }

    public async Task<WorkItem?> FindAsync(long id, CancellationToken ct)
    {
        var item = await db.Set<WorkItem>().AsNoTracking().Include(i => i.Notes.OrderBy(n => n.Id)).SingleOrDefaultAsync(i => i.Id == id, ct);
        return item is not null && scope.Actor.Has(WorkQueue.ByKey(item.Queue).Permission) ? item : null;
    }

    /// <summary>The items about a record, newest first.</summary>
    public async Task<IReadOnlyList<WorkItem>> OfSubjectAsync(string subjectType, long subjectId, CancellationToken ct) =>
        (await db.Set<WorkItem>().AsNoTracking().Include(i => i.Notes.OrderBy(n => n.Id))
            .Where(i => i.SubjectType == subjectType && i.SubjectId == subjectId).OrderByDescending(i => i.Id).ToListAsync(ct))
        .FindAll(i => scope.Actor.Has(WorkQueue.ByKey(i.Queue).Permission));

    /// <summary>The dashboard: counts of each queue the actor works.</summary>
    public async Task<IReadOnlyList<WorkCount>> CountsAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var me = scope.Actor.UserId;
        var queues = WorkQueue.Of(scope.Actor).Select(q => q.Key).ToList();
        var counts = await db.Set<WorkItem>().Where(i => queues.Contains(i.Queue) && OpenStates.Contains(i.State))
            .GroupBy(i => i.Queue)
            .Select(g => new { g.Key, Open = g.Count(), Breached = g.Count(i => i.DueAt < now), Mine = g.Count(i => i.AssigneeId == me) })
            .ToDictionaryAsync(g => g.Key, ct);
        return [.. queues.Select(q => counts.TryGetValue(q, out var c)
            ? new WorkCount(WorkQueue.ByKey(q), c.Open, c.Breached, c.Mine) : new WorkCount(WorkQueue.ByKey(q), 0, 0, 0))];
    }

    /// <summary>What the actor has taken, in all queues, due first.</summary>
    public async Task<IReadOnlyList<WorkItem>> MineAsync(CancellationToken ct)
    {
        var me = scope.Actor.UserId;
        return me is null ? [] : await db.Set<WorkItem>().AsNoTracking().Where(i => i.AssigneeId == me && OpenStates.Contains(i.State))
            .OrderBy(i => i.DueAt).ThenBy(i => i.Id).ToListAsync(ct);
    }

    private IQueryable<WorkItem> Filtered(IQueryable<WorkItem> items, WorkFilter filter)
    {
        var states = filter.States is { Count: > 0 } chosen ? [.. chosen] : OpenStates.ToList();
        items = items.Where(i => states.Contains(i.State));
        if (filter.Market is { } market) items = items.Where(i => i.Market == market);
        if (filter.AccountId is { } account) items = items.Where(i => i.AccountId == account);
        var me = scope.Actor.UserId;
        items = filter.Assignee switch
        {
            AssigneeFilter.Anyone => items,
            AssigneeFilter.Me => items.Where(i => i.AssigneeId == me),
            AssigneeFilter.Nobody => items.Where(i => i.AssigneeId == null),
        };
        var now = clock.GetUtcNow();
        var soon = now.AddHours(24);
        items = filter.Due switch
        {
            DueFilter.Any => items,
            DueFilter.Today => items.Where(i => i.DueAt >= now && i.DueAt < soon),
            DueFilter.Breached => items.Where(i => i.DueAt < now),
        };
        if (filter.Text?.Trim() is { Length: > 0 } text)
        {
            var upper = text.ToUpperInvariant();
            items = items.Where(i => (i.SubjectNumber != null && i.SubjectNumber.ToUpper().Contains(upper)) || i.Reason.ToUpper().Contains(upper));
        }
        return items;
    }
}
