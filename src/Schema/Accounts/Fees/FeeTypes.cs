using Portal.Graph.Domain.Accounts.Fees;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Content;
using Portal.Graph.Schema.Platform;
using Portal.GraphQL.Building;

namespace Portal.Graph.Schema.Accounts.Fees;

// ACC-18
[ObjectType<FeeSchedule>(Fields =
[
    nameof(FeeSchedule.Version), nameof(FeeSchedule.Name), nameof(FeeSchedule.Market), nameof(FeeSchedule.Lob), nameof(FeeSchedule.DocumentUrl), nameof(FeeSchedule.State),
])]
public static class FeeScheduleType
{
    [ID<FeeSchedule>]
    public static long GetId([Parent] FeeSchedule schedule) => schedule.Id;
}

[ObjectType<FeeScheduleRow>(Fields =
[
    nameof(FeeScheduleRow.Code), nameof(FeeScheduleRow.Modifier), nameof(FeeScheduleRow.Amount), nameof(FeeScheduleRow.Unit), nameof(FeeScheduleRow.From), nameof(FeeScheduleRow.To),
])]
public static class FeeScheduleRowType;

[QueryType, RequiresPermission(Permission.ClaimsRead)]
public static class FeeQueries
{
    // ACC-18
    /// <summary>The plan's own fee schedules of the session's market, by name.</summary>
    public static Task<IReadOnlyList<FeeSchedule>> GetFeeSchedulesAsync(FeeReads reads, CancellationToken ct) => reads.SchedulesAsync(ct);

    // ACC-18
    /// <summary>
    /// The plan's own prices of a code on a day. FEE_NOT_FOUND when the code is priced on Medicare's schedule or not covered, INVALID_PROCEDURE_CODE
    /// when it is no code of that day.
    /// </summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="code">The CPT or HCPCS code; case does not matter.</param>
    /// <param name="modifier">Only the price with this modifier; all prices of the code when left out.</param>
    /// <param name="on">The day of service; today when left out.</param>
    public static Task<Outcome<IReadOnlyList<FeeScheduleRow>>> GetFeeScheduleRowsAsync(
        [ID<FeeSchedule>] long schedule, string code, string? modifier, DateOnly? on, FeeReads reads, CancellationToken ct) => reads.RowsAsync(schedule, code, modifier, on, ct);
}

[MutationType, ClosedForMaintenance, RequiresPermission(Permission.StaffContentEdit)]
public static class FeeMutations
{
    // ACC-18
    /// <summary>Writes a fee schedule, or one anew; its market and line stay as they are. Its prices are brought in on the staff page.</summary>
    /// <param name="id">The schedule to write anew; a new one when left out.</param>
    /// <param name="version">The version of that schedule that you read.</param>
    /// <param name="name">What it is called, at most 120 characters.</param>
    /// <param name="market">The market that it is for.</param>
    /// <param name="lob">The line of business that it is for.</param>
    /// <param name="documentUrl">Where the whole schedule is as a document.</param>
    /// <param name="state">Whether providers see it.</param>
    [PayloadField("schedule"), Error<ContentUnsafeMarkup>]
    public static Task<Outcome<FeeSchedule>> SaveFeeScheduleAsync(
        [ID<FeeSchedule>] long? id, int? version, string name, Market market, Lob lob, string? documentUrl, ContentState state, FeeDesk desk, CancellationToken ct) =>
        desk.SaveAsync(id, version, new(name, market, lob, documentUrl, state), ct);
}
