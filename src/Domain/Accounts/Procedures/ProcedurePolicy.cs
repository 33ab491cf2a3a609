using Portal.Graph.Domain.Accounts.Fees;
using Portal.Graph.Domain.Claims.Codes;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Content;
using Portal.Graph.Domain.Platform.Csv;

namespace Portal.Graph.Domain.Accounts.Procedures;

/// <summary>The plan has no rule for the code in that market, line and place on that day.</summary>
/// <param name="ProcedureCode">The code asked for.</param>
/// <param name="On">The day asked for.</param>
public sealed record ProcedureNotFound(string ProcedureCode, DateOnly On)
    : Refusal($"There is no rule for {ProcedureCode} on {On:yyyy-MM-dd}. Contact Utilization Management.");

/// <summary>ACC-19: what a rule must hold, and which of several applies.</summary>
public static class ProcedurePolicy
{
    public static readonly IReadOnlyList<string> Columns = ["code", "market", "lob", "rule", "from"];
    public static readonly IReadOnlyList<string> OptionalColumns = ["place", "limit", "policy", "to"];

    /// <summary>What every answer says beside the rule.</summary>
    public const string Notice = "This is information, not a promise of payment. Payment follows the member's cover on the day of service.";

    /// <summary>The rule of the place, else that for every place.</summary>
    public static ProcedureRule? Applying(IEnumerable<ProcedureRule> rules, string? place, DateOnly on) =>
        rules.Where(r => r.From <= on && (r.To is null || on <= r.To) && (r.PlaceOfService is null || r.PlaceOfService == place)).MaxBy(r => r.PlaceOfService is null ? 0 : 1);

    /// <summary>A row of the file as a rule; null with the row refused.</summary>
    internal static ProcedureRule? Read(CsvImportRow row)
    {
        var (code, place, limit, policy) = (FeePolicy.Normal(row["code"]), row["place"], row["limit"], row["policy"]);
        if (code is null || !ProcedureCodes.IsKnown(code)) row.Refuse("code", "must be a CPT or HCPCS code.");
        var (market, lob, rule) = (row.Chosen<Market>("market"), row.Chosen<Lob>("lob"), row.Chosen<AuthRule>("rule"));
        if (place is not null && (place.Length != 2 || !place.All(char.IsAsciiDigit))) row.Refuse("place", "must be two digits.");
        if (ContentPolicy.Text("The limit", "limit", limit, ProcedureRule.LimitLength, required: false).FirstOrDefault() is { } text) row.Refuse("limit", text.Message);
        if (ContentPolicy.Link("The address", "policy", policy, required: false).FirstOrDefault() is { } link) row.Refuse("policy", link.Message);
        var (from, to) = row.Days();
        return row.Refused is not null ? null
            : new() { Code = code!, Market = market, Lob = lob, PlaceOfService = place, AuthRule = rule, Limit = limit, PolicyUrl = policy, From = from, To = to };
    }
}
