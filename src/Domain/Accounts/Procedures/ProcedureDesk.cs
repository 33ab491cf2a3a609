using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts.Fees;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Contacts;
using Portal.Graph.Domain.Platform.Csv;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Procedures;

/// <summary>ACC-19: content editors bring the rules in.</summary>
public sealed class ProcedureDesk(PortalDb db, AuditLog audit, ActorScope scope)
{
    /// <summary>Brings the rules of a CSV file in as it is read. A row that is refused does not stop the others, unless the file is to come in whole.</summary>
    /// <param name="whole">Nothing is stored when a row is refused.</param>
    public async Task<Outcome<CsvImportReport>> ImportAsync(Stream file, bool whole, CancellationToken ct)
    {
        if (scope.Actor.Lacks(Permission.StaffContentEdit) is { } lacks) return lacks;
        var (mismatch, rows) = await CsvImport.OpenAsync(file, ProcedurePolicy.Columns, ProcedurePolicy.OptionalColumns, ct);
        if (mismatch is not null) return mismatch;
        await using var write = await db.BeginWriteAsync(ct);
        var import = new DatedImport<ProcedureRule>(db, db.Set<ProcedureRule>(), ProcedurePolicy.Read);
        var imported = await import.RunAsync(rows, whole, ct);
        if (imported.Value is not { IsKept: true } report) return imported;
        // One row for the file: it stands on the last rule that it brought.
        if (import.Last is { } last)
            audit.Changed("procedureRules.imported", last, after: new { report.Added, report.Changed, report.Unchanged, Refused = report.RefusedCount });
        await write.CommitAsync(ct);
        return report;
    }
}

/// <summary>The rule of a code with what every answer says beside it.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Notice">That it is no promise of payment.</param>
public sealed record ProcedureAnswer(ProcedureRule Rule, string Notice);

/// <summary>ACC-19: the lookup for everybody. Nobody's data, so reads are not audited.</summary>
public sealed class ProcedureReads(PortalDb db, ContactTexts contacts, ActorScope scope, TimeProvider clock)
{
    /// <summary>The rule that applies to the code.</summary>
    /// <param name="on">The day of service; today when null.</param>
    /// <param name="place">The place of service, two digits; without one only rules for every place apply.</param>
    public async Task<Outcome<ProcedureAnswer>> FindAsync(string code, Market market, Lob lob, DateOnly? on, string? place, CancellationToken ct)
    {
        var (procedure, day, at) = (FeePolicy.Normal(code) ?? "", on ?? clock.Today(market), FeePolicy.Normal(place));
        if (procedure.Length == 0) return new RequiredFieldMissing("Procedure code") { Path = ["code"] };
        var rules = await db.Set<ProcedureRule>().AsNoTracking().Where(r => r.Code == procedure && r.Market == market && r.Lob == lob).ToListAsync(ct);
        return ProcedurePolicy.Applying(rules, at, day) is { } rule
            ? new ProcedureAnswer(rule, ProcedurePolicy.Notice)
            : new ProcedureNotFound(procedure, day) { Path = ["code"], OtherPath = await contacts.PhoneAsync("contact.um", market, ct) };
    }

    /// <summary>Every rule by code, for those who bring them in.</summary>
    /// <param name="code">The beginning of the code.</param>
    public AuditedQuery<ProcedureRule> Rules(string? code, Market? market)
    {
        var (allowed, begins) = (scope.Actor.Has(Permission.StaffContentEdit), FeePolicy.Normal(code));
        return new(db.Set<ProcedureRule>().AsNoTracking().Where(r => allowed && (begins == null || r.Code.StartsWith(begins)) && (market == null || r.Market == market))
            .OrderBy(r => r.Code).ThenBy(r => r.Market).ThenBy(r => r.Lob).ThenBy(r => r.From).ThenBy(r => r.Id), _ => { });
    }
}
