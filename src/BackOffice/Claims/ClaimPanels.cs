using Portal.Graph.BackOffice.Platform.Work;
using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Platform.Work;

namespace Portal.Graph.BackOffice.Claims;

/// <summary>A claim on the page of an item whose queue has no page of its own: what was billed, and for whom.</summary>
public sealed class ClaimPanels(ClaimReads claims, ClaimRecordReader records) : IItemPanels
{
    public string SubjectType => nameof(Claim);

    public async Task<IReadOnlyList<ItemPanel>> OfAsync(WorkItem item, CancellationToken ct)
    {
        if (await claims.FindAsync(item.SubjectId, ct) is not { } claim) return [];
        var record = await records.ReadAsync(claim, ct);
        return
        [
            new(ItemSlot.Form, "/Claims/_LineCard.cshtml", record), new(ItemSlot.Form, "/Claims/_ClaimFacts.cshtml", record),
            new(ItemSlot.Snapshot, "/Claims/_MemberPanel.cshtml", record), new(ItemSlot.Snapshot, "/Claims/_ClaimHistory.cshtml", record),
        ];
    }
}
