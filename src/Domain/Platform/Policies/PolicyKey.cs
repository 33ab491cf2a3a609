using System.Globalization;

namespace Portal.Graph.Domain.Platform.Policies;

/// <summary>What kind of value a key takes.</summary>
public enum PolicyKind
{
    /// <summary>A whole number in the key's unit.</summary>
    Number,

    /// <summary>Days or months from an anchor, or the later or earlier of two such.</summary>
    Deadline,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>One of a few words.</summary>
    Choice,

    /// <summary>Some of a few words, with commas between them.</summary>
    List,

    /// <summary>US dollars.</summary>
    Amount,

    /// <summary>The event from which a deadline is counted.</summary>
    Anchor,
}

/// <summary>What a number counts.</summary>
public enum PolicyUnit
{
    /// <summary>Things, or nothing.</summary>
    None,

    /// <summary>Minutes.</summary>
    Minutes,

    /// <summary>Hours.</summary>
    Hours,

    /// <summary>Calendar days.</summary>
    Days,

    /// <summary>Monday to Friday without the market's holidays.</summary>
    BusinessDays,

    /// <summary>Calendar months.</summary>
    Months,

    /// <summary>Years.</summary>
    Years,

    /// <summary>Bytes.</summary>
    Bytes,

    /// <summary>US dollars.</summary>
    Dollars,
}

/// <summary>One rule that the program asks for: which values it takes, what it means when nobody says otherwise, and where it comes from.</summary>
/// <param name="Name">Such as <c>dispute.days</c>.</param>
/// <param name="Kind">What kind of value it takes.</param>
/// <param name="Unit">What a number counts.</param>
/// <param name="Default">The value of the row for everyone; null when the rule is used only where a row says so.</param>
/// <param name="Requirement">The section of the catalogue and the requirement.</param>
public sealed record PolicyKey(string Name, PolicyKind Kind, PolicyUnit Unit, string? Default, string Requirement)
{
    /// <summary>Smallest number.</summary>
    public long Min { get; init; } = 1;

    /// <summary>Largest number.</summary>
    public long Max { get; init; } = LargestOf(Unit);

    /// <summary>The words of a choice or list.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>From what a deadline is counted when its value does not say.</summary>
    public DeadlineAnchor? Anchor { get; init; }

    /// <summary>The key that holds the anchor instead of <see cref="Anchor"/>, where markets differ.</summary>
    public string? AnchorKey { get; init; }

    /// <summary>What it takes, in words.</summary>
    public string Allowed => Kind switch
    {
        PolicyKind.Number => $"a whole number from {Min} to {Max}{(Unit is PolicyUnit.None ? "" : $", in {UnitWords}")}",
        PolicyKind.Deadline => $"{Min} to {Max} days, business days or months, such as \"90 days\", \"24 months from PAYMENT_DATE\" or \"later of 12 months from DATE_OF_SERVICE and 60 days from PAYMENT_DATE\"",
        PolicyKind.Boolean => "true or false",
        PolicyKind.Choice => $"one of {string.Join(", ", Words)}",
        PolicyKind.List => $"some of {string.Join(", ", Words)}, with commas",
        PolicyKind.Amount => $"US dollars from {Min} to {Max}",
        PolicyKind.Anchor => $"one of {string.Join(", ", DeadlineAnchors.Names)}",
    };

    /// <summary>The unit as people write it.</summary>
    public string UnitWords => Unit switch
    {
        PolicyUnit.None => "",
        PolicyUnit.Minutes => "minutes",
        PolicyUnit.Hours => "hours",
        PolicyUnit.Days => "days",
        PolicyUnit.BusinessDays => "business days",
        PolicyUnit.Months => "months",
        PolicyUnit.Years => "years",
        PolicyUnit.Bytes => "bytes",
        PolicyUnit.Dollars => "US dollars",
    };

    /// <summary>The value as it is stored, or null when the key does not take it.</summary>
    public string? Canonical(string text)
    {
        text = text.Trim();
        return Kind switch
        {
            PolicyKind.Number => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= Min && n <= Max
                ? n.ToString(CultureInfo.InvariantCulture) : null,
            PolicyKind.Deadline => DeadlineRule.TryParse(text, DeadlineUnit, out var rule) && rule.Terms.All(t => t.Count <= LargestOf(PolicyUnit.Days)) ? rule.ToString() : null,
            PolicyKind.Boolean => text.ToLowerInvariant() is "true" or "false" ? text.ToLowerInvariant() : null,
            PolicyKind.Choice => Words.FirstOrDefault(w => w.Equals(text, StringComparison.OrdinalIgnoreCase)),
            PolicyKind.List => CanonicalList(text),
            PolicyKind.Amount => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount >= Min && amount <= Max
                && decimal.Round(amount, 2) == amount ? amount.ToString("0.##", CultureInfo.InvariantCulture) : null,
            PolicyKind.Anchor => DeadlineAnchors.TryParse(text.ToUpperInvariant(), out var anchor) ? anchor.Name() : null,
        };
    }

    /// <summary>Whether a last day can be counted from it: <see cref="Deadlines"/> does.</summary>
    public bool IsDeadline => Kind is PolicyKind.Deadline || (Kind is PolicyKind.Number && Anchor is not null && Unit is PolicyUnit.Days or PolicyUnit.BusinessDays or PolicyUnit.Months);

    internal DeadlineUnit DeadlineUnit => Unit switch
    {
        PolicyUnit.Days => DeadlineUnit.Days,
        PolicyUnit.BusinessDays => DeadlineUnit.BusinessDays,
        PolicyUnit.Months => DeadlineUnit.Months,
        PolicyUnit.None or PolicyUnit.Minutes or PolicyUnit.Hours or PolicyUnit.Years or PolicyUnit.Bytes or PolicyUnit.Dollars =>
            throw new InvalidOperationException($"{Name} counts no days."),
    };

    private string? CanonicalList(string text)
    {
        var given = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var known = given.Select(g => Words.FirstOrDefault(w => w.Equals(g, StringComparison.OrdinalIgnoreCase))).Distinct().ToList();
        return given.Length == 0 || known.Contains(null) ? null : string.Join(',', known);
    }

    private static long LargestOf(PolicyUnit unit) => unit switch
    {
        PolicyUnit.None => 10_000,
        PolicyUnit.Minutes => 24 * 60,
        PolicyUnit.Hours => 24 * 366,
        PolicyUnit.Days or PolicyUnit.BusinessDays => 3_660,
        PolicyUnit.Months => 120,
        PolicyUnit.Years => 100,
        PolicyUnit.Bytes => int.MaxValue,
        PolicyUnit.Dollars => 1_000_000_000,
    };
}
