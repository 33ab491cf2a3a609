using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Outbox.Tasks;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Work.Information;

/// <summary>Staff ask for information about an item in their hands, take an answer down, or go on without it (A.2: ASSIGNED⇄PENDING_INFO).</summary>
public sealed class InformationDesk(
    PortalDb db, WorkSteps steps, WorkQueues queues, IEnumerable<IInformationSubject> subjects, OutboxTasks tasks, AuditLog audit, ActorScope scope, TimeProvider clock)
{
    /// <summary>The shortest and the longest time that a provider is given, in calendar days.</summary>
    public static readonly (int Shortest, int Longest) Days = (1, 90);

    private static readonly WorkState[] Held = [WorkState.Assigned, WorkState.PendingInfo];

    public async Task<Outcome<WorkItem>> AskAsync(long itemId, string? text, int dueInDays, int? version, CancellationToken ct)
    {
        if (Faults(text, "Question", "text", dueInDays) is { Count: > 0 } faults) return faults;
        return await steps.ChangeAsync(itemId, "information.asked", version, async item =>
        {
            var now = clock.GetUtcNow();
            if (item.AwaitInformation(queues.ByKey(item.Queue).PausesForInformation, steps.Me, now) is { } refusal) return refusal;
            var request = new InformationRequest
            {
                WorkItemId = item.Id, SubjectType = item.SubjectType, SubjectId = item.SubjectId, SubjectNumber = item.SubjectNumber, Market = item.Market,
                AccountId = item.AccountId, Text = text!.Trim(), AskedById = steps.Me.Id, AskedBy = steps.Me.Name, AskedAt = now,
                DueAt = WorkClockPolicy.EndOf(now.DateIn(item.Market).AddDays(dueInDays), item.Market),
            };
            db.Add(request);
            if (Of(item) is not { } subject) return null;
            if (item.AccountId is not null) tasks.Add(InformationNotice.Kind, request);
            return await subject.AskedAsync(request, ct);
        }, ct);
    }

    /// <summary>The same by the number of the record: about the item of it that the actor has in hand.</summary>
    public async Task<Outcome<WorkItem>> AskAsync(string subjectNumber, string? text, int dueInDays, CancellationToken ct)
    {
        var (me, keys) = (scope.Actor.UserId, queues.Of(scope.Actor).Select(q => q.Key).ToList());
        var items = await db.Set<WorkItem>().AsNoTracking().Where(i => i.SubjectNumber == subjectNumber && keys.Contains(i.Queue))
            .OrderByDescending(i => i.Id).Take(100).ToListAsync(ct);
        var item = items.Find(i => i.AssigneeId == me && Held.Contains(i.State)) ?? items.Find(i => i.IsOpen) ?? items.FirstOrDefault();
        return item is null ? new NotFound("work item") { Path = ["subjectNumber"] } : await AskAsync(item.Id, text, dueInDays, null, ct);
    }

    /// <summary>Takes an answer down that came by phone, fax or mail.</summary>
    public async Task<Outcome<WorkItem>> RecordAsync(long itemId, string? answer, int? version, CancellationToken ct)
    {
        if (Faults(answer, "Answer", "answer") is { Count: > 0 } faults) return faults;
        return await CloseAsync(itemId, "information.recorded", version, WorkStep.InformationCame,
            request => request.Reply(answer!.Trim(), [], steps.Me, clock.GetUtcNow()), ct);
    }

    /// <summary>The information is no longer needed.</summary>
    public Task<Outcome<WorkItem>> WithdrawAsync(long itemId, int? version, CancellationToken ct) =>
        CloseAsync(itemId, "information.withdrawn", version, WorkStep.InformationWithdrawn, request => request.Withdraw(clock.GetUtcNow()), ct);

    private Task<Outcome<WorkItem>> CloseAsync(
        long itemId, string action, int? version, WorkStep step, Func<InformationRequest, Refusal?> close, CancellationToken ct) =>
        steps.ChangeAsync(itemId, action, version, async item =>
        {
            if (item.Holds(steps.Me.Id, steps.Me.Supervises) is { } held) return held;
            if (await steps.GoOnAsync(item, step, steps.Me, clock.GetUtcNow(), ct) is { } refusal) return refusal;
            var request = await db.Set<InformationRequest>().SingleAsync(r => r.WorkItemId == item.Id && r.State == InformationState.Open, ct);
            if (close(request) is { } closed) return closed;
            audit.Changed(action, request, after: new { request.State });
            return Of(item) is { } subject ? await subject.ClosedAsync(request, item, ct) : null;
        }, ct);

    private IInformationSubject? Of(WorkItem item) => subjects.FirstOrDefault(s => s.SubjectType == item.SubjectType);

    private static List<Refusal> Faults(string? text, string label, string path, int? days = null)
    {
        List<Refusal> faults = [];
        if (string.IsNullOrWhiteSpace(text)) faults.Add(new RequiredFieldMissing(label) { Path = [path] });
        else if (text.Trim().Length > InformationRequest.TextLength)
            faults.Add(new InvalidFormat(label, $"at most {InformationRequest.TextLength} characters", "a shorter text") { Path = [path] });
        if (days is { } given && (given < Days.Shortest || given > Days.Longest))
            faults.Add(new InvalidFormat("Days to answer", $"a whole number from {Days.Shortest} to {Days.Longest}", "14") { Path = ["dueInDays"] });
        return faults;
    }
}
