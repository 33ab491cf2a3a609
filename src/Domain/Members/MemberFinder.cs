using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Coverage;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Members;

/// <summary>The members of one market that a search means: one statement, whatever the number of IDs.</summary>
internal sealed class MemberFinder(PortalDb db, Market market)
{
    // A household's case is small; the bound keeps a mistaken number from listing a county.
    private const int MostPerCase = 50;

    private IQueryable<Member> Members => db.Set<Member>().AsNoTracking().InMarket(db, market);

    public Task<List<Member>> FindAsync(ReadSearch request, CancellationToken ct) => request.Mode switch
    {
        SearchMode.CareSourceId or SearchMode.CareSourceIds => ByNumbersAsync(request.Ids, ct),
        SearchMode.MedicaidId or SearchMode.MedicaidIds => ByMedicaidIdsAsync(request.Ids, ct),
        SearchMode.CaseNumber => ByCaseAsync(request.Ids[0], ct),
        SearchMode.MemberInfo => ByInfoAsync(request.MemberInfo!, ct),
    };

    public Task<bool> FamilyExistsAsync(MemberNumber number, CancellationToken ct) =>
        Members.AnyAsync(m => m.SubscriberNumber == number.SubscriberNumber, ct);

    private async Task<List<Member>> ByNumbersAsync(IReadOnlyList<string> ids, CancellationToken ct)
    {
        HashSet<MemberNumber> numbers = [];
        foreach (var id in ids)
            if (MemberNumber.TryParse(id, out var number)) numbers.Add(number);
        if (numbers.Count == 0) return [];
        // One number is by far the most frequent search.
        if (numbers.Count == 1 && numbers.Single() is var only)
            return await MemberRows.OfNumberAsync(db, market, only, ct);
        // Families are read whole by the index on the subscriber number: a pair cannot be compared with a list in SQL.
        string[] families = [.. numbers.Select(n => n.SubscriberNumber).Distinct()];
        var found = await Members.Where(m => families.Contains(m.SubscriberNumber))
            .OrderBy(m => m.SubscriberNumber).ThenBy(m => m.Suffix).ToListAsync(ct);
        return [.. found.Where(m => numbers.Contains(m.Number))];
    }

    private async Task<List<Member>> ByMedicaidIdsAsync(IReadOnlyList<string> ids, CancellationToken ct)
    {
        string[] medicaidIds = [.. ids.Where(EligibilitySearchPolicy.IsMedicaidId).Select(id => id.ToUpperInvariant())];
        return medicaidIds.Length == 0 ? [] : await Members.Where(m => medicaidIds.Contains(m.MedicaidId!)).OrderBy(m => m.Id).ToListAsync(ct);
    }

    private Task<List<Member>> ByCaseAsync(string caseNumber, CancellationToken ct)
    {
        var number = caseNumber.ToUpperInvariant();
        return Members.Where(m => m.CaseNumber == number).OrderBy(m => m.SubscriberNumber).ThenBy(m => m.Suffix).Take(MostPerCase).ToListAsync(ct);
    }

    private Task<List<Member>> ByInfoAsync(MemberInfoCriteria info, CancellationToken ct)
    {
        var key = Member.KeyOf(info.FirstName!, info.LastName!);
        return Members.Where(m => m.NameKey == key && m.BirthDate == info.BirthDate).OrderBy(m => m.Id).ToListAsync(ct);
    }
}
