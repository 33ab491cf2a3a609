namespace Portal.Graph.Domain.Platform.Policies;

/// <summary>PLT-02: what a row may say, and which days it may have beside the others of its scope. Pure.</summary>
public static class PolicyChangePolicy
{
    public const int SourceLength = 300;
    public const int ProgramLength = 60;

    public static List<Refusal> Faults(PolicyDraft draft, PolicyKey key)
    {
        List<Refusal> faults = [];
        if (key.Canonical(draft.Value) is null) faults.Add(new PolicyValueInvalid(key.Name, key.Allowed) { Path = ["value"] });
        if (draft.Source.Trim().Length == 0) faults.Add(new RequiredFieldMissing("Source") { Path = ["source"] });
        if (draft.Source.Length > SourceLength) faults.Add(new InvalidFormat("Source", $"at most {SourceLength} characters", "Provider manual 2026, page 12") { Path = ["source"] });
        if (draft.To < draft.From) faults.Add(new InvalidFormat("Last day", "not before the first day", $"{draft.From:yyyy-MM-dd}") { Path = ["to"] });
        if (draft.Program is { } program)
        {
            // 0.3: a programme belongs to a market's line of business.
            if (draft.Market is null) faults.Add(new RequiredFieldMissing("Market") { Path = ["market"] });
            if (draft.Lob is null) faults.Add(new RequiredFieldMissing("Line of business") { Path = ["lob"] });
            if (program.Length > ProgramLength) faults.Add(new InvalidFormat("Programme", $"at most {ProgramLength} characters", "P4HB") { Path = ["program"] });
        }
        return faults;
    }

    /// <summary>
    /// Whether the days are free among the approved rows of the scope. A row that begins earlier and ends on the same day, or as openly, gives
    /// way from the new first day on; every other overlap is refused.
    /// </summary>
    /// <returns>The row that gives way, or null; and the refusal, or null.</returns>
    public static (PolicySetting? GivesWay, Refusal? Refusal) Place(DateRange days, IEnumerable<PolicySetting> approvedOfScope)
    {
        PolicySetting? givesWay = null;
        foreach (var row in approvedOfScope.Where(r => r.Days.Overlaps(days)).OrderBy(r => r.From))
        {
            if (givesWay is not null || row.From >= days.From || row.To != days.To) return (null, new PolicyOverlap(row.Id, row.Days.ToString()) { Path = ["from"] });
            givesWay = row;
        }
        return (givesWay, null);
    }

    public static Refusal? RefuseEnd(PolicySetting row, DateOnly lastDay, IEnumerable<PolicySetting> approvedOfScope)
    {
        if (lastDay < row.From || (row.To is { } to && lastDay >= to))
            return new InvalidFormat("Last day", $"a day of the row's own, {row.Days}", $"{row.From:yyyy-MM-dd}") { Path = ["lastDay"] };
        return row.IsDefault && !approvedOfScope.Any(r => r.From == lastDay.AddDays(1)) ? new PolicyDefaultRequired(row.Key) : null;
    }
}
