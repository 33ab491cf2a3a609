using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Csv;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Fees;

/// <summary>ACC-18: content editors write schedules and bring their prices in.</summary>
public sealed class FeeDesk(PortalDb db, AuditLog audit, ActorScope scope)
{
    /// <summary>Writes a new schedule, or a schedule anew; its market and line stay what they were.</summary>
    /// <param name="version">The version that was read; needed to write a schedule anew.</param>
    public async Task<Outcome<FeeSchedule>> SaveAsync(long? id, int? version, FeeScheduleDraft draft, CancellationToken ct)
    {
        if (scope.Actor.Lacks(Permission.StaffContentEdit) is { } lacks) return lacks;
        if (FeePolicy.Faults(draft) is { Count: > 0 } faults) return faults;
        await using var write = await db.BeginWriteAsync(ct);
        await db.LockAsync("fees", ct);
        var schedule = id is null ? null : await db.Set<FeeSchedule>().SingleOrDefaultAsync(s => s.Id == id, ct);
        if (id is not null && schedule is null) return new NotFound("fee schedule");
        if (schedule is not null && version != schedule.Version) return new ConcurrentChange("fee schedule");
        var before = schedule is null ? null : Facts(schedule);
        if (schedule is null) db.Add(schedule = FeeSchedule.Of(draft));
        else schedule.Write(draft);
        audit.Changed("feeSchedule.saved", schedule, before: before, after: Facts(schedule));
        await write.CommitAsync(ct);
        return schedule;
    }

    /// <summary>Brings the prices of a CSV file in, row by row as it is read; a row that is refused does not stop the others.</summary>
    public async Task<Outcome<CsvImportReport>> ImportAsync(long scheduleId, Stream file, CancellationToken ct)
    {
        if (scope.Actor.Lacks(Permission.StaffContentEdit) is { } lacks) return lacks;
        var (mismatch, rows) = await CsvImport.OpenAsync(file, FeePolicy.Columns, FeePolicy.OptionalColumns, ct);
        if (mismatch is not null) return mismatch;
        await using var write = await db.BeginWriteAsync(ct);
        await db.LockAsync("fees", ct);
        if (await db.Set<FeeSchedule>().SingleOrDefaultAsync(s => s.Id == scheduleId, ct) is not { } schedule) return new NotFound("fee schedule");
        var known = (await db.Set<FeeScheduleRow>().Where(r => r.ScheduleId == scheduleId).ToListAsync(ct)).GroupBy(r => (r.Code, r.Modifier)).ToDictionary(g => g.Key, g => g.ToList());
        var tally = new CsvImportTally();
        await foreach (var line in rows)
        {
            var (row, fault) = FeePolicy.Read(line, scheduleId);
            if (row is null) tally.Refuse(line.Line, fault!);
            else Join(known, row, line.Line, tally);
        }
        audit.Changed("feeSchedule.imported", schedule, after: new { tally.Added, tally.Changed, tally.Unchanged, Refused = tally.Report.RefusedCount });
        await write.CommitAsync(ct);
        return tally.Report;
    }

    private void Join(Dictionary<(string, string?), List<FeeScheduleRow>> known, FeeScheduleRow row, int line, CsvImportTally tally)
    {
        if (!known.TryGetValue((row.Code, row.Modifier), out var same)) known[(row.Code, row.Modifier)] = same = [];
        switch (FeePolicy.Join(same, row))
        {
            case FeeJoin.Added: db.Add(row); tally.Added++; break;
            case FeeJoin.Changed: tally.Changed++; break;
            case FeeJoin.Unchanged: tally.Unchanged++; break;
            case FeeJoin.Overlap: tally.Refuse(line, $"{row.Code} has a price on some of these days already."); break;
        }
    }

    private static object Facts(FeeSchedule s) => new { s.Name, s.Market, s.Lob, s.DocumentUrl, s.State };
}
