using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Imports;

/// <summary>Patients become members: subscribers first, then those insured through them.</summary>
internal sealed class SyntheaMembers(PortalDb db, ImportLedger ledger, SyntheaFiles files)
{
    private readonly Dictionary<string, Member> _members = [];

    /// <summary>Members by patient id, those of earlier runs included.</summary>
    public IReadOnlyDictionary<string, Member> Members => _members;

    public async Task TakeAsync(ImportTally tally, CancellationToken ct)
    {
        await LoadKnownAsync(ct);
        var suffixes = (await db.Set<Member>().Select(m => new { m.SubscriberNumber, m.Suffix }).ToListAsync(ct))
            .GroupBy(m => m.SubscriberNumber).ToDictionary(g => g.Key, g => g.Max(m => int.Parse(m.Suffix)));
        var subscribers = SyntheaFamilies.SubscriberOf(files);
        var onMedicaid = files.Transitions.Where(t => t.Payer is not null && SyntheaPayers.IsMedicaid(files.Payers.GetValueOrDefault(t.Payer)))
            .Select(t => t.Patient).ToHashSet();
        var insured = files.Transitions.Where(t => t.Payer is not null && SyntheaPayers.LobOf(files.Payers.GetValueOrDefault(t.Payer) ?? SyntheaPayers.None) is not null)
            .Select(t => t.Patient).ToHashSet();
        foreach (var row in files.Patients.OrderBy(r => subscribers.ContainsKey(r["Id"] ?? "")).ThenBy(r => r.Line))
        {
            if (Fault(row) is { } fault) tally.Refused(row.Line, fault);
            else if (!insured.Contains(row["Id"]!)) tally.Refused(row.Line, "The person never had insurance: no member.");
            else if (_members.ContainsKey(row["Id"]!)) tally.Unchanged();
            else
            {
                Enroll(row, subscribers.TryGetValue(row["Id"]!, out var owner) ? _members.GetValueOrDefault(owner) : null, suffixes, onMedicaid.Contains(row["Id"]!));
                tally.Added();
            }
        }
        await ledger.SaveAsync(db, ct);
    }

    private void Enroll(SourceRow row, Member? subscriber, Dictionary<string, int> suffixes, bool onMedicaid)
    {
        var key = row["Id"]!;
        var family = subscriber?.SubscriberNumber ?? SyntheticNumbers.SubscriberNumber(key, suffixes.ContainsKey);
        var suffix = subscriber is null ? 0 : suffixes[family] + 1;
        suffixes[family] = suffix;
        var member = Member.Enroll(new(family, $"{suffix:D2}"), row["FIRST"]!, row["LAST"]!, row.Date("BIRTHDATE")!.Value, GenderOf(row["GENDER"]), subscriber,
            medicaidId: onMedicaid ? SyntheticNumbers.MedicaidId(key) : null);
        db.Add(member);
        if (row["ADDRESS"] is { } line1 && row["CITY"] is { } city && UsStates.Code(row["STATE"]) is { } state && UsStates.Zip(row["ZIP"]) is { } zip)
            db.Add(MemberAddress.Of(member, line1, city, state, zip, member.BirthDate));
        ledger.Add(ImportKind.Member, key, member);
        _members.Add(key, member);
    }

    private async Task LoadKnownAsync(CancellationToken ct)
    {
        var keyById = files.Patients.Select(r => r["Id"]).OfType<string>().Distinct()
            .Select(key => (Key: key, Id: ledger.Find(ImportKind.Member, key))).Where(k => k.Id is not null).ToDictionary(k => k.Id!.Value, k => k.Key);
        foreach (var member in await db.Set<Member>().Where(m => keyById.Keys.Contains(m.Id)).ToListAsync(ct))
            _members.Add(keyById[member.Id], member);
    }

    private static string? Fault(SourceRow row) =>
        row["Id"] is null ? "A patient needs an Id."
        : row["FIRST"] is null || row["LAST"] is null ? "A patient needs FIRST and LAST."
        : row.Date("BIRTHDATE") is null ? "BIRTHDATE is not a date of the form 2009-01-23."
        : null;

    private static Gender GenderOf(string? gender) => gender switch { "F" => Gender.Female, "M" => Gender.Male, _ => Gender.Unknown };
}
