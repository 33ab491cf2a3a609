namespace Portal.Graph.Domain.Platform.Work;

/// <summary>Somebody else has the item in hand.</summary>
/// <param name="By">Who has it.</param>
public sealed record WorkItemTaken(string By) : Refusal($"{By} has taken this item.");

/// <summary>The item is done or cancelled.</summary>
public sealed record WorkItemClosed() : Refusal("This item is closed. Reopen it first.");
