using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Work;
using Portal.Graph.Domain.Platform.Work.Timekeeping;
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
/// <param name="Provider">Part of the provider's name, or its whole NPI or CareSource provider ID.</param>
/// <param name="Text">Part of the subject's number or of the reason; case does not matter.</param>
public sealed record WorkItemFilterInput(
    Market? Market = null, IReadOnlyList<WorkState>? States = null, AssigneeFilter Assignee = AssigneeFilter.Anyone,
    DueFilter Due = DueFilter.Any, string? Text = null, string? Provider = null)
{
    /// <summary>The items that this person has in hand; <c>assignee</c> counts no more then.</summary>
    [ID<User>]
    public long? AssigneeId { get; init; }

    internal WorkFilter ToFilter() => new(Market, States, Assignee, Due, null, Text, Provider, AssigneeId);
}

[QueryType]
public static class WorkQueries
{
    // PLT-08
    /// <summary>Items of a queue, due first unless <c>order</c> says otherwise. FORBIDDEN names the permission when the queue is not yours, NOT_FOUND when there is no such queue.</summary>
    /// <param name="queue">The queue's key, such as <c>Q-CLAIM-PEND</c>.</param>
    /// <param name="where">Filters; all that are given must fit.</param>
    [UsePaging, UseSorting(typeof(WorkItemOrder)), Authorize]
    public static Outcome<PagedQuery<WorkItem>> GetWorkItems(string queue, WorkItemFilterInput? where, WorkReads reads, WorkQueues queues, Actor actor)
    {
        if (queues.Find(queue) is not { } known) return new NotFound("queue");
        if (actor.Lacks(known.Permission) is { } refusal) return refusal;
        return reads.Queue(queue, (where ?? new()).ToFilter()).Paged();
    }

    /// <summary>One item of your queues. NOT_FOUND when it is in none of them.</summary>
    [Authorize]
    public static async Task<Outcome<WorkItem>> GetWorkItemAsync([ID<WorkItem>] long id, WorkReads reads, CancellationToken ct) =>
        await reads.FindAsync(id, ct) is { } item ? item : new NotFound("work item");

    /// <summary>Who works a queue, by name: to whom its items can be assigned. FORBIDDEN when the queue is not yours, NOT_FOUND when there is no such queue.</summary>
    /// <param name="queue">The queue's key, such as <c>Q-CLAIM-PEND</c>.</param>
    [Authorize]
    public static async Task<Outcome<IReadOnlyList<WorkPerson>>> GetWorkPeopleAsync(string queue, WorkPeople people, WorkQueues queues, Actor actor, CancellationToken ct)
    {
        if (queues.Find(queue) is not { } known) return new NotFound("queue");
        if (actor.Lacks(known.Permission) is { } refusal) return refusal;
        return Outcome.Of(await people.OfAsync(known, ct));
    }

    // PLT-09
    /// <summary>How each of your queues keeps its time; for supervisors.</summary>
    /// <param name="market">Of this market alone; of all when left out.</param>
    /// <param name="days">How many days that are over, 1 to 92.</param>
    [RequiresPermission(Permission.StaffSupervise)]
    public static Task<Outcome<IReadOnlyList<SlaReport>>> GetSlaReportAsync(Market? market, SlaReads reads, CancellationToken ct, int days = 30) =>
        reads.ReportAsync(market, days, ct);

    // PLT-09
    /// <summary>How many items each of your queues has: open, breached, yours.</summary>
    [Authorize]
    public static Task<IReadOnlyList<WorkCount>> GetQueueSummaryAsync(WorkCounts counts, CancellationToken ct) => counts.OfMineAsync(ct);
}
