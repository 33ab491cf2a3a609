using System.Globalization;
using Portal.Graph.Domain.Claims.Codes;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Content;
using Portal.Graph.Domain.Platform.Csv;

namespace Portal.Graph.Domain.Accounts.Fees;

/// <summary>The schedule does not price the code on that day.</summary>
/// <param name="ProcedureCode">The code asked for.</param>
/// <param name="On">The day asked for.</param>
public sealed record FeeNotFound(string ProcedureCode, DateOnly On)
    : Refusal($"{ProcedureCode} has no price of the plan's own on {On:yyyy-MM-dd}: it is priced on the Medicare fee schedule, or not covered.");

/// <summary>ACC-18: what a price must hold, and how a file's rows join those that are there.</summary>
public static class FeePolicy
{
    /// <summary>Columns of the import; the last two may be empty.</summary>
    public static readonly IReadOnlyList<string> Columns = ["code", "amount", "unit", "from"];
    public static readonly IReadOnlyList<string> OptionalColumns = ["modifier", "to"];

    private const decimal MostDollars = 9_999_999.99m;

    public static List<Refusal> Faults(FeeScheduleDraft draft) =>
    [
        .. ContentPolicy.Text("Name", "name", draft.Name, FeeSchedule.NameLength),
        .. ContentPolicy.Link("Document", "documentUrl", draft.DocumentUrl, required: false),
    ];

    /// <summary>Upper case without spaces, as codes and modifiers are stored.</summary>
    public static string? Normal(string? code) => ContentPolicy.Trimmed(code)?.ToUpperInvariant();

    /// <summary>A row of the file as a price, or the reason why it is none.</summary>
    internal static (FeeScheduleRow? Row, string? Fault) Read(CsvImportRow row, long scheduleId)
    {
        string? fault = null;
        var (from, to) = (row.Date("from", ref fault), row.Date("to", ref fault));
        var (code, modifier, unit) = (Normal(row["code"]), Normal(row["modifier"]), row["unit"]);
        if (code is null || !ProcedureCodes.IsKnown(code)) fault ??= "code must be a CPT or HCPCS code.";
        if (modifier is not null && (modifier.Length != 2 || !modifier.All(char.IsAsciiLetterOrDigit))) fault ??= "modifier must be two letters or digits.";
        if (!decimal.TryParse(row["amount"], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) || amount > MostDollars || decimal.Round(amount, 2) != amount)
            fault ??= "amount must be dollars such as 84.50.";
        if (unit is null || unit.Length > FeeScheduleRow.UnitLength || ContentPolicy.Text("unit", "unit", unit, FeeScheduleRow.UnitLength).Any())
            fault ??= $"unit must be a text of at most {FeeScheduleRow.UnitLength} characters.";
        if (from is null) fault ??= "from must be a date such as 2026-01-31.";
        if (from is { } first && to is { } last && last < first) fault ??= "to is before from.";
        return fault is not null ? (null, fault) : (new FeeScheduleRow { ScheduleId = scheduleId, Code = code!, Modifier = modifier, Amount = amount, Unit = unit!, From = from!.Value, To = to }, null);
    }

    /// <summary>
    /// Joins a price to those of the same code and modifier: the same first day writes it anew, an earlier open one ends the day before, any
    /// other overlap is refused.
    /// </summary>
    public static FeeJoin Join(List<FeeScheduleRow> same, FeeScheduleRow row)
    {
        if (same.Find(r => r.From == row.From) is { } there)
        {
            if ((there.Amount, there.Unit, there.To) == (row.Amount, row.Unit, row.To)) return FeeJoin.Unchanged;
            if (same.Exists(r => r != there && Overlaps(r, row))) return FeeJoin.Overlap;
            (there.Amount, there.Unit, there.To) = (row.Amount, row.Unit, row.To);
            return FeeJoin.Changed;
        }
        if (same.Exists(r => Overlaps(r, row) && !(r.To is null && r.From < row.From))) return FeeJoin.Overlap;
        foreach (var open in same.Where(r => r.To is null && r.From < row.From)) open.To = row.From.AddDays(-1);
        same.Add(row);
        return FeeJoin.Added;
    }

    private static bool Overlaps(FeeScheduleRow a, FeeScheduleRow b) => a.From <= (b.To ?? DateOnly.MaxValue) && b.From <= (a.To ?? DateOnly.MaxValue);
}

/// <summary>What became of a row of the file.</summary>
public enum FeeJoin { Added, Changed, Unchanged, Overlap }
