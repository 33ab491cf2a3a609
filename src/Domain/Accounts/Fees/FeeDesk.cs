using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Content;
using Portal.Graph.Domain.Platform.Csv;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Fees;

/// <summary>ACC-18: content editors write schedules and bring their prices in.</summary>
public sealed class FeeDesk(PortalDb db, ContentWriter writer, AuditLog audit, ActorScope scope)
{
    private static readonly ContentKind<FeeSchedule> Kind = new("fee schedule", "feeSchedule.saved", s => new { s.Name, s.Market, s.Lob, s.DocumentUrl, s.State });

    /// <summary>Writes a new schedule, or a schedule anew; its market and line stay what they were.</summary>
    /// <param name="version">The version that was read; needed to write a schedule anew.</param>
    public Task<Outcome<FeeSchedule>> SaveAsync(long? id, int? version, FeeScheduleDraft draft, CancellationToken ct) =>
        writer.SaveAsync(Kind, id, version, draft, _ => FeePolicy.Faults(draft), ct);

    /// <summary>Brings the prices of a CSV file in as it is read. A row that is refused does not stop the others, unless the file is to come in whole.</summary>
    /// <param name="whole">Nothing is stored when a row is refused.</param>
    public async Task<Outcome<CsvImportReport>> ImportAsync(long scheduleId, Stream file, bool whole, CancellationToken ct)
    {
        if (scope.Actor.Lacks(Permission.StaffContentEdit) is { } lacks) return lacks;
        var (mismatch, rows) = await CsvImport.OpenAsync(file, FeePolicy.Columns, FeePolicy.OptionalColumns, ct);
        if (mismatch is not null) return mismatch;
        await using var write = await db.BeginWriteAsync(ct);
        if (await db.Set<FeeSchedule>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == scheduleId, ct) is not { } schedule) return new NotFound("fee schedule");
        var import = new DatedImport<FeeScheduleRow>(db, db.Set<FeeScheduleRow>().Where(r => r.ScheduleId == scheduleId), line => FeePolicy.Read(line, scheduleId));
        var imported = await import.RunAsync(rows, whole, ct);
        if (imported.Value is not { IsKept: true } report) return imported;
        audit.Changed("feeSchedule.imported", schedule, after: new { report.Added, report.Changed, report.Unchanged, Refused = report.RefusedCount });
        await write.CommitAsync(ct);
        return report;
    }
}
