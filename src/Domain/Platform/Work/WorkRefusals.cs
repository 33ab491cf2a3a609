namespace Portal.Graph.Domain.Platform.Work;

public sealed record WorkItemTaken(string By) : Refusal($"{By} has taken this item.");

public sealed record WorkItemClosed() : Refusal("This item is closed. Reopen it first.");
