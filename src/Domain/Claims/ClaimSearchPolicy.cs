using Portal.Graph.Domain.Platform;

namespace Portal.Graph.Domain.Claims;

/// <summary>CLM-11, CLM-13, CLM-14: what a search must and may ask. Pure.</summary>
public static class ClaimSearchPolicy
{
    public static IReadOnlyList<Refusal> Faults(ClaimSearch search, ClaimSearchLimits limits, DateOnly today)
    {
        List<Refusal> faults = [];
        // CLM-14: duplicates dropped, at most the limit
        if (Numbers(search) is var numbers && numbers.Count > limits.MaxNumbers)
            faults.Add(new TooManyClaimNumbers(limits.MaxNumbers, numbers.Count) { Path = ["numbers"] });
        Range? service = Check(faults, search.ServiceDates, "Service dates", "serviceDates", today);
        Range? received = Check(faults, search.ReceivedDates, "Received dates", "receivedDates", today);
        if (faults.Count > 0 || IsNarrow(search)) return faults;

        // CLM-13: without number, check or member one date range must be narrow; day N of the limit is in.
        Range?[] ranges = [service, received];
        if (ranges.OfType<Range>().MinBy(r => r.Days) is not { } narrowest) return [new SearchTooBroad(limits.MaxRangeDays)];
        if (narrowest.Days > limits.MaxRangeDays)
            return [new DateRangeTooWide(narrowest.Label, limits.MaxRangeDays, narrowest.Days) { Path = [narrowest.Field] }];
        return faults;
    }

    /// <summary>CLM-14: the distinct numbers, in the order given.</summary>
    public static IReadOnlyList<string> Numbers(ClaimSearch search) =>
    [
        .. search.ClaimNumbers.SelectMany(n => n.Split([',', '\n', '\r'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Select(n => n.ToUpperInvariant()).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>CLM-11, section 0.1: the earliest date of receipt whose claims are shown; calendar months, clamped, the day itself in.</summary>
    public static DateOnly EarliestReceived(DateOnly today, int lookbackMonths) => today.AddMonths(-lookbackMonths);

    private static bool IsNarrow(ClaimSearch search) =>
        Numbers(search).Count > 0 || Given(search.CheckNumber) || Given(search.MemberId) || Given(search.MedicaidId)
        || (Given(search.LastName) && Given(search.FirstName) && search.BirthDate is not null);

    private static Range? Check(List<Refusal> faults, DateRange? asked, string label, string field, DateOnly today)
    {
        if (asked is not { } range) return null;
        var to = range.To ?? today;
        if (to < range.From)
        {
            faults.Add(new DateRangeReversed(label, range.From, to) { Path = [field] });
            return null;
        }
        return new(label, field, to.DayNumber - range.From.DayNumber);
    }

    private static bool Given(string? text) => !string.IsNullOrWhiteSpace(text);

    private sealed record Range(string Label, string Field, int Days);
}
