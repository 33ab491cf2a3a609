using Portal.Graph.Domain.Platform.Work;

namespace Portal.Graph.BackOffice.Platform.Work;

/// <summary>Where on an item's page a panel stands.</summary>
public enum ItemSlot
{
    /// <summary>What was submitted.</summary>
    Form,

    /// <summary>What came with it.</summary>
    Files,

    /// <summary>The member and the claim as they stand.</summary>
    Snapshot,
}

/// <summary>A part of an item's page that its capability brings.</summary>
/// <param name="Partial">The path of a view that is a card with a heading, such as <c>/Claims/_ClaimFacts.cshtml</c>.</param>
public sealed record ItemPanel(ItemSlot Slot, string Partial, object Model);

/// <summary>Brings what an item's page shows of its record. A capability registers one for its kind of record.</summary>
public interface IItemPanels
{
    /// <summary>As the work items name it, such as <c>Claim</c>.</summary>
    string SubjectType { get; }

    /// <summary>The panels in their order; what they read is audited where it is read.</summary>
    Task<IReadOnlyList<ItemPanel>> OfAsync(WorkItem item, CancellationToken ct);
}
