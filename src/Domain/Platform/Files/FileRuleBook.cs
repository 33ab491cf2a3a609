using Portal.Graph.Domain.Platform.Policies;

namespace Portal.Graph.Domain.Platform.Files;

/// <summary>The rules of uploads from the market's policies, as in force on the day of the upload (PLT-02).</summary>
public sealed class FileRuleBook(MarketPolicies policies, TimeProvider clock)
{
    /// <param name="market">The session's market; null for staff and for who only asks.</param>
    public async Task<FileRules> ForAsync(Market? market, CancellationToken ct)
    {
        var scope = new PolicyScope(market);
        var today = market is { } known ? clock.Today(known) : DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return new(
            (await policies.LongAsync("attachment.maxBytes", scope, today, ct)).Value,
            [.. (await policies.ListAsync("attachment.types", scope, today, ct)).Value.Select(t => t.ToLowerInvariant())],
            TimeSpan.FromHours((await policies.IntAsync("attachment.uploadHours", scope, today, ct)).Value),
            TimeSpan.FromHours((await policies.IntAsync("attachment.unclaimedHours", scope, today, ct)).Value));
    }
}
