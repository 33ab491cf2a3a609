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

/// <summary>ACC-19: what a rule must hold, which of several applies, and how a file's rows join those that are there.</summary>
public static class ProcedurePolicy
{
    public static readonly IReadOnlyList<string> Columns = ["code", "market", "lob", "rule", "from"];
    public static readonly IReadOnlyList<string> OptionalColumns = ["place", "limit", "policy", "to"];

    /// <summary>What every answer says beside the rule.</summary>
    public const string Notice = "This is information, not a promise of payment. Payment follows the member's cover on the day of service.";

    /// <summary>The rule of the place, else that for every place.</summary>
    public static ProcedureRule? Applying(IEnumerable<ProcedureRule> rules, string? place, DateOnly on) =>
        rules.Where(r => r.From <= on && (r.To is null || on <= r.To) && (r.PlaceOfService is null || r.PlaceOfService == place)).MaxBy(r => r.PlaceOfService is null ? 0 : 1);

    /// <summary>A row of the file as a rule, or the reason why it is none.</summary>
    internal static (ProcedureRule? Rule, string? Fault) Read(CsvImportRow row)
    {
        string? fault = null;
        var code = FeePolicy.Normal(row["code"]);
        if (code is null || !ProcedureCodes.IsKnown(code)) fault ??= "code must be a CPT or HCPCS code.";
        var (market, lob, rule) = (row.Choice<Market>("market", ref fault), row.Choice<Lob>("lob", ref fault), row.Choice<AuthRule>("rule", ref fault));
        var (place, limit, policy) = (row["place"], row["limit"], row["policy"]);
        var (from, to) = (row.Date("from", ref fault), row.Date("to", ref fault));
        if (place is not null && (place.Length != 2 || !place.All(char.IsAsciiDigit))) fault ??= "place must be two digits.";
        fault ??= ContentPolicy.Text("limit", "limit", limit, ProcedureRule.LimitLength, required: false).Concat(ContentPolicy.Link("policy", "policy", policy, required: false)).FirstOrDefault()?.Message;
        if (market is null || lob is null || rule is null || from is null) fault ??= "market, lob, rule and from are required.";
        if (from is { } first && to is { } last && last < first) fault ??= "to is before from.";
        if (fault is not null) return (null, fault);
        return (new ProcedureRule
        {
            Code = code!, Market = market!.Value, Lob = lob!.Value, PlaceOfService = place, AuthRule = rule!.Value, Limit = limit, PolicyUrl = policy, From = from!.Value, To = to,
        }, null);
    }

    /// <summary>As prices join: the same first day writes it anew, an earlier open one ends the day before, any other overlap is refused.</summary>
    public static FeeJoin Join(List<ProcedureRule> same, ProcedureRule rule)
    {
        if (same.Find(r => r.From == rule.From) is { } there)
        {
            if ((there.AuthRule, there.Limit, there.PolicyUrl, there.To) == (rule.AuthRule, rule.Limit, rule.PolicyUrl, rule.To)) return FeeJoin.Unchanged;
            if (same.Exists(r => r != there && Overlaps(r, rule))) return FeeJoin.Overlap;
            (there.AuthRule, there.Limit, there.PolicyUrl, there.To) = (rule.AuthRule, rule.Limit, rule.PolicyUrl, rule.To);
            return FeeJoin.Changed;
        }
        if (same.Exists(r => Overlaps(r, rule) && !(r.To is null && r.From < rule.From))) return FeeJoin.Overlap;
        foreach (var open in same.Where(r => r.To is null && r.From < rule.From)) open.To = rule.From.AddDays(-1);
        same.Add(rule);
        return FeeJoin.Added;
    }

    private static bool Overlaps(ProcedureRule a, ProcedureRule b) => a.From <= (b.To ?? DateOnly.MaxValue) && b.From <= (a.To ?? DateOnly.MaxValue);
}
