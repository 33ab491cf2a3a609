using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Imports;

/// <summary>Organizations become provider accounts, providers become their practitioners.</summary>
internal sealed class SyntheaProviders(PortalDb db, ImportLedger ledger, SyntheaFiles files, Market market)
{
    // Synthea's claims go back for years; a provider that treats them was there before.
    private static readonly DateOnly Since = new(2000, 1, 1);
    private static readonly string[] PrimaryCare = ["GENERAL PRACTICE", "FAMILY", "INTERNAL MEDICINE", "PEDIATRIC"];

    private readonly Dictionary<string, ProviderAccount> _accounts = [];
    private readonly Dictionary<string, (ProviderAccount Account, string Npi)> _practitioners = [];
    private HashSet<string> _npis = [], _practitionerNpis = [], _providerIds = [];

    /// <summary>The account and NPI of a provider id, those of earlier runs included.</summary>
    public (ProviderAccount Account, string Npi)? Find(string key) => _practitioners.TryGetValue(key, out var found) ? found : null;

    public async Task TakeAsync(ImportTally accounts, ImportTally practitioners, CancellationToken ct)
    {
        _npis = [.. await db.Set<ProviderAccount>().Select(a => a.Npi).ToListAsync(ct)];
        _practitionerNpis = [.. await db.Set<Practitioner>().Select(p => p.Npi).ToListAsync(ct)];
        _providerIds = [.. await db.Set<ProviderAccount>().Select(a => a.CareSourceProviderId).ToListAsync(ct)];
        foreach (var row in files.Organizations) TakeAccount(row, accounts);
        await ledger.SaveAsync(db, ct);
        await LoadKnownAccountsAsync(ct);
        await LoadKnownPractitionersAsync(ct);
        foreach (var row in files.Providers) TakePractitioner(row, practitioners);
        await ledger.SaveAsync(db, ct);
    }

    private void TakeAccount(SourceRow row, ImportTally tally)
    {
        if (row["Id"] is not { } key || row["NAME"] is not { } name)
            tally.Refused(row.Line, "An organization needs Id and NAME.");
        else if (ledger.Find(ImportKind.Account, key) is not null)
            tally.Unchanged();
        else if (NumbersOf(key, _npis) is not { } numbers)
            tally.Refused(row.Line, "The NPI listed for it belongs to another account.");
        else
        {
            var account = new ProviderAccount
            {
                Name = name,
                TaxId = numbers.Tin,
                CareSourceProviderId = SyntheticNumbers.ProviderId(key, _providerIds.Contains),
                Npi = numbers.Npi,
                Kind = KindOf(name),
            };
            _npis.Add(account.Npi);
            _providerIds.Add(account.CareSourceProviderId);
            foreach (var lob in Enum.GetValues<Lob>()) account.Enroll(market, lob, Since);
            if (AddressOf(row) is { } address) account.At(address);
            db.Add(account);
            ledger.Add(ImportKind.Account, key, account);
            _accounts.Add(key, account);
            tally.Added();
        }
    }

    private void TakePractitioner(SourceRow row, ImportTally tally)
    {
        if (row["Id"] is not { } key || row["NAME"] is not { } name)
            tally.Refused(row.Line, "A provider needs Id and NAME.");
        else if (ledger.Find(ImportKind.Practitioner, key) is not null)
            tally.Unchanged();
        else if (row["ORGANIZATION"] is not { } organization || !_accounts.TryGetValue(organization, out var account))
            tally.Refused(row.Line, "Its organization was not taken.");
        else if (NumbersOf(key, _practitionerNpis) is not { } numbers)
            tally.Refused(row.Line, "The NPI listed for it belongs to another practitioner.");
        else
        {
            var speciality = row["SPECIALITY"] ?? "GENERAL PRACTICE";
            var split = name.LastIndexOf(' ');
            var practitioner = new Practitioner
            {
                Npi = numbers.Npi,
                FirstName = split < 0 ? "" : name[..split],
                LastName = name[(split + 1)..],
                Specialty = speciality,
                IsPcp = PrimaryCare.Any(p => speciality.StartsWith(p, StringComparison.OrdinalIgnoreCase)),
                EffectiveFrom = Since,
            };
            _practitionerNpis.Add(practitioner.Npi);
            db.Add(practitioner.WorksFor(account, Since));
            ledger.Add(ImportKind.Practitioner, key, practitioner);
            _practitioners[key] = (account, practitioner.Npi);
            tally.Added();
        }
    }

    /// <summary>The numbers listed for the provider, else numbers derived from its id; null when the listed NPI is taken.</summary>
    private (string Npi, string Tin)? NumbersOf(string key, HashSet<string> taken) =>
        !files.Numbers.TryGetValue(key, out var listed) ? (SyntheticNumbers.Npi(key, taken.Contains), SyntheticNumbers.TaxId(key))
        : taken.Contains(listed.Npi) ? null : listed;

    /// <summary>A second run meets practitioners whose organizations came with the first.</summary>
    private async Task LoadKnownAccountsAsync(CancellationToken ct)
    {
        var keyById = files.Organizations.Select(r => r["Id"]).OfType<string>().Distinct()
            .Select(key => (Key: key, Id: ledger.Find(ImportKind.Account, key))).Where(k => k.Id is not null).ToDictionary(k => k.Id!.Value, k => k.Key);
        foreach (var account in await db.Set<ProviderAccount>().Where(a => keyById.Keys.Contains(a.Id)).ToListAsync(ct))
            _accounts[keyById[account.Id]] = account;
    }

    private async Task LoadKnownPractitionersAsync(CancellationToken ct)
    {
        var rows = files.Providers.Where(r => r["Id"] is not null && ledger.Find(ImportKind.Practitioner, r["Id"]!) is not null)
            .DistinctBy(r => r["Id"]).ToDictionary(r => ledger.Find(ImportKind.Practitioner, r["Id"]!)!.Value);
        foreach (var known in await db.Set<Practitioner>().AsNoTracking().Where(p => rows.Keys.Contains(p.Id)).Select(p => new { p.Id, p.Npi }).ToListAsync(ct))
            if (_accounts.TryGetValue(rows[known.Id]["ORGANIZATION"] ?? "", out var account)) _practitioners[rows[known.Id]["Id"]!] = (account, known.Npi);
    }

    private static AccountKind KindOf(string name) =>
        name.Contains("HOSPITAL", StringComparison.OrdinalIgnoreCase) || name.Contains("MEDICAL CENTER", StringComparison.OrdinalIgnoreCase)
            ? AccountKind.Facility
            : name.Contains("DENTAL", StringComparison.OrdinalIgnoreCase) ? AccountKind.Dental : AccountKind.Group;

    private static ProviderAddress? AddressOf(SourceRow row) =>
        row["ADDRESS"] is not { } line1 || row["CITY"] is not { } city || UsStates.Code(row["STATE"]) is not { } state || UsStates.Zip(row["ZIP"]) is not { } zip
            ? null
            : new ProviderAddress { Kind = AddressKind.Service, Line1 = line1, City = city, State = state, Zip = zip, Phone = Digits(row["PHONE"]), EffectiveFrom = Since };

    // Synthea gives several phones in one cell ("978-342-9781 Or …"); the first ten digits are the first of them.
    private static string? Digits(string? phone)
    {
        var digits = string.Concat((phone ?? "").Where(char.IsAsciiDigit).Take(10));
        return digits.Length == 10 ? $"{digits[..3]}-{digits[3..6]}-{digits[6..]}" : null;
    }
}
