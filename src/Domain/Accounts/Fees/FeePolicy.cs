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

/// <summary>ACC-18: what a schedule and a price must hold.</summary>
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

    /// <summary>A row of the file as a price; null with the row refused.</summary>
    internal static FeeScheduleRow? Read(CsvImportRow row, long scheduleId)
    {
        var (code, modifier, unit) = (Normal(row["code"]), Normal(row["modifier"]), row["unit"]);
        if (code is null || !ProcedureCodes.IsKnown(code)) row.Refuse("code", "must be a CPT or HCPCS code.");
        if (modifier is not null && (modifier.Length != 2 || !modifier.All(char.IsAsciiLetterOrDigit))) row.Refuse("modifier", "must be two letters or digits.");
        if (!decimal.TryParse(row["amount"], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) || amount > MostDollars || decimal.Round(amount, 2) != amount)
            row.Refuse("amount", "must be dollars such as 84.50.");
        if (ContentPolicy.Text("The unit", "unit", unit, FeeScheduleRow.UnitLength).FirstOrDefault() is { } fault) row.Refuse("unit", fault.Message);
        var (from, to) = row.Days();
        return row.Refused is not null ? null : new() { ScheduleId = scheduleId, Code = code!, Modifier = modifier, Amount = amount, Unit = unit!, From = from, To = to };
    }
}
