using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Imports;

/// <summary>
/// Takes a folder of Synthea CSV files into one market: providers, members, coverage, other insurance, claims. One transaction:
/// all or nothing. Repeating it adds nothing.
/// </summary>
public sealed class SyntheaImport(PortalDb db, ActorScope scope, AuditLog audit, NumberSeries numbers, TimeProvider clock)
{
    private const string Source = "synthea";

    /// <param name="folder">Where patients.csv, payers.csv and payer_transitions.csv lie; the other files are read when they are there.</param>
    /// <param name="market">The market that the people are enrolled in: Synthea's own state is rarely one of the plan's.</param>
    public async Task<Outcome<ImportReport>> RunAsync(string folder, Market market, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        if (scope.Actor.Lacks(Permission.SystemIntegrate) is { } lacking) return lacking;
        var read = SyntheaFiles.Read(folder);
        if (!read.Succeeded) return Outcome<ImportReport>.Refused(read.Refusals);
        await using var write = await db.BeginWriteAsync(ct);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            var report = await TakeAsync(read.Value, market, progress, ct);
            if (report.Added > 0)
            {
                var run = new ImportRun { Source = Source, Market = market, At = clock.GetUtcNow() };
                db.Add(run);
                audit.Changed("import.synthea", run, after: report.Counts);
            }
            await write.CommitAsync(ct);
            return report;
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = true;
            db.ChangeTracker.Clear();
        }
    }

    private async Task<ImportReport> TakeAsync(SyntheaFiles files, Market market, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        List<RefusedRow> refused = [];
        var ledger = await ImportLedger.LoadAsync(db, Source, ct);
        ImportTally Tally(string kind, string file, int total) => new(kind, file, total, refused, progress);

        var accounts = Tally("provider accounts", SyntheaFiles.OrganizationFile, files.Organizations.Count);
        var practitioners = Tally("practitioners", SyntheaFiles.ProviderFile, files.Providers.Count);
        var providers = new SyntheaProviders(db, ledger, files, market);
        await providers.TakeAsync(accounts, practitioners, ct);

        var members = Tally("members", SyntheaFiles.PatientFile, files.Patients.Count);
        var people = new SyntheaMembers(db, ledger, files);
        await people.TakeAsync(members, ct);

        var coverage = new SyntheaCoverage(db, files, market, people.Members, clock);
        var spans = Tally("eligibility spans", SyntheaFiles.TransitionFile, files.Transitions.Count);
        await coverage.TakeSpansAsync(spans, ct);
        var others = Tally("other insurance", SyntheaFiles.TransitionFile, coverage.OtherInsuranceCount);
        await coverage.TakeOtherInsuranceAsync(others, ct);

        var claims = Tally("claims", SyntheaFiles.ClaimFile, files.Claims.Count);
        await new SyntheaClaims(db, ledger, files, market, people.Members, providers, numbers).TakeAsync(claims, ct);

        return new(market, [accounts.Count, practitioners.Count, members.Count, spans.Count, others.Count, claims.Count], refused, NotesOn(files, market));
    }

    private static List<string> NotesOn(SyntheaFiles files, Market market) =>
    [
        $"Everybody was enrolled in the market {market}; home addresses are as in the files.",
        "END is exclusive in Synthea: a span's last day is the day before it. Days are those of the UTC timestamps.",
        files.Numbers.Count > 0
            ? "NPIs and tax ids come from synthea-npi.tsv."
            : "NPIs and tax ids were derived from the Synthea ids: synthea-npi.tsv was not found beside the set.",
        "Each encounter's claim is taken with one line, as a visit in HCPCS: Synthea's own procedure codes are SNOMED CT.",
        $"Insured through another person of the set: {SyntheaFamilies.SubscriberOf(files).Count}; everybody else is a subscriber.",
    ];
}
