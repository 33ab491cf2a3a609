using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Work;

namespace Portal.Graph.BackOffice.Platform.Work;

/// <summary>/staff: what waits in the queues of the person signed in, and what is in their hands (PLT-08, PLT-09).</summary>
[AnyStaff]
public sealed class DashboardModel(WorkReads work, WorkCounts counts, WorkQueues queues, ActorScope scope, TimeProvider clock) : StaffPage
{
    /// <summary>Queues with work first; each group in the catalogue's order.</summary>
    public IReadOnlyList<WorkCount> Queues { get; private set; } = [];
    public IReadOnlyList<WorkItem> Items { get; private set; } = [];
    public DateTimeOffset Now { get; } = clock.GetUtcNow();
    public string FirstName => scope.Actor.Name.Split(' ')[0];
    public int Open => Queues.Sum(queue => queue.Open);
    public int Mine => Queues.Sum(queue => queue.Mine);
    public int DueToday => Queues.Sum(queue => queue.DueToday);
    public int Breached => Queues.Sum(queue => queue.Breached);

    public WorkQueue QueueOf(WorkItem item) => queues.ByKey(item.Queue);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Queues = [.. (await counts.OfMineAsync(ct)).OrderBy(count => count.Open == 0)];
        Items = await work.MineAsync(ct);
    }
}
