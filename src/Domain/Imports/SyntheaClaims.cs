using System.Globalization;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Imports;

/// <summary>
/// Claims of encounters become historical claims with one line each. Synthea writes an encounter's own claim first, then one for every
/// drug that was prescribed: those are a pharmacy's and are not taken.
/// </summary>
internal sealed class SyntheaClaims(
    PortalDb db, ImportLedger ledger, SyntheaFiles files, Market market, IReadOnlyDictionary<string, Member> members,
    SyntheaProviders providers, NumberSeries numbers)
{
    // Synthea codes procedures in SNOMED CT, which has no map to HCPCS: a wellness visit and any other visit.
    private const string WellnessVisit = "G0439", Visit = "G0463";

    public async Task TakeAsync(ImportTally tally, CancellationToken ct)
    {
        HashSet<string> encounters = [];
        foreach (var row in files.Claims)
        {
            var isDrugClaim = row["APPOINTMENTID"] is { } appointment && !encounters.Add(appointment);
            if (row["Id"] is not { } key) tally.Refused(row.Line, "A claim needs an Id.");
            else if (ledger.Find(ImportKind.Claim, key) is not null) tally.Unchanged();
            else if (isDrugClaim) tally.Refused(row.Line, "A drug claim of its encounter: pharmacy claims are not taken.");
            else await TakeAsync(row, key, tally, ct);
        }
        await ledger.SaveAsync(db, ct);
    }

    private async Task TakeAsync(SourceRow row, string key, ImportTally tally, CancellationToken ct)
    {
        var facts = Read(row);
        if (facts.Fault is { } fault)
        {
            tally.Refused(row.Line, fault);
            return;
        }
        List<string> unmapped = [];
        var history = facts.History! with
        {
            Number = await numbers.NextAsync("C", facts.History.ReceivedAt.DateIn(market), ct),
            Diagnoses = Diagnoses(row, unmapped),
        };
        var outcome = ClaimHistory.Create(history);
        if (!outcome.Succeeded)
        {
            tally.Refused(row.Line, string.Join(' ', outcome.Refusals.Select(r => r.Message)));
            return;
        }
        foreach (var code in unmapped) tally.Remark(row.Line, $"Diagnosis {code} has no ICD-10-CM code in the map and was left out.");
        db.Add(outcome.Value);
        ledger.Add(ImportKind.Claim, key, outcome.Value);
        tally.Added();
    }

    private (HistoricalClaim? History, string? Fault) Read(SourceRow row)
    {
        if (row["PATIENTID"] is not { } patient || !members.TryGetValue(patient, out var member)) return (null, "Its patient was not taken.");
        if (row["PROVIDERID"] is not { } providerKey || providers.Find(providerKey) is not { } provider) return (null, "Its provider was not taken.");
        if (row["APPOINTMENTID"] is not { } appointment || !files.Encounters.TryGetValue(appointment, out var encounter)) return (null, "Its encounter is not in encounters.csv.");
        if (encounter.Date("START") is not { } from || Instant(encounter["STOP"]) is not { } stop) return (null, "Its encounter has no start or no end.");
        if (encounter.Amount("TOTAL_CLAIM_COST") is not { } total || encounter.Amount("PAYER_COVERAGE") is not { } covered) return (null, "Its encounter has no costs.");
        // The claim's own payer, not the spans: stored sets hold claims older than their first transitions.
        if (LobOf(row["PRIMARYPATIENTINSURANCEID"]) is not { } lob) return (null, "The patient had no insurance for it: not a claim to the plan.");
        var charge = ChargeOf(row["Id"]!, total);
        var kind = encounter["ENCOUNTERCLASS"] ?? "";
        var to = encounter.Date("STOP")!.Value;
        var isStay = kind is "inpatient" or "snf" or "hospice";
        var billed = Instant(row["LASTBILLEDDATE1"]);
        return (new HistoricalClaim
        {
            Number = "",
            Market = market,
            Lob = lob,
            MemberId = member.Id,
            MemberIdGiven = member.Number.ToString(),
            BillingAccountId = provider.Account.Id,
            BillingNpi = provider.Account.Npi,
            RenderingNpi = provider.Npi,
            AdmissionDate = isStay ? from : null,
            DischargeDate = isStay ? to : null,
            // Received when the encounter was over; later only where it was billed later.
            ReceivedAt = billed > stop ? billed.Value : stop,
            Lines = [new(from, to, kind is "wellness" ? WellnessVisit : Visit, 1, charge, PlaceOf(kind))],
            Result = row["STATUS1"] is "CLOSED" ? ResultOf(charge, decimal.Min(covered, charge)) : null,
        }, null);
    }

    /// <summary>What the claim's transactions charge; the encounter's total where the set comes without transactions.</summary>
    private decimal ChargeOf(string claim, decimal encounterTotal)
    {
        var charges = files.TransactionsByClaim[claim].Where(t => t["TYPE"] is "CHARGE").ToList();
        return charges.Count > 0 ? charges.Sum(t => t.Amount("AMOUNT") ?? 0) : encounterTotal;
    }

    /// <summary>Paid as the encounter says; the rest is the patient's, as deductible where nothing was paid, else as coinsurance.</summary>
    private static Adjudication ResultOf(decimal charge, decimal paid)
    {
        List<ReasonEntry> reasons = charge > paid ? [new(ClaimReasonKind.Adjustment, paid == 0 ? "1" : "2", AdjustmentGroup.PR, charge - paid)] : [];
        return new(paid, [new(1, charge, paid, reasons)], []);
    }

    private static List<string> Diagnoses(SourceRow row, List<string> unmapped)
    {
        List<string> codes = [];
        for (var i = 1; i <= 8; i++)
        {
            if (row[$"DIAGNOSIS{i}"] is not { } snomed) continue;
            var (list, code) = SnomedMap.Icd10(snomed) is { } mapped ? (codes, mapped) : (unmapped, snomed);
            if (!list.Contains(code)) list.Add(code);
        }
        return codes;
    }

    private Lob? LobOf(string? payer) => payer is not null && files.Payers.TryGetValue(payer, out var name) ? SyntheaPayers.LobOf(name) : null;

    private static string PlaceOf(string encounterClass) => encounterClass switch
    {
        "outpatient" => "22",
        "inpatient" => "21",
        "emergency" => "23",
        "urgentcare" => "20",
        "snf" => "31",
        "hospice" => "34",
        "home" => "12",
        "virtual" => "02",
        _ => "11",
    };

    private static DateTimeOffset? Instant(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null;
}
