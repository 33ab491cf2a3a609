namespace Portal.Graph.Domain.Platform.Policies;

/// <summary>For whom a rule is asked.</summary>
public readonly record struct PolicyScope(Market? Market, Lob? Lob = null, string? Program = null);

/// <summary>A resolved rule with the row it comes from.</summary>
public sealed record PolicyValue<T>(T Value, long RowId, string Source);

/// <summary>PLT-02: the most specific approved row in force on the day: market+line+program, market+line, market, DEFAULT.</summary>
public static class PolicyResolver
{
    public static PolicySetting? Resolve(IEnumerable<PolicySetting> rowsOfKey, PolicyScope scope, DateOnly on)
    {
        PolicySetting? best = null;
        foreach (var row in rowsOfKey)
            if (Applies(row, scope, on) && (best is null || Specificity(row) > Specificity(best)
                || (Specificity(row) == Specificity(best) && row.From > best.From)))
                best = row;
        return best;
    }

    private static bool Applies(PolicySetting row, PolicyScope scope, DateOnly on) =>
        row.State is PolicyState.Approved
        && new DateRange(row.From, row.To).Contains(on)
        && (row.Market is null || row.Market == scope.Market)
        && (row.Lob is null || row.Lob == scope.Lob)
        && (row.Program is null || string.Equals(row.Program, scope.Program, StringComparison.OrdinalIgnoreCase));

    // A market outweighs a line for all markets, which a few federal rules have; both outweigh nothing.
    private static int Specificity(PolicySetting row) =>
        (row.Market is null ? 0 : 4) + (row.Lob is null ? 0 : 2) + (row.Program is null ? 0 : 1);
}
