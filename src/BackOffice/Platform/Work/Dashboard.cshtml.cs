using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.BackOffice.Shared.Layout;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Domain.Platform.Work;

namespace Portal.Graph.BackOffice.Platform.Work;

/// <summary>/staff: what waits in the queues of the person signed in, and what is in their hands (PLT-08, PLT-09).</summary>
[AnyStaff]
public sealed class DashboardModel(WorkReads work, ActorScope scope, TimeProvider clock) : StaffPage
{
    public IReadOnlyList<QueueTile> Queues { get; private set; } = [];
    public IReadOnlyList<WorkItem> Items { get; private set; } = [];
    public DateTimeOffset Now { get; } = clock.GetUtcNow();
    public string FirstName => scope.Actor.Name.Split(' ')[0];
    public int Open => Queues.Sum(queue => queue.Open);
    public int Mine => Queues.Sum(queue => queue.Mine);
    public int DueToday => Queues.Sum(queue => queue.DueToday);
    public int Breached => Queues.Sum(queue => queue.Breached);

    public async Task OnGetAsync(CancellationToken ct)
    {
        List<QueueTile> tiles = [];
        foreach (var count in (await work.CountsAsync(ct)).Where(count => Navigation.Serves(count.Queue.Page)))
            tiles.Add(await TileAsync(count, ct));
        Queues = tiles;
        Items = [.. (await work.MineAsync(ct)).Where(item => Navigation.Serves(WorkQueue.ByKey(item.Queue).Page))];
    }

    private async Task<QueueTile> TileAsync(WorkCount count, CancellationToken ct)
    {
        var dueToday = await CountAsync(count.Queue, new(Due: DueFilter.Today), ct);
        var unassigned = await CountAsync(count.Queue, new(Assignee: AssigneeFilter.Nobody), ct);
        var byAge = new AuditedQuery<WorkItem>(
            work.Queue(count.Queue.Key, new()).Query.OrderBy(item => item.ReceivedAt).ThenBy(item => item.Id), _ => { });
        var oldest = (await byAge.PageAsync(1, 1, ct)).Rows;
        return new(count.Queue, count.Open, count.Mine, unassigned, dueToday, count.Breached, oldest.Count == 0 ? null : Now - oldest[0].ReceivedAt);
    }

    private async Task<int> CountAsync(WorkQueue queue, WorkFilter filter, CancellationToken ct) =>
        (await work.Queue(queue.Key, filter).PageAsync(1, 1, ct)).Total;
}

public sealed record QueueTile(WorkQueue Queue, int Open, int Mine, int Unassigned, int DueToday, int Breached, TimeSpan? OldestAge);
