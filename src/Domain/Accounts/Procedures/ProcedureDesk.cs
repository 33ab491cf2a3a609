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
    /// <summary>Brings the rules of a CSV file in, row by row as it is read; a row that is refused does not stop the others.</summary>
    public async Task<Outcome<CsvImportReport>> ImportAsync(Stream file, CancellationToken ct)
    {
        if (scope.Actor.Lacks(Permission.StaffContentEdit) is { } lacks) return lacks;
        var (mismatch, rows) = await CsvImport.OpenAsync(file, ProcedurePolicy.Columns, ProcedurePolicy.OptionalColumns, ct);
        if (mismatch is not null) return mismatch;
        await using var write = await db.BeginWriteAsync(ct);
        await db.LockAsync("procedures", ct);
        var known = (await db.Set<ProcedureRule>().ToListAsync(ct)).GroupBy(Key).ToDictionary(g => g.Key, g => g.ToList());
        var tally = new CsvImportTally();
        await foreach (var line in rows)
        {
            var (rule, fault) = ProcedurePolicy.Read(line);
            if (rule is null) tally.Refuse(line.Line, fault!);
            else Join(known, rule, line.Line, tally);
        }
        // One row for the file: it stands on the last rule that it brought.
        if (tally.Added + tally.Changed > 0)
            audit.Changed("procedureRules.imported", db.ChangeTracker.Entries<ProcedureRule>().Last(e => e.State is EntityState.Added or EntityState.Modified).Entity,
                after: new { tally.Added, tally.Changed, tally.Unchanged, Refused = tally.Report.RefusedCount });
        await write.CommitAsync(ct);
        return tally.Report;
    }

    private void Join(Dictionary<(string, Market, Lob, string?), List<ProcedureRule>> known, ProcedureRule rule, int line, CsvImportTally tally)
    {
        if (!known.TryGetValue(Key(rule), out var same)) known[Key(rule)] = same = [];
        switch (ProcedurePolicy.Join(same, rule))
        {
            case FeeJoin.Added: db.Add(rule); tally.Added++; break;
            case FeeJoin.Changed: tally.Changed++; break;
            case FeeJoin.Unchanged: tally.Unchanged++; break;
            case FeeJoin.Overlap: tally.Refuse(line, $"{rule.Code} has a rule on some of these days already."); break;
        }
    }

    private static (string, Market, Lob, string?) Key(ProcedureRule rule) => (rule.Code, rule.Market, rule.Lob, rule.PlaceOfService);
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
