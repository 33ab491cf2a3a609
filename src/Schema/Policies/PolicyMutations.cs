using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Policies;
using Portal.Graph.Schema.Platform;
using Portal.GraphQL.Building;

namespace Portal.Graph.Schema.Policies;

// PLT-02
[MutationType, ClosedForMaintenance, RequiresPermission(Permission.StaffPolicyEdit)]
public static class PolicyMutations
{
    /// <summary>Writes a row as a draft, or writes a draft anew. It is in force for nobody until a second person approves it.</summary>
    /// <param name="id">The draft to write anew; key and scope stay as they are. A new draft when left out.</param>
    /// <param name="version">The version of that draft that you read.</param>
    /// <param name="key">A key of <c>policyKeys</c>.</param>
    /// <param name="market">For one market; for all when left out.</param>
    /// <param name="lob">For one line of business; for all when left out.</param>
    /// <param name="program">For one programme of the market and line; for all when left out.</param>
    /// <param name="from">First day in force.</param>
    /// <param name="to">Last day in force; open when left out. A row that began earlier and ends on the same day gives way when this one is approved.</param>
    /// <param name="value">As the key demands: see <c>policyKeys { allowed }</c>.</param>
    /// <param name="source">What it rests on, at most 300 characters.</param>
    [PayloadField("setting"), Error<PolicyKeyUnknown>, Error<PolicyValueInvalid>, Error<PolicyOverlap>]
    public static Task<Outcome<PolicySetting>> SavePolicySettingAsync(
        [ID<PolicySetting>] long? id, int? version, string key, Market? market, Lob? lob, string? program, DateOnly from, DateOnly? to, string value, string source,
        PolicyDesk desk, CancellationToken ct) =>
        desk.SaveAsync(new(key, market, lob, program, from, to, value, source), id, version, ct);

    /// <summary>Puts a draft, or a proposed last day, in force. Whoever wrote it is refused.</summary>
    /// <param name="version">The version that you read; refused with CONCURRENT_CHANGE when it is not the present one.</param>
    [PayloadField("setting"), Error<ApprovalByAuthorForbidden>, Error<PolicyOverlap>, Error<PolicyDefaultRequired>]
    public static Task<Outcome<PolicySetting>> ApprovePolicySettingAsync([ID<PolicySetting>] long id, int version, PolicyDesk desk, CancellationToken ct) =>
        desk.ApproveAsync(id, version, ct);

    /// <summary>Proposes the last day of an approved row; a second person approves it by <c>approvePolicySetting</c>.</summary>
    /// <param name="version">The version that you read; refused with CONCURRENT_CHANGE when it is not the present one.</param>
    /// <param name="lastDay">The last day in force, a day of the row's own.</param>
    [PayloadField("setting"), Error<PolicyApprovalRequired>, Error<PolicyDefaultRequired>]
    public static Task<Outcome<PolicySetting>> EndPolicySettingAsync([ID<PolicySetting>] long id, int version, DateOnly lastDay, PolicyDesk desk, CancellationToken ct) =>
        desk.EndAsync(id, version, lastDay, ct);

    /// <summary>Gives a draft, or a proposed last day, up. A withdrawn draft stays in the history.</summary>
    /// <param name="version">The version that you read; refused with CONCURRENT_CHANGE when it is not the present one.</param>
    [PayloadField("setting")]
    public static Task<Outcome<PolicySetting>> WithdrawPolicySettingAsync([ID<PolicySetting>] long id, int version, PolicyDesk desk, CancellationToken ct) =>
        desk.WithdrawAsync(id, version, ct);
}
