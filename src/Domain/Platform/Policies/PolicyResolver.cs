namespace Portal.Graph.Domain.Platform.Policies;

/// <summary>For whom a rule is asked.</summary>
public readonly record struct PolicyScope(Market? Market, Lob? Lob = null, string? Program = null);

/// <summary>A resolved rule with the row it comes from.</summary>
public sealed record PolicyValue<T>(T Value, PolicySetting Row)
{
    public long RowId => Row.Id;
    public string Source => Row.Source;
}

/// <summary>Why a row of the key is, or is not, the one that applies.</summary>
public enum PolicyVerdict
{
    /// <summary>It applies.</summary>
    Applies,

    /// <summary>It fits, but another is more specific.</summary>
    LessSpecific,

    /// <summary>It begins later.</summary>
    NotYet,

    /// <summary>It ended before.</summary>
    Ended,

    /// <summary>It is a draft, or was withdrawn.</summary>
    NotApproved,

    /// <summary>It is for another market, line of business or programme.</summary>
    OtherScope,
}

/// <summary>A row that was considered.</summary>
/// <param name="Setting">The row.</param>
/// <param name="Verdict">Why it applies or not.</param>
/// <param name="Because">The same in a sentence.</param>
public sealed record PolicyCandidate(PolicySetting Setting, PolicyVerdict Verdict, string Because);

/// <summary>PLT-02: the most specific approved row in force on the day: market+line+program, market+line, market, DEFAULT.</summary>
public static class PolicyResolver
{
    public static PolicySetting? Resolve(IEnumerable<PolicySetting> rowsOfKey, PolicyScope scope, DateOnly on)
    {
        PolicySetting? best = null;
        foreach (var row in rowsOfKey)
            if (Obstacle(row, scope, on) is null && (best is null || Beats(row, best))) best = row;
        return best;
    }

    /// <summary>Every row of the key with the reason why it applies or not: the one that applies first, then what it won against, most specific first.</summary>
    public static IReadOnlyList<PolicyCandidate> Explain(IReadOnlyCollection<PolicySetting> rowsOfKey, PolicyScope scope, DateOnly on)
    {
        var winner = Resolve(rowsOfKey, scope, on);
        return
        [
            .. rowsOfKey.Select(row => Judge(row, winner, scope, on))
                .OrderBy(c => c.Verdict).ThenByDescending(c => Specificity(c.Setting)).ThenByDescending(c => c.Setting.From).ThenBy(c => c.Setting.Id),
        ];
    }

    /// <summary>A scope in words: "GA Medicaid P4HB", "all".</summary>
    public static string Words(PolicyScope scope) =>
        string.Join(' ', new[] { scope.Market?.ToString(), scope.Lob?.ToString(), scope.Program }.OfType<string>()) is { Length: > 0 } words ? words : "all";

    private static PolicyCandidate Judge(PolicySetting row, PolicySetting? winner, PolicyScope scope, DateOnly on)
    {
        if (row == winner) return new(row, PolicyVerdict.Applies, $"For {Words(row.Scope)}, in force {row.Days}: nothing more specific is.");
        var verdict = Obstacle(row, scope, on) ?? PolicyVerdict.LessSpecific;
        return new(row, verdict, verdict switch
        {
            PolicyVerdict.Applies or PolicyVerdict.LessSpecific => $"For {Words(row.Scope)}: row {winner!.Id} for {Words(winner.Scope)} is more specific.",
            PolicyVerdict.NotYet => $"In force only from {row.From:yyyy-MM-dd}.",
            PolicyVerdict.Ended => $"In force only until {row.To:yyyy-MM-dd}.",
            PolicyVerdict.NotApproved => row.State is PolicyState.Draft ? "A draft: no second person has approved it." : "Withdrawn.",
            PolicyVerdict.OtherScope => $"Only for {Words(row.Scope)}.",
        });
    }

    private static PolicyVerdict? Obstacle(PolicySetting row, PolicyScope scope, DateOnly on) =>
        !Fits(row, scope) ? PolicyVerdict.OtherScope
        : row.State is not PolicyState.Approved ? PolicyVerdict.NotApproved
        : on < row.From ? PolicyVerdict.NotYet
        : row.To < on ? PolicyVerdict.Ended
        : null;

    private static bool Fits(PolicySetting row, PolicyScope scope) =>
        (row.Market is null || row.Market == scope.Market)
        && (row.Lob is null || row.Lob == scope.Lob)
        && (row.Program is null || string.Equals(row.Program, scope.Program, StringComparison.OrdinalIgnoreCase));

    private static bool Beats(PolicySetting row, PolicySetting other) =>
        Specificity(row).CompareTo(Specificity(other)) is var more && (more > 0 || (more == 0 && row.From > other.From));

    // A market outweighs a line for all markets, which a few federal rules have; both outweigh nothing.
    private static int Specificity(PolicySetting row) =>
        (row.Market is null ? 0 : 4) + (row.Lob is null ? 0 : 2) + (row.Program is null ? 0 : 1);
}
