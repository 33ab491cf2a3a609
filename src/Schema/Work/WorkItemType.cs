using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Platform.Work;
using Portal.Graph.Domain.Platform.Work.Information;
using Portal.Graph.Domain.Platform.Work.Timekeeping;
using Portal.Graph.Schema.Accounts;
using Portal.Graph.Schema.Claims;
using Portal.GraphQL.Building;

namespace Portal.Graph.Schema.Work;

// PLT-08
[ObjectType<WorkItem>(Fields =
[
    nameof(WorkItem.Version), nameof(WorkItem.Queue), nameof(WorkItem.SubjectType), nameof(WorkItem.SubjectNumber), nameof(WorkItem.Market), nameof(WorkItem.Lob),
    nameof(WorkItem.Reason), nameof(WorkItem.Priority), nameof(WorkItem.ReceivedAt), nameof(WorkItem.DueAt), nameof(WorkItem.PausedAt), nameof(WorkItem.State),
    nameof(WorkItem.AssigneeName), nameof(WorkItem.ClosedAt),
])]
public static class WorkItemType
{
    [ID<WorkItem>]
    public static long GetId([Parent] WorkItem item) => item.Id;

    // PLT-09
    /// <summary>AMBER from three quarters of the time on, BREACHED after it.</summary>
    public static WorkUrgency GetUrgency([Parent] WorkItem item, [Service] TimeProvider clock) => item.UrgencyAt(clock.GetUtcNow());

    /// <summary>What people wrote about it, oldest first.</summary>
    public static ValueTask<IReadOnlyList<WorkNote>> GetNotesAsync([Parent] WorkItem item, NotesByItem loader) => loader.LoadAsync(item.Id);

    /// <summary>What was done with it, oldest first.</summary>
    public static ValueTask<IReadOnlyList<WorkEvent>> GetHistoryAsync([Parent] WorkItem item, EventsByItem loader) => loader.LoadAsync(item.Id);

    /// <summary>What was asked about it, oldest first.</summary>
    public static ValueTask<IReadOnlyList<InformationRequest>> GetQuestionsAsync([Parent] WorkItem item, QuestionsByItem loader) => loader.LoadAsync(item.Id);

    /// <summary>The provider whom the subject concerns.</summary>
    public static async ValueTask<ProviderAccount?> GetProviderAsync([Parent] WorkItem item, AccountById loader) =>
        item.AccountId is { } id ? await loader.LoadAsync(id) : null;

    /// <summary>The claim that the item is about; null when it is about something else.</summary>
    public static async ValueTask<Claim?> GetClaimAsync([Parent] WorkItem item, ClaimById loader) =>
        item.SubjectType == nameof(Claim) ? await loader.LoadAsync(item.SubjectId) : null;

    [NodeResolver]
    public static Task<WorkItem?> GetWorkItemByIdAsync(long id, WorkReads reads, CancellationToken ct) => reads.FindAsync(id, ct);
}

[ObjectType<WorkNote>(Fields = [nameof(WorkNote.Text), nameof(WorkNote.ByName), nameof(WorkNote.At)])]
public static class WorkNoteType;

[ObjectType<WorkEvent>(Fields = [nameof(WorkEvent.Step), nameof(WorkEvent.At), nameof(WorkEvent.ByName), nameof(WorkEvent.ToName)])]
public static class WorkEventType;

[ObjectType<WorkQueue>(Fields = [nameof(WorkQueue.Key), nameof(WorkQueue.Title), nameof(WorkQueue.Page)])]
public static class WorkQueueType;

[ObjectType<WorkCount>]
public static class WorkCountType;

[ObjectType<WorkPerson>(Fields = [nameof(WorkPerson.Name)])]
public static class WorkPersonType
{
    [ID<User>]
    public static long GetId([Parent] WorkPerson person) => person.Id;
}

[ObjectType<SlaReport>]
public static class SlaReportType;

[ObjectType<SlaDay>]
public static class SlaDayType;

[ObjectType<SlaLoad>(Fields = [nameof(SlaLoad.Name), nameof(SlaLoad.Held), nameof(SlaLoad.Breached)])]
public static class SlaLoadType
{
    [ID<User>]
    public static long GetPersonId([Parent] SlaLoad load) => load.PersonId;
}
