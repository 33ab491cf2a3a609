using Portal.Graph.Domain.Accounts.Grievances;
using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Files;
using Portal.Graph.Domain.Platform.Work;
using Portal.Graph.Schema.Platform;
using Portal.GraphQL.Building;
using Portal.GraphQL.Paging;

namespace Portal.Graph.Schema.Accounts.Grievances;

/// <summary>Which grievances; all that are given must fit.</summary>
/// <param name="State">Those in this state.</param>
/// <param name="Category">Those about this.</param>
/// <param name="Number">The one with this number.</param>
public sealed record GrievanceFilterInput(GrievanceState? State = null, GrievanceCategory? Category = null, string? Number = null);

[QueryType, Authorize]
public static class GrievanceQueries
{
    // ACC-22
    /// <summary>The grievances of your accounts in the session's market, newest first; those of all for staff who answer them.</summary>
    /// <param name="where">Filters; all that are given must fit.</param>
    [UsePaging]
    public static PagedQuery<Grievance> GetGrievances(GrievanceFilterInput? where, GrievanceReads reads) => reads.Of(new(where?.State, where?.Category, where?.Number)).Paged();
}

[MutationType, ClosedForMaintenance]
public static class GrievanceMutations
{
    // ACC-22
    /// <summary>Files a complaint that is not about a claim payment, for your default provider. It is acknowledged in 5 business days and answered in 30 days.</summary>
    /// <param name="category">What it is about.</param>
    /// <param name="narrative">What happened, at most 4,000 characters.</param>
    /// <param name="memberId">The member whom it concerns, if any.</param>
    /// <param name="fileIds">Files that you uploaded.</param>
    /// <param name="clientRequestId">Your own id of this request: repeating it gives the first answer.</param>
    [Authorize, Error<GrievanceUseDispute>, Error<FileTooLarge>, Error<FileInfected>]
    public static Task<Outcome<Grievance>> FileGrievanceAsync(
        GrievanceCategory category, string narrative, [ID<Member>] long? memberId, [ID<StoredFile>] IReadOnlyList<long>? fileIds, [ID] string clientRequestId,
        GrievanceDesk desk, CancellationToken ct) =>
        desk.FileAsync(new(category, narrative, memberId, fileIds ?? []), clientRequestId, ct);

    // ACC-22
    /// <summary>Acknowledges, answers or closes a grievance whose work item you have in hand; to close one, nobody need have it in hand.</summary>
    /// <param name="id">The grievance.</param>
    /// <param name="version">The version that you read; refused with CONCURRENT_CHANGE when it is not the present one.</param>
    /// <param name="decision">What is done.</param>
    /// <param name="reason">The answer that the provider gets, at most 4,000 characters; needed to resolve.</param>
    [RequiresPermission(Permission.StaffAppealsWork), Error<DecisionReasonRequired>, Error<WorkItemTaken>, Error<WorkItemClosed>, Error<SameReviewerForbidden>]
    public static Task<Outcome<Grievance>> DecideGrievanceAsync(
        [ID<Grievance>] long id, int version, GrievanceDecision decision, string? reason, GrievanceReviewDesk desk, CancellationToken ct) =>
        desk.DecideAsync(id, version, decision, reason, ct);
}
