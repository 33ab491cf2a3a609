namespace Portal.Graph.Domain.Platform.Policies;

/// <summary>What a person wants a rule to be.</summary>
/// <param name="Key">The key of the catalogue.</param>
/// <param name="Market">For one market; null for all.</param>
/// <param name="Lob">For one line of business; null for all.</param>
/// <param name="Program">For one programme of the market and line; null for all.</param>
/// <param name="From">First day in force.</param>
/// <param name="To">Last day in force; null when open.</param>
/// <param name="Value">As the key demands.</param>
/// <param name="Source">What it rests on: a contract, a regulation, a page.</param>
public sealed record PolicyDraft(string Key, Market? Market, Lob? Lob, string? Program, DateOnly From, DateOnly? To, string Value, string Source)
{
    public DateRange Days => new(From, To);

    internal bool IsSameScope(PolicySetting row) =>
        row.Key == Key && row.Market == Market && row.Lob == Lob && string.Equals(row.Program, Program, StringComparison.OrdinalIgnoreCase);
}
