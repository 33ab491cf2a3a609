using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Schema.Platform;
using Portal.GraphQL.Building;
using Portal.GraphQL.Paging;

namespace Portal.Graph.Schema.Audit;

/// <summary>Filters of the audit trail; all that are given must hold.</summary>
/// <param name="Actor">Username of who acted.</param>
/// <param name="Impersonator">Username of the member of staff who acted as somebody else.</param>
/// <param name="Provider">CareSource provider ID or NPI of the account for which somebody acted.</param>
/// <param name="Member">CareSource member ID of whom the record is about.</param>
/// <param name="Action">The action: <c>read</c>, or a change such as <c>claim.submitted</c>.</param>
/// <param name="From">First day, in UTC.</param>
/// <param name="To">Last day, in UTC; included.</param>
/// <param name="Record">One record, as its kind and its internal number: <c>WorkItem 12</c>.</param>
public sealed record AuditEventFilterInput(
    string? Actor = null, string? Impersonator = null, string? Provider = null, string? Member = null, string? Action = null,
    DateOnly? From = null, DateOnly? To = null, string? Record = null)
{
    internal AuditFilter ToFilter() => new(Actor, Impersonator, Provider, Member, Action, From, To, Record);
}

[QueryType]
public static class AuditQueries
{
    // PLT-04, PLT-06
    /// <summary>
    /// The audit trail, newest first. Reading it leaves a row in it. Refused with NOT_FOUND, INVALID_FORMAT or DATE_RANGE_REVERSED, with the
    /// filter's field as path.
    /// </summary>
    /// <param name="where">Filters; the whole trail when left out.</param>
    [RequiresPermission(Permission.StaffAuditRead), UsePaging]
    public static async Task<Outcome<PagedQuery<AuditEvent>>> GetAuditEventsAsync(AuditEventFilterInput? where, AuditReads reads, CancellationToken ct) =>
        (await reads.EventsAsync((where ?? new()).ToFilter(), ct)).Map(rows => rows.Paged());

    // PLT-25
    /// <summary>
    /// Who saw or changed a member's data, oldest first, six years back to the day at most. The question is itself noted. Refused with
    /// NOT_FOUND or DATE_RANGE_REVERSED.
    /// </summary>
    /// <param name="from">First day, in UTC; six years ago when left out or earlier.</param>
    /// <param name="to">Last day, in UTC; today when left out.</param>
    [RequiresPermission(Permission.StaffAuditRead), UsePaging]
    public static async Task<Outcome<PagedQuery<AuditEvent>>> GetAccountingOfDisclosuresAsync(
        [ID<Member>] long memberId, DateOnly? from, DateOnly? to, DisclosureReads reads, CancellationToken ct) =>
        (await reads.OfMemberAsync(memberId, from, to, ct)).Map(rows => rows.Paged());

    // PLT-04
    /// <summary>Checks the whole audit trail from its first row and names the first one that is missing or was changed.</summary>
    [RequiresPermission(Permission.StaffAuditRead)]
    public static Task<Outcome<ChainReport>> GetVerifyAuditChainAsync(AuditReads reads, CancellationToken ct) => reads.VerifyAsync(ct);
}
