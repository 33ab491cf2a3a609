using Portal.Graph.Domain.Platform;

namespace Portal.Graph.Domain.Members;

/// <summary>What an eligibility search must look like. Pure: today and the limits are parameters.</summary>
public static class EligibilitySearchPolicy
{
    // MBR-05: at most 100 IDs [chosen].
    public const int MaxIds = 100;

    /// <summary>The earliest date of service: today minus whole months, clamped to the month's end, itself included (section 0.1).</summary>
    public static DateOnly Earliest(DateOnly today, int lookbackMonths) => today.AddMonths(-lookbackMonths);

    /// <summary>The search in its read form, or everything that is wrong with it.</summary>
    public static Outcome<ReadSearch> Read(EligibilitySearch search, DateOnly today, int lookbackMonths, int maxIds = MaxIds)
    {
        List<Refusal> refusals = [.. CheckDate(search.DateOfService, today, lookbackMonths)];
        if (ModeOf(search) is not { } mode)
        {
            refusals.Add(new SearchModeRequired());
            return refusals;
        }
        var ids = mode switch
        {
            SearchMode.CareSourceId => One(search.CareSourceId, "careSourceId", IsCareSourceId, CareSourceIdFormat, refusals),
            SearchMode.MedicaidId => One(search.MedicaidId, "medicaidId", IsMedicaidId, MedicaidIdFormat, refusals),
            SearchMode.CaseNumber => One(search.CaseNumber, "caseNumber", IsCaseNumber, CaseNumberFormat, refusals),
            SearchMode.MemberInfo => Complete(search.MemberInfo!, refusals),
            SearchMode.CareSourceIds => Several(search.CareSourceIds!, "careSourceIds", maxIds, refusals),
            SearchMode.MedicaidIds => Several(search.MedicaidIds!, "medicaidIds", maxIds, refusals),
        };
        if (refusals.Count > 0) return refusals;
        return new ReadSearch(mode, search.DateOfService!.Value, ids) { MemberInfo = search.MemberInfo };
    }

    // MBR-01: exactly one mode per search.
    private static SearchMode? ModeOf(EligibilitySearch s)
    {
        (SearchMode Mode, bool Given)[] modes =
        [
            (SearchMode.CareSourceId, s.CareSourceId is not null), (SearchMode.MedicaidId, s.MedicaidId is not null),
            (SearchMode.MemberInfo, s.MemberInfo is not null), (SearchMode.CaseNumber, s.CaseNumber is not null),
            (SearchMode.CareSourceIds, s.CareSourceIds is not null), (SearchMode.MedicaidIds, s.MedicaidIds is not null),
        ];
        return modes.Count(m => m.Given) == 1 ? modes.First(m => m.Given).Mode : null;
    }

    /// <summary>MBR-02, MBR-03: required, not after today, not before the look-back; both bounds included.</summary>
    public static IEnumerable<Refusal> CheckDate(DateOnly? dateOfService, DateOnly today, int lookbackMonths)
    {
        IReadOnlyList<string> path = ["dateOfService"];
        if (dateOfService is not { } date) yield return new DateOfServiceRequired { Path = path };
        else if (date > today) yield return new DateOfServiceInFuture(today) { Path = path };
        else if (date < Earliest(today, lookbackMonths)) yield return new DateOfServiceTooOld(Earliest(today, lookbackMonths)) { Path = path };
    }

    public static bool IsCareSourceId(string text) => MemberNumber.TryParse(text, out _);

    /// <summary>8 to 14 letters or digits (section 0.1).</summary>
    public static bool IsMedicaidId(string text) => text.Length is >= 8 and <= 14 && text.All(char.IsAsciiLetterOrDigit);

    /// <summary>4 to 20 letters, digits or hyphens [chosen].</summary>
    public static bool IsCaseNumber(string text) => text.Length is >= 4 and <= 20 && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private static readonly InvalidFormat CareSourceIdFormat = new("CareSource ID", "9 digits, with or without a 2-digit suffix", "123456789-01");
    private static readonly InvalidFormat MedicaidIdFormat = new("Medicaid ID", "8 to 14 letters or digits", "A1B2C3D4");
    private static readonly InvalidFormat CaseNumberFormat = new("Case number", "4 to 20 letters, digits or hyphens", "OH5000001");

    private static IReadOnlyList<string> One(string? text, string field, Func<string, bool> isValid, InvalidFormat expected, List<Refusal> refusals)
    {
        var id = text?.Trim() ?? "";
        if (id.Length == 0) refusals.Add(new RequiredFieldMissing(expected.Label) { Path = [field] });
        else if (!isValid(id)) refusals.Add(expected with { Path = [field] });
        return [id];
    }

    // MBR-01: first name, last name and date of birth, all three.
    private static IReadOnlyList<string> Complete(MemberInfoCriteria info, List<Refusal> refusals)
    {
        if (string.IsNullOrWhiteSpace(info.FirstName)) refusals.Add(new RequiredFieldMissing("First name") { Path = ["memberInfo", "firstName"] });
        if (string.IsNullOrWhiteSpace(info.LastName)) refusals.Add(new RequiredFieldMissing("Last name") { Path = ["memberInfo", "lastName"] });
        if (info.BirthDate is null) refusals.Add(new RequiredFieldMissing("Date of birth") { Path = ["memberInfo", "birthDate"] });
        return [];
    }

    // MBR-05: trim blanks, drop empty items and repeats, keep first-seen order; commas or line breaks.
    private static List<string> Several(string text, string field, int maxIds, List<Refusal> refusals)
    {
        List<string> ids = [.. text.Split([',', '\n', '\r'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Distinct(StringComparer.OrdinalIgnoreCase)];
        if (ids.Count == 0) refusals.Add(new NoIdsGiven { Path = [field] });
        if (ids.Count > maxIds) refusals.Add(new TooManyIds(maxIds) { Path = [field] });
        return ids;
    }
}
