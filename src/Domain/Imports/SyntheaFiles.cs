using Portal.Graph.Domain.Platform;

namespace Portal.Graph.Domain.Imports;

/// <summary>A coverage row of Synthea. <paramref name="End"/> is exclusive: where one row ends the person's next one starts, to the second.</summary>
internal sealed record SyntheaTransition(
    int Line, string Patient, string? PlanMemberId, DateOnly? Start, DateOnly? End, string? Payer, string? SecondaryPayer, string? Ownership, string? OwnerName);

/// <summary>The files of one Synthea CSV folder, read once; column names of older and newer releases are both understood.</summary>
internal sealed class SyntheaFiles
{
    public const string PatientFile = "patients.csv", TransitionFile = "payer_transitions.csv", OrganizationFile = "organizations.csv",
        ProviderFile = "providers.csv", ClaimFile = "claims.csv";

    public required List<SourceRow> Patients { get; init; }
    public required List<SyntheaTransition> Transitions { get; init; }
    public required List<SourceRow> Organizations { get; init; }
    public required List<SourceRow> Providers { get; init; }
    public required List<SourceRow> Claims { get; init; }
    public required ILookup<string, SourceRow> TransactionsByClaim { get; init; }
    public required Dictionary<string, SourceRow> Encounters { get; init; }

    /// <summary>Payer names by Synthea's payer id.</summary>
    public required Dictionary<string, string> Payers { get; init; }

    /// <summary>NPI and tax id by Synthea's organization or provider id, when the set comes with such a list.</summary>
    public required Dictionary<string, (string Npi, string Tin)> Numbers { get; init; }

    public static Outcome<SyntheaFiles> Read(string folder)
    {
        foreach (var file in (string[])[PatientFile, "payers.csv", TransitionFile])
            if (!File.Exists(Path.Combine(folder, file))) return new ImportFileMissing(Path.Combine(folder, file));
        List<SourceRow> Rows(string file) => CsvRows.Read(Path.Combine(folder, file));
        return new SyntheaFiles
        {
            Patients = Rows(PatientFile),
            Transitions = [.. Rows(TransitionFile).Select(Transition)],
            Organizations = Rows(OrganizationFile),
            Providers = Rows(ProviderFile),
            Claims = Rows(ClaimFile),
            TransactionsByClaim = Rows("claims_transactions.csv").ToLookup(r => r["CLAIMID"] ?? ""),
            Encounters = Rows("encounters.csv").Where(r => r["Id"] is not null).ToDictionary(r => r["Id"]!),
            Payers = Rows("payers.csv").Where(r => r["Id"] is not null).ToDictionary(r => r["Id"]!, r => r["NAME"] ?? ""),
            Numbers = ReadNumbers(folder),
        };
    }

    // Releases before 2024 call the columns START_YEAR and OWNERSHIP, though they hold full timestamps and the same words.
    private static SyntheaTransition Transition(SourceRow row) => new(
        row.Line, row["PATIENT"] ?? "", row["MEMBERID"], row.Date("START_DATE") ?? row.Date("START_YEAR"), row.Date("END_DATE") ?? row.Date("END_YEAR"),
        row["PAYER"], row["SECONDARY_PAYER"], row["PLAN_OWNERSHIP"] ?? row["OWNERSHIP"], row["OWNER_NAME"] ?? row["OWNERNAME"]);

    private static Dictionary<string, (string, string)> ReadNumbers(string folder)
    {
        string[] places = [Path.Combine(folder, "synthea-npi.tsv"), Path.Combine(folder, "..", "..", "providers", "synthea-npi.tsv")];
        return places.FirstOrDefault(File.Exists) is not { } path ? [] : CsvRows.Read(path, '\t')
            .Where(r => r["synthea_id"] is not null && r["npi"] is not null && r["tin"] is not null)
            .DistinctBy(r => r["synthea_id"]).ToDictionary(r => r["synthea_id"]!, r => (r["npi"]!, r["tin"]!));
    }
}
