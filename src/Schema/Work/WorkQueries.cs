using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Work;
using Portal.Graph.Schema.Platform;
using Portal.GraphQL.Building;
using Portal.GraphQL.Filtering;
using Portal.GraphQL.Paging;

namespace Portal.Graph.Schema.Work;

/// <summary>Filters of a queue. Without states: what is open.</summary>
/// <param name="Market">Items of this market; of all when left out.</param>
/// <param name="States">Items in any of these states; what is open when left out.</param>
/// <param name="Assignee">Whose items.</param>
/// <param name="Due">Items of which due time.</param>
/// <param name="Text">Part of the subject's number or of the reason; case does not matter.</param>
public sealed record WorkItemFilterInput(
    Market? Market = null, IReadOnlyList<WorkState>? States = null, AssigneeFilter Assignee = AssigneeFilter.Anyone,
    DueFilter Due = DueFilter.Any, string? Text = null)
{
    internal WorkFilter ToFilter() => new(Market, States, Assignee, Due, null, Text);
}

[QueryType]
public static class WorkQueries
{
    // PLT-08
    /// <summary>Items of a queue, due first unless <c>order</c> says otherwise. FORBIDDEN names the permission when the queue is not yours, NOT_FOUND when there is no such queue.</summary>
    /// <param name="queue">The queue's key, such as <c>Q-CLAIM-PEND</c>.</param>
    /// <param name="where">Filters; all that are given must fit.</param>
    [UsePaging, UseSorting(typeof(WorkItemOrder)), Authorize]
    public static Outcome<PagedQuery<WorkItem>> GetWorkItems(string queue, WorkItemFilterInput? where, WorkReads reads, Actor actor)
    {
        if (WorkQueue.All.FirstOrDefault(q => q.Key == queue) is not { } known) return new NotFound("queue");
        if (actor.Lacks(known.Permission) is { } refusal) return refusal;
        return reads.Queue(queue, (where ?? new()).ToFilter()).Paged();
    }

    /// <summary>One item of your queues. NOT_FOUND when it is in none of them.</summary>
    [Authorize]
    public static async Task<Outcome<WorkItem>> GetWorkItemAsync([ID<WorkItem>] long id, WorkReads reads, CancellationToken ct) =>
        await reads.FindAsync(id, ct) is { } item ? item : new NotFound("work item");

    // PLT-09
    /// <summary>How many items each of your queues has: open, breached, yours.</summary>
    [Authorize]
    public static Task<IReadOnlyList<WorkCount>> GetQueueSummaryAsync(WorkReads reads, CancellationToken ct) => reads.CountsAsync(ct);
}
