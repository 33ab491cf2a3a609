namespace Portal.Graph.Domain.Platform.Work;

/// <summary>
/// A kind of record whose work items end with its decision. A capability registers one; items of other records are done when a person says so.
/// </summary>
public interface IDecidedSubject
{
    /// <summary>As the work items name it, such as <c>Claim</c>.</summary>
    string SubjectType { get; }

    /// <summary>Whether the item's record still waits for the decision that the item is about.</summary>
    ValueTask<bool> IsUndecidedAsync(WorkItem item, CancellationToken ct);
}
