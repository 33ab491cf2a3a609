using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Schema.Platform;
using Portal.GraphQL.Building;

namespace Portal.Graph.Schema.Members;

[QueryType]
public static class EligibilityQueries
{
    // MBR-01 to MBR-04, MBR-07 to MBR-09
    /// <summary>
    /// Members found by one of the six search modes, each with the verdict for the date of service. Refused with SEARCH_MODE_REQUIRED,
    /// DATE_OF_SERVICE_REQUIRED, DATE_OF_SERVICE_IN_FUTURE, DATE_OF_SERVICE_TOO_OLD, MEMBER_NOT_FOUND, MEMBER_SUFFIX_NOT_FOUND or INVALID_FORMAT.
    /// </summary>
    /// <param name="search">Exactly one mode, and the date of service.</param>
    [RequiresPermission(Permission.EligibilityRead)]
    public static Task<Outcome<IReadOnlyList<EligibilityHit>>> GetEligibilityAsync(EligibilitySearch search, EligibilityDesk desk, CancellationToken ct) =>
        desk.SearchAsync(search, ct);

    // MBR-05
    /// <summary>
    /// An answer for each of several IDs; one bad ID does not fail the rest. Refused with TOO_MANY_IDS, NO_IDS_GIVEN, SEARCH_MODE_REQUIRED
    /// or a code of the date of service.
    /// </summary>
    /// <param name="search">Either <c>careSourceIds</c> or <c>medicaidIds</c>, and the date of service.</param>
    [RequiresPermission(Permission.EligibilityRead)]
    public static Task<Outcome<IReadOnlyList<EligibilityAnswer>>> GetEligibilityManyAsync(EligibilitySearch search, EligibilityDesk desk, CancellationToken ct) =>
        desk.SearchManyAsync(search, ct);

    // MBR-08, MBR-11
    /// <summary>A member of the session's market. Null with NOT_FOUND when there is none.</summary>
    [RequiresPermission(Permission.EligibilityRead, Permission.StaffClaimsRead, Permission.StaffClaimsDecide, Permission.StaffCobWork, Permission.StaffUmWork, Permission.StaffCareWork)]
    public static async Task<Outcome<Member>> GetMemberAsync([ID<Member>] long id, MemberReads reads, CancellationToken ct) =>
        await reads.FindAsync(id, ct) is { } member ? member : new NotFound("member");

    // MBR-08, MBR-09
    /// <summary>
    /// The verdict that leads a member's page, for any date of service within the bounds of a search. Refused with NOT_FOUND or a code of
    /// the date of service.
    /// </summary>
    /// <param name="memberId">The member whose page is open.</param>
    /// <param name="dateOfService">The day of the service; up to 24 months back, not after today.</param>
    [RequiresPermission(Permission.EligibilityRead, Permission.StaffClaimsRead, Permission.StaffClaimsDecide, Permission.StaffCobWork, Permission.StaffUmWork)]
    public static Task<Outcome<EligibilityHit>> GetMemberEligibilityAsync(
        [ID<Member>] long memberId, DateOnly? dateOfService, EligibilityDesk desk, CancellationToken ct) =>
        desk.OfMemberAsync(memberId, dateOfService, ct);

    // MBR-10
    /// <summary>The notice beside every eligibility answer: verify before giving service, emergencies excepted. The market's own text.</summary>
    [Authorize]
    public static ValueTask<string> GetEligibilityNoticeAsync(EligibilityNotices notices, Actor actor, CancellationToken ct) =>
        notices.VerifyBeforeServiceAsync(actor.Market, ct);
}
