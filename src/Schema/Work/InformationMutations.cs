using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Files;
using Portal.Graph.Domain.Platform.Work;
using Portal.Graph.Domain.Platform.Work.Information;
using Portal.Graph.Schema.Platform;
using Portal.GraphQL.Building;

namespace Portal.Graph.Schema.Work;

// PLT-08
[MutationType, RequiresQueue, ClosedForMaintenance]
[Error<WorkItemTaken>, Error<WorkItemClosed>]
public static class InformationMutations
{
    /// <summary>Asks the provider about a record whose item you have in hand. The item waits; in most queues its clock stands still meanwhile.</summary>
    /// <param name="subjectNumber">The number of the record.</param>
    /// <param name="text">The question; at most 4,000 characters.</param>
    /// <param name="dueInDays">In how many calendar days the answer is expected, 1 to 90.</param>
    public static Task<Outcome<WorkItem>> RequestInformationAsync(string subjectNumber, string text, int dueInDays, InformationDesk desk, CancellationToken ct) =>
        desk.AskAsync(subjectNumber, text, dueInDays, ct);

    /// <summary>Takes down an answer that came by phone, fax or mail; the work goes on.</summary>
    /// <param name="answer">At most 4,000 characters.</param>
    /// <param name="version">The version that you read; refused with CONCURRENT_CHANGE when it is not the present one.</param>
    public static Task<Outcome<WorkItem>> RecordInformationAsync([ID<WorkItem>] long id, string answer, int version, InformationDesk desk, CancellationToken ct) =>
        desk.RecordAsync(id, answer, version, ct);

    /// <summary>Goes on without the information.</summary>
    /// <param name="version">The version that you read; refused with CONCURRENT_CHANGE when it is not the present one.</param>
    public static Task<Outcome<WorkItem>> WithdrawInformationRequestAsync([ID<WorkItem>] long id, int version, InformationDesk desk, CancellationToken ct) =>
        desk.WithdrawAsync(id, version, ct);
}

// PLT-08
[MutationType, Authorize, ClosedForMaintenance]
public static class InformationAnswerMutations
{
    /// <summary>Answers what the plan asked about one of your records; when several questions are open, the one that is due first.</summary>
    /// <param name="subjectNumber">The number of the record.</param>
    /// <param name="text">At most 4,000 characters; may be left out when there are files.</param>
    /// <param name="fileIds">Files that you uploaded.</param>
    /// <param name="clientRequestId">Your own id of this request: repeating it gives the first answer.</param>
    [Error<FileTooLarge>, Error<FileInfected>]
    public static Task<Outcome<InformationRequest>> AnswerInformationRequestAsync(
        string subjectNumber, string? text, [ID<StoredFile>] IReadOnlyList<long>? fileIds, [ID] string clientRequestId, InformationAnswerDesk desk, CancellationToken ct) =>
        desk.AnswerAsync(new(subjectNumber, text, fileIds ?? [], clientRequestId), ct);
}
