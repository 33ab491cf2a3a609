using System.Globalization;
using System.Text.RegularExpressions;
using Portal.Graph.Domain.Platform;

namespace Portal.Graph.BackOffice.Shared.Display;

/// <summary>How values read on every page: one form for money, dates, instants and the names of states.</summary>
public static partial class Show
{
    private static readonly CultureInfo Us = CultureInfo.InvariantCulture;

    public static string Money(decimal? amount) => amount is { } value
        ? value < 0 ? "−$" + (-value).ToString("#,##0.00", Us) : "$" + value.ToString("#,##0.00", Us)
        : "–";

    public static string Date(DateOnly? date) => date?.ToString("MMM d, yyyy", Us) ?? "–";

    public static string Dates(DateOnly from, DateOnly to) => from == to ? Date(from) : $"{Date(from)} – {Date(to)}";

    /// <summary>The instant on the market's own clock.</summary>
    public static string Instant(DateTimeOffset at, Market market) =>
        TimeZoneInfo.ConvertTime(at, market.Zone()).ToString("MMM d, yyyy, h:mm tt", Us);

    /// <summary>The same without the year, for dates that are near.</summary>
    public static string ShortInstant(DateTimeOffset at, Market market) =>
        TimeZoneInfo.ConvertTime(at, market.Zone()).ToString("MMM d, h:mm tt", Us);

    /// <summary><c>PartiallyPaid</c> reads "Partially paid".</summary>
    public static string Words<T>(T value) where T : struct, Enum => Words(value.ToString());

    public static string Words(string name)
    {
        var spaced = Acronyms().Replace(Humps().Replace(name.Replace('_', ' '), " $1").Trim().ToLower(Us), match => match.Value.ToUpper(Us));
        return spaced.Length == 0 ? "" : char.ToUpper(spaced[0], Us) + spaced[1..];
    }

    /// <summary>A sentence in which names of the program may stand: "Pended: HighCharge" reads "Pended: High charge".</summary>
    public static string Sentence(string text) => Humps().Replace(text, match => " " + match.Value.ToLower(Us));

    public static string ShortDate(DateOnly date) => date.ToString("MMM d", Us);

    /// <summary>A span of time in its largest two units that matter: "3 days", "5 h".</summary>
    public static string Span(TimeSpan span) => span.Duration() switch
    {
        { TotalDays: >= 2 } days => $"{(int)days.TotalDays} days",
        { TotalDays: >= 1 } => "1 day",
        { TotalHours: >= 1 } hours => $"{(int)hours.TotalHours} h",
        var rest => $"{Math.Max(1, (int)rest.TotalMinutes)} min",
    };

    [GeneratedRegex("(?<=[a-z0-9])([A-Z])")]
    private static partial Regex Humps();

    [GeneratedRegex(@"\b(api|cob|edi|eft|hcfa|npi|ub|um)\b")]
    private static partial Regex Acronyms();
}
