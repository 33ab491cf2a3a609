using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Claims.Codes;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Content;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Fees;

/// <summary>A schedule with how many prices it holds.</summary>
public sealed record FeeScheduleSize(FeeSchedule Schedule, int Rows);

/// <summary>ACC-18: the plan's own prices. Nobody's data, so reads are not audited.</summary>
public sealed class FeeReads(PortalDb db, ActorScope scope, TimeProvider clock)
{
    /// <summary>The schedules of the session's market, by name.</summary>
    public async Task<IReadOnlyList<FeeSchedule>> SchedulesAsync(CancellationToken ct)
    {
        if (!scope.Actor.Has(Permission.ClaimsRead)) return [];
        var market = scope.Actor.Market;
        return await db.Set<FeeSchedule>().AsNoTracking().Where(s => s.State == ContentState.Published && s.Market == market).OrderBy(s => s.Name).ThenBy(s => s.Id).ToListAsync(ct);
    }

    /// <summary>The prices of a code in a schedule on a day: that of the modifier, or without one all of them.</summary>
    /// <param name="on">The day of service; today when null.</param>
    public async Task<Outcome<IReadOnlyList<FeeScheduleRow>>> RowsAsync(long scheduleId, string code, string? modifier, DateOnly? on, CancellationToken ct)
    {
        if (scope.Actor.Lacks(Permission.ClaimsRead) is { } lacks) return lacks;
        var market = scope.Actor.Market;
        var schedule = await db.Set<FeeSchedule>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == scheduleId && s.State == ContentState.Published && s.Market == market, ct);
        if (schedule is null) return new NotFound("fee schedule");
        var day = on ?? clock.Today(schedule.Market);
        var (procedure, with) = (FeePolicy.Normal(code) ?? "", FeePolicy.Normal(modifier));
        if (procedure.Length == 0) return new RequiredFieldMissing("Procedure code") { Path = ["code"] };
        if (!ProcedureCodes.IsKnown(procedure)) return new InvalidProcedureCode(procedure, day) { Path = ["code"] };
        var rows = await db.Set<FeeScheduleRow>().AsNoTracking().Include(r => r.Schedule)
            .Where(r => r.ScheduleId == scheduleId && r.Code == procedure && r.From <= day && (r.To == null || r.To >= day) && (with == null || r.Modifier == with)).ToListAsync(ct);
        return rows.Count == 0 ? new FeeNotFound(procedure, day) { Path = ["code"] } : Outcome.Of<IReadOnlyList<FeeScheduleRow>>([.. rows.OrderBy(r => r.Modifier, StringComparer.Ordinal)]);
    }

    /// <summary>Every schedule for those who edit them; empty for others.</summary>
    public async Task<IReadOnlyList<FeeScheduleSize>> AllAsync(CancellationToken ct) => MayEdit
        ? await db.Set<FeeSchedule>().AsNoTracking().OrderBy(s => s.Name).ThenBy(s => s.Id).Select(s => new FeeScheduleSize(s, db.Set<FeeScheduleRow>().Count(r => r.ScheduleId == s.Id))).ToListAsync(ct) : [];

    public async Task<FeeSchedule?> EditedAsync(long id, CancellationToken ct) => MayEdit ? await db.Set<FeeSchedule>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct) : null;

    /// <summary>The prices of a schedule by code, for those who edit it.</summary>
    /// <param name="code">The beginning of the code.</param>
    public AuditedQuery<FeeScheduleRow> Prices(long scheduleId, string? code)
    {
        var (allowed, begins) = (MayEdit, FeePolicy.Normal(code));
        return new(db.Set<FeeScheduleRow>().AsNoTracking().Where(r => allowed && r.ScheduleId == scheduleId && (begins == null || r.Code.StartsWith(begins)))
            .OrderBy(r => r.Code).ThenBy(r => r.Modifier).ThenBy(r => r.From).ThenBy(r => r.Id), _ => { });
    }

    private bool MayEdit => scope.Actor.Has(Permission.StaffContentEdit);
}
