using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.Domain.Platform.Work;

namespace Portal.Graph.BackOffice.Platform.Work;

/// <summary>The page of an item whose capability brings none of its own: what is known of it, and all that can be done with it.</summary>
[WorksQueue]
public sealed class ItemModel(ItemDesks desks, IEnumerable<IItemPanels> panels) : WorkItemPage(desks)
{
    private readonly WorkQueues _queues = desks.Queues;

    public IReadOnlyList<ItemPanel> Panels { get; private set; } = [];

    public IEnumerable<ItemPanel> In(params ItemSlot[] slots) => Panels.Where(panel => slots.Contains(panel.Slot));

    protected override bool Serves(WorkItem item) => WorksQueueAttribute.QueueAt(Request.Path, _queues)?.Key == item.Queue;

    protected override async Task<bool> ReadAsync(CancellationToken ct)
    {
        if (panels.FirstOrDefault(brought => brought.SubjectType == Item.SubjectType) is { } own) Panels = await own.OfAsync(Item, ct);
        return true;
    }
}
