using System.Collections.Frozen;
using Portal.Graph.Domain.Platform.Calendars;

namespace Portal.Graph.Domain.Platform.Policies;

/// <summary>One counting of a deadline: from which event, on which day, how far, until when.</summary>
/// <param name="Count">How many.</param>
/// <param name="Unit">Of what.</param>
/// <param name="Anchor">The event.</param>
/// <param name="AnchorDate">Its day, which is day 0.</param>
/// <param name="LastDay">Where this counting ends.</param>
public sealed record DeadlinePart(int Count, DeadlineUnit Unit, DeadlineAnchor Anchor, DateOnly AnchorDate, DateOnly LastDay);

/// <summary>A last day that can say why: the value, from what it is counted, which row says so, and which requirement.</summary>
/// <param name="LastDay">The last calendar day, in the market, that is in time.</param>
/// <param name="Decisive">The counting that decided.</param>
/// <param name="Parts">All that were counted; a rule of two whose second event has no date has one.</param>
/// <param name="RolledFrom">The day before it was moved to a business day; null when it was not.</param>
/// <param name="Value">The rule as the row has it.</param>
/// <param name="Key">The key of the rule.</param>
/// <param name="Requirement">The requirement of the key.</param>
/// <param name="Row">The row that says so.</param>
public sealed record Deadline(
    DateOnly LastDay, DeadlinePart Decisive, IReadOnlyList<DeadlinePart> Parts, DateOnly? RolledFrom, string Value, string Key, string Requirement, PolicySetting Row)
{
    /// <summary>The whole reason in one sentence, for people.</summary>
    public string Because => $"{Value}, counted from the {Decisive.Anchor.Words()} {Decisive.AnchorDate:yyyy-MM-dd}"
        + (RolledFrom is { } day ? $", moved from {day:yyyy-MM-dd} to the next business day" : "")
        + $": {Key} for {PolicyResolver.Words(Row.Scope)} {Row.Days} ({Row.Source})";

    public bool IsInTime(DateOnly day) => day <= LastDay;

    /// <summary>Null when none of the rule's events has a date yet.</summary>
    /// <param name="key">The key that was asked.</param>
    /// <param name="rule">The rule in force.</param>
    /// <param name="own">The anchor of the key, for terms that name none.</param>
    /// <param name="dates">The dates known of the case.</param>
    /// <param name="holidays">The holidays of the market.</param>
    /// <param name="roll">Whether a last day that is no business day moves to the next one.</param>
    public static Deadline? Resolve(
        PolicyKey key, PolicyValue<DeadlineRule> rule, DeadlineAnchor own, IReadOnlyDictionary<DeadlineAnchor, DateOnly> dates,
        FrozenSet<DateOnly> holidays, bool roll)
    {
        List<DeadlinePart> parts = [];
        foreach (var term in rule.Value.Terms)
            if (dates.TryGetValue(term.From ?? own, out var day))
                parts.Add(new(term.Count, term.Unit, term.From ?? own, day, EndOf(term, day, holidays)));
        if (parts.Count == 0) return null;
        var decisive = rule.Value.Choice switch
        {
            DeadlineChoice.Later => parts.MaxBy(p => p.LastDay)!,
            DeadlineChoice.Earlier => parts.MinBy(p => p.LastDay)!,
        };
        var last = decisive.LastDay;
        // Section 0.1: weekends and holidays move nothing unless deadline.rollToBusinessDay says so.
        var rolls = roll && !BusinessDays.IsBusinessDay(last, holidays);
        return new(rolls ? BusinessDays.Add(last, 1, holidays) : last, decisive, parts, rolls ? last : null, rule.Value.ToString(), key.Name, key.Requirement, rule.Row);
    }

    private static DateOnly EndOf(DeadlineTerm term, DateOnly day, FrozenSet<DateOnly> holidays) => term.Unit switch
    {
        DeadlineUnit.Days => day.AddDays(term.Count),
        DeadlineUnit.BusinessDays => BusinessDays.Add(day, term.Count, holidays),
        DeadlineUnit.Months => day.AddMonths(term.Count),
    };
}

/// <summary>Last days by the rules in force. What counts days asks here, so that every answer can say why.</summary>
public sealed class Deadlines(MarketPolicies policies, HolidayCalendar calendar)
{
    /// <summary>The last day by the rule in force on the day, or null when none of its events has a date yet.</summary>
    /// <param name="key">A key that counts days or months.</param>
    /// <param name="scope">For whom.</param>
    /// <param name="on">The anchor date that chooses the row (PLT-02).</param>
    /// <param name="dates">The dates known of the case.</param>
    /// <param name="ct">Cancels.</param>
    public async ValueTask<Deadline?> OfAsync(
        string key, PolicyScope scope, DateOnly on, IReadOnlyDictionary<DeadlineAnchor, DateOnly> dates, CancellationToken ct)
    {
        var known = PolicyCatalogue.ByName(key);
        var rule = await policies.DeadlineAsync(key, scope, on, ct);
        var own = known.AnchorKey is { } anchorKey ? (await policies.AnchorAsync(anchorKey, scope, on, ct)).Value
            : known.Anchor ?? throw new InvalidOperationException($"{key} has no anchor.");
        var holidays = scope.Market is { } market ? await calendar.OfAsync(market, ct) : FrozenSet<DateOnly>.Empty;
        var roll = (await policies.BoolAsync("deadline.rollToBusinessDay", scope, on, ct)).Value;
        return Deadline.Resolve(known, rule, own, dates, holidays, roll);
    }
}
