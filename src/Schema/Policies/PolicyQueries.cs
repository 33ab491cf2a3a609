using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Policies;
using Portal.Graph.Schema.Platform;
using Portal.GraphQL.Building;
using Portal.GraphQL.Paging;

namespace Portal.Graph.Schema.Policies;

/// <summary>Which rows of the policy table; all that are given must fit.</summary>
/// <param name="Lob">Rows of this line of business.</param>
/// <param name="State">Rows in this state; all but withdrawn ones when left out.</param>
/// <param name="AwaitingApproval">Only rows that wait for a second person.</param>
public sealed record PolicySettingFilterInput(Lob? Lob = null, PolicyState? State = null, bool AwaitingApproval = false);

[QueryType, RequiresPermission(Permission.StaffPolicyEdit, Permission.StaffSupervise)]
public static class PolicyQueries
{
    // PLT-02
    /// <summary>Rows of the policy table with their history, by key.</summary>
    /// <param name="key">Part of the key, such as <c>dispute.</c>; case does not matter.</param>
    /// <param name="market">Rows of this market.</param>
    /// <param name="where">Further filters.</param>
    [UsePaging]
    public static PagedQuery<PolicySetting> GetPolicySettings(string? key, Market? market, PolicySettingFilterInput? where, PolicyReads reads) =>
        reads.Settings(new(key, market, where?.Lob, where?.State, where?.AwaitingApproval ?? false)).Paged();

    /// <summary>One row. NOT_FOUND when there is none by that id.</summary>
    public static async Task<Outcome<PolicySetting>> GetPolicySettingAsync([ID<PolicySetting>] long id, PolicyReads reads, CancellationToken ct) =>
        await reads.FindAsync(id, ct) is { } row ? row : new NotFound("policy setting");

    /// <summary>Which value applies, from which row, and why not from each other row of the key. POLICY_KEY_UNKNOWN when there is no such key.</summary>
    /// <param name="key">The key, such as <c>dispute.days</c>.</param>
    /// <param name="market">For which market.</param>
    /// <param name="lob">For which line of business.</param>
    /// <param name="program">For which programme.</param>
    /// <param name="on">On which day: of a deadline, the day from which it is counted.</param>
    public static Task<Outcome<EffectivePolicy>> GetEffectivePolicyAsync(
        string key, Market? market, Lob? lob, string? program, DateOnly on, PolicyReads reads, CancellationToken ct) =>
        reads.EffectiveAsync(key, new(market, lob, program), on, ct);

    /// <summary>Every key of the catalogue with the values that it takes.</summary>
    public static IReadOnlyList<PolicyKey> GetPolicyKeys() => PolicyCatalogue.Keys;
}
