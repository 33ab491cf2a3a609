using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Portal.Graph.Domain.Platform.Policies;

/// <summary>What a deadline counts.</summary>
public enum DeadlineUnit
{
    /// <summary>Calendar days.</summary>
    Days,

    /// <summary>Monday to Friday without the market's holidays.</summary>
    BusinessDays,

    /// <summary>Calendar months; the day stays, or is the month's last.</summary>
    Months,
}

/// <summary>Which of two ends counts.</summary>
public enum DeadlineChoice
{
    /// <summary>The later one.</summary>
    Later,

    /// <summary>The earlier one.</summary>
    Earlier,
}

/// <summary>A number of days or months from one anchor; without one, from the anchor of the key.</summary>
public sealed record DeadlineTerm(int Count, DeadlineUnit Unit, DeadlineAnchor? From)
{
    public override string ToString()
    {
        var unit = Unit switch { DeadlineUnit.Days => "days", DeadlineUnit.BusinessDays => "business days", DeadlineUnit.Months => "months" };
        return string.Create(CultureInfo.InvariantCulture, $"{Count} {unit}{(From is { } anchor ? $" from {anchor.Name()}" : "")}");
    }
}

/// <summary>PLT-02: a number of days or months from one anchor, or the later or earlier of two such.</summary>
public sealed partial record DeadlineRule(DeadlineTerm First, DeadlineTerm? Second, DeadlineChoice Choice)
{
    public IReadOnlyList<DeadlineTerm> Terms => Second is null ? [First] : [First, Second];

    /// <summary>Reads <c>90</c>, <c>3 months</c>, <c>5 business days from LETTER_DATE</c> or <c>later of … and …</c>; a plain number counts the unit of its key.</summary>
    public static bool TryParse(string text, DeadlineUnit unit, [NotNullWhen(true)] out DeadlineRule? rule)
    {
        rule = null;
        var match = Shape().Match(text.Trim());
        if (!match.Success) return false;
        var pair = match.Groups["choice"].Success;
        if (pair != match.Groups["second"].Success) return false;
        if (Term(match.Groups["first"].Value, unit) is not { } first) return false;
        var second = pair ? Term(match.Groups["second"].Value, unit) : null;
        if (pair && second is null) return false;
        rule = new(first, second, match.Groups["choice"].Value.StartsWith("earlier", StringComparison.OrdinalIgnoreCase) ? DeadlineChoice.Earlier : DeadlineChoice.Later);
        return true;
    }

    public override string ToString() => Second is null ? First.ToString() : $"{(Choice is DeadlineChoice.Later ? "later" : "earlier")} of {First} and {Second}";

    private static DeadlineTerm? Term(string text, DeadlineUnit unit)
    {
        var match = TermShape().Match(text);
        if (!match.Success || int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture) is var count && count == 0) return null;
        DeadlineAnchor? from = null;
        if (match.Groups["anchor"].Success)
        {
            if (!DeadlineAnchors.TryParse(match.Groups["anchor"].Value.ToUpperInvariant(), out var anchor)) return null;
            from = anchor;
        }
        return new(int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture), match.Groups["unit"].Value.ToLowerInvariant() switch
        {
            "" => unit,
            "business day" or "business days" => DeadlineUnit.BusinessDays,
            "month" or "months" => DeadlineUnit.Months,
            _ => DeadlineUnit.Days,
        }, from);
    }

    [GeneratedRegex(@"^(?:(?<choice>later|earlier) of )?(?<first>.+?)(?: and (?<second>.+))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Shape();

    [GeneratedRegex(@"^(?<count>[0-9]{1,5})(?: (?<unit>(?:calendar )?days?|business days?|months?))?(?: from (?<anchor>[A-Z_]+))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TermShape();
}
