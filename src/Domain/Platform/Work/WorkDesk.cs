using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Domain.Platform.Work.Information;

namespace Portal.Graph.Domain.Platform.Work;

/// <summary>What people do with the items of their queues. Of two who take one item at the same time, one gets it.</summary>
public sealed class WorkDesk(PortalDb db, WorkSteps steps, WorkPeople people, WorkQueues queues, IEnumerable<IDecidedSubject> decided, AuditLog audit, ActorScope scope, TimeProvider clock)
{
    public const int NoteLength = 4000;

    /// <summary>The least and the most urgent.</summary>
    public static readonly (int Lowest, int Highest) Priorities = (0, 9);

    private static readonly WorkState[] Open = [WorkState.New, WorkState.Assigned, WorkState.PendingInfo];

    public Task<Outcome<WorkItem>> TakeAsync(long id, CancellationToken ct) =>
        ChangeAsync(id, "work.taken", null, item => item.Take(steps.Me, Now), ct);

    /// <summary>Gives an item to a person of its queue: a supervisor to anybody, everybody else to themselves.</summary>
    public Task<Outcome<WorkItem>> AssignAsync(long id, long assigneeId, int? version, CancellationToken ct) =>
        steps.ChangeAsync(id, "work.assigned", version, async item =>
        {
            // Who may not assign learns nothing about who works where.
            if (!steps.Me.Supervises) return item.Assign(assigneeId, steps.Me.Name, steps.Me, Now);
            var queue = queues.ByKey(item.Queue);
            return (await people.OfAsync(queue, ct)).FirstOrDefault(p => p.Id == assigneeId) is { } person
                ? item.Assign(person.Id, person.Name, steps.Me, Now)
                : new AssigneeNotInQueue(queue.Title) { Path = ["assigneeId"] };
        }, ct);

    public Task<Outcome<WorkItem>> ReleaseAsync(long id, int? version, CancellationToken ct) =>
        ChangeAsync(id, "work.released", version, item => item.Release(steps.Me, Now), ct);

    public Task<Outcome<WorkItem>> NoteAsync(long id, string text, CancellationToken ct) => text.Trim() switch
    {
        "" => Task.FromResult<Outcome<WorkItem>>(new RequiredFieldMissing("Note") { Path = ["text"] }),
        { Length: > NoteLength } => Task.FromResult<Outcome<WorkItem>>(
            new InvalidFormat("Note", $"at most {NoteLength} characters", "a shorter text") { Path = ["text"] }),
        var note => ChangeAsync(id, "work.noted", null, item => item.Note(note, steps.Me, Now), ct),
    };

    /// <summary>Says how urgent an item is; for supervisors.</summary>
    public async Task<Outcome<WorkItem>> PrioritizeAsync(long id, int priority, int? version, CancellationToken ct)
    {
        if (scope.Actor.Lacks(Permission.StaffSupervise) is { } lacks) return lacks;
        if (priority < Priorities.Lowest || priority > Priorities.Highest)
            return new InvalidFormat("Priority", $"a whole number from {Priorities.Lowest} to {Priorities.Highest}", "5") { Path = ["priority"] };
        return await ChangeAsync(id, "work.prioritized", version, item => item.Prioritize(priority, steps.Me, Now), ct);
    }

    /// <summary>Closes an item by hand; one that ends with a decision is closed by the desk that decides.</summary>
    public Task<Outcome<WorkItem>> CompleteAsync(long id, int? version, CancellationToken ct) =>
        steps.ChangeAsync(id, "work.completed", version, async item =>
            item.Holds(steps.Me.Id, false) is null && decided.FirstOrDefault(d => d.SubjectType == item.SubjectType) is { } subject && await subject.IsUndecidedAsync(item, ct)
                ? new WorkItemUndecided()
                : item.Complete(steps.Me, Now), ct);

    // A.2: only a supervisor reopens.
    public async Task<Outcome<WorkItem>> ReopenAsync(long id, int? version, CancellationToken ct) =>
        scope.Actor.Lacks(Permission.StaffSupervise) is { } refusal
            ? refusal
            : await ChangeAsync(id, "work.reopened", version, item => item.Reopen(steps.Me, Now), ct);

    /// <summary>
    /// For a desk that decides the item's subject, inside its open write scope: the item in the actor's own hands, tracked, to be
    /// completed in the same save.
    /// </summary>
    public async Task<Outcome<WorkItem>> HeldAsync(long id, CancellationToken ct)
    {
        var found = await steps.AllowedAsync(id, ct);
        if (!found.Succeeded) return found;
        return found.Value.Holds(steps.Me.Id, false) is { } refusal ? refusal : found;
    }

    /// <summary>Completes a held item inside the caller's write scope; information that was still awaited is no longer needed.</summary>
    public async Task<Refusal?> CompleteAsync(WorkItem held, CancellationToken ct)
    {
        var before = WorkSteps.Said(held);
        if (held.State is WorkState.PendingInfo && held.Holds(steps.Me.Id, false) is null)
        {
            await WithdrawQuestionAsync(held, ct);
            await steps.GoOnAsync(held, WorkStep.InformationWithdrawn, steps.Me, Now, ct);
        }
        if (held.Complete(steps.Me, Now) is { } refusal) return refusal;
        audit.Changed("work.completed", held, before: before, after: WorkSteps.Said(held));
        return null;
    }

    /// <summary>A.2: the subject was withdrawn, or decided elsewhere: its open items end, inside the caller's write scope. How many they were.</summary>
    /// <param name="queue">Only those of this queue; of all when left out.</param>
    public async Task<int> CancelAsync(string subjectType, long subjectId, CancellationToken ct, string? queue = null)
    {
        var items = await db.Set<WorkItem>().Where(i => i.SubjectType == subjectType && i.SubjectId == subjectId && Open.Contains(i.State) && (queue == null || i.Queue == queue))
            .ToListAsync(ct);
        foreach (var item in items)
        {
            var before = WorkSteps.Said(item);
            await WithdrawQuestionAsync(item, ct);
            item.Cancel(steps.Me, Now);
            audit.Changed("work.cancelled", item, before: before, after: WorkSteps.Said(item));
        }
        return items.Count;
    }

    private DateTimeOffset Now => clock.GetUtcNow();

    private async Task WithdrawQuestionAsync(WorkItem item, CancellationToken ct)
    {
        foreach (var question in await db.Set<InformationRequest>().IgnoreQueryFilters([AccountRecords.Filter])
                     .Where(r => r.WorkItemId == item.Id && r.ClosedAt == null).ToListAsync(ct))
            question.Withdraw(Now);
    }

    private Task<Outcome<WorkItem>> ChangeAsync(long id, string action, int? version, Func<WorkItem, Refusal?> change, CancellationToken ct) =>
        steps.ChangeAsync(id, action, version, item => new(change(item)), ct);
}
