using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Work;
using Portal.Graph.Schema.Platform;
using Portal.GraphQL.Building;

namespace Portal.Graph.Schema.Work;

[MutationType, RequiresQueue, ClosedForMaintenance]
[Error<WorkItemTaken>, Error<WorkItemClosed>]
public static class WorkMutations
{
    /// <summary>Takes an item of your queues to work on it.</summary>
    public static Task<Outcome<WorkItem>> ClaimWorkItemAsync([ID<WorkItem>] long id, WorkDesk desk, CancellationToken ct) => desk.TakeAsync(id, ct);

    // PLT-08
    /// <summary>Takes the most urgent item of a queue that nobody has: the highest priority first, then what is due first.</summary>
    /// <param name="queue">The queue's key, such as <c>Q-CLAIM-PEND</c>.</param>
    [Error<NothingToTake>]
    public static Task<Outcome<WorkItem>> ClaimNextWorkItemAsync(string queue, NextWork next, CancellationToken ct) => next.TakeAsync(queue, ct);

    /// <summary>Gives an item to a person who works its queue; a supervisor to anybody, also what another has, everybody else to themselves.</summary>
    /// <param name="version">The version that you read; refused with CONCURRENT_CHANGE when it is not the present one.</param>
    /// <param name="assigneeId">One of the queue's <c>people</c>.</param>
    [Error<AssigneeNotInQueue>]
    public static Task<Outcome<WorkItem>> AssignWorkItemAsync([ID<WorkItem>] long id, [ID<User>] long assigneeId, int version, WorkDesk desk, CancellationToken ct) =>
        desk.AssignAsync(id, assigneeId, version, ct);

    /// <summary>Says how urgent an item is; for supervisors.</summary>
    /// <param name="priority">0 is usual, 9 the most urgent.</param>
    /// <param name="version">The version that you read; refused with CONCURRENT_CHANGE when it is not the present one.</param>
    public static Task<Outcome<WorkItem>> PrioritizeWorkItemAsync([ID<WorkItem>] long id, int priority, int version, WorkDesk desk, CancellationToken ct) =>
        desk.PrioritizeAsync(id, priority, version, ct);

    /// <summary>Puts an item back into its queue.</summary>
    /// <param name="version">The version that you read; refused with CONCURRENT_CHANGE when it is not the present one.</param>
    public static Task<Outcome<WorkItem>> ReleaseWorkItemAsync([ID<WorkItem>] long id, int version, WorkDesk desk, CancellationToken ct) =>
        desk.ReleaseAsync(id, version, ct);

    /// <summary>Closes an item whose work is done. An item about a decision ends with that decision instead.</summary>
    /// <param name="version">The version that you read; refused with CONCURRENT_CHANGE when it is not the present one.</param>
    [Error<WorkItemUndecided>]
    public static Task<Outcome<WorkItem>> CompleteWorkItemAsync([ID<WorkItem>] long id, int version, WorkDesk desk, CancellationToken ct) =>
        desk.CompleteAsync(id, version, ct);

    /// <summary>Opens a closed item again; for supervisors.</summary>
    /// <param name="version">The version that you read; refused with CONCURRENT_CHANGE when it is not the present one.</param>
    public static Task<Outcome<WorkItem>> ReopenWorkItemAsync([ID<WorkItem>] long id, int version, WorkDesk desk, CancellationToken ct) =>
        desk.ReopenAsync(id, version, ct);

    /// <summary>Writes a note on an item.</summary>
    /// <param name="text">At most 4,000 characters.</param>
    public static Task<Outcome<WorkItem>> AddWorkNoteAsync([ID<WorkItem>] long id, string text, WorkDesk desk, CancellationToken ct) =>
        desk.NoteAsync(id, text, ct);
}
