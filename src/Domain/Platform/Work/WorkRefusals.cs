namespace Portal.Graph.Domain.Platform.Work;

/// <summary>Somebody else has the item in hand.</summary>
/// <param name="By">Who has it.</param>
public sealed record WorkItemTaken(string By) : Refusal($"{By} has taken this item.");

/// <summary>The item is done or cancelled.</summary>
public sealed record WorkItemClosed() : Refusal("This item is closed. Reopen it first.");

/// <summary>The item ends with the decision about its record, which is still to be made; done without it, nobody would make it.</summary>
public sealed record WorkItemUndecided() : Refusal("This item is done with its decision. Decide it; that closes the item.");

/// <summary>Who shall have the item does not work its queue.</summary>
/// <param name="Queue">The title of the queue.</param>
public sealed record AssigneeNotInQueue(string Queue) : Refusal($"That person does not work the queue {Queue}. Choose somebody who does.");
