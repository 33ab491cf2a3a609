using Portal.Graph.Domain.Coverage;
using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Schema.Platform;
using Portal.GraphQL.Building;

namespace Portal.Graph.Schema.Coverage;

[QueryType]
public static class CobQueries
{
    // COB-01 to COB-03
    /// <summary>Other insurance of a member, the most recent primary one first. NOT_FOUND when there is no such member in the session's market.</summary>
    [RequiresPermission(Permission.CobRead, Permission.StaffCobWork, Permission.StaffClaimsRead, Permission.StaffClaimsDecide, Permission.StaffUmWork)]
    public static async Task<Outcome<IReadOnlyList<CobRecord>>> GetCobRecordsAsync(
        [ID<Member>] long memberId, MemberReads members, CoverageReads coverage, CancellationToken ct) =>
        await members.FindAsync(memberId, ct) is null ? new NotFound("member") : Outcome.Of(await coverage.CobOfAsync([memberId], ct));
}
