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

/// <summary>The day on which an event happened.</summary>
/// <param name="Anchor">The event.</param>
/// <param name="Date">Its calendar date; day 0 of the counting.</param>
public sealed record DeadlineDateInput(DeadlineAnchor Anchor, DateOnly Date);

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

    /// <summary>
    /// The last day that a rule gives for the dates of a case, with the whole reason. REQUIRED_FIELD_MISSING when none of the events from which it
    /// counts has a date, NOT_FOUND when no row is in force.
    /// </summary>
    /// <param name="key">A key that counts days or months.</param>
    /// <param name="market">For which market; its holidays count for business days.</param>
    /// <param name="lob">For which line of business.</param>
    /// <param name="program">For which programme.</param>
    /// <param name="on">The day by which the row is chosen: that from which the rule counts.</param>
    /// <param name="dates">The dates known of the case; of an event given twice, the last.</param>
    public static Task<Outcome<Deadline>> GetDeadlineAsync(
        string key, Market? market, Lob? lob, string? program, DateOnly on, IReadOnlyList<DeadlineDateInput> dates, PolicyReads reads, CancellationToken ct) =>
        reads.DeadlineAsync(key, new(market, lob, program), on, dates.GroupBy(d => d.Anchor).ToDictionary(g => g.Key, g => g.Last().Date), ct);

    /// <summary>Every key of the catalogue with the values that it takes.</summary>
    public static IReadOnlyList<PolicyKey> GetPolicyKeys() => PolicyCatalogue.Keys;
}
