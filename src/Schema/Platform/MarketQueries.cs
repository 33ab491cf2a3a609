using Portal.Graph.Domain.Accounts.PublicLinks;
using Portal.Graph.Domain.Platform;
using Portal.GraphQL.Building;

namespace Portal.Graph.Schema.Platform;

/// <summary>A state in which the plan operates.</summary>
/// <param name="Code">The two-letter code.</param>
/// <param name="Name">The state's name.</param>
/// <param name="Title">What the portal's header says, such as "Indiana Provider Portal".</param>
/// <param name="Active">Whether it can be chosen.</param>
/// <param name="TimeZone">The IANA time zone in which the market judges calendar dates.</param>
/// <param name="Today">The present calendar date there.</param>
public sealed record MarketInfo(Market Code, string Name, string Title, bool Active, string TimeZone, DateOnly Today);

/// <summary>A way into the plan's web sites.</summary>
/// <param name="Key">Fixed key: <c>login.provider</c> or <c>login.member</c>.</param>
/// <param name="Label">What to show.</param>
/// <param name="Url">Where it leads; null for the provider portal itself.</param>
public sealed record Entrance(string Key, string Label, string? Url);

[QueryType]
public static class MarketQueries
{
    // ACC-07
    /// <summary>The markets of the portal, to choose one of before signing in.</summary>
    public static IEnumerable<MarketInfo> GetMarkets([Service] TimeProvider clock, [Service] ActiveMarkets active) =>
        Enum.GetValues<Market>().Select(m => new MarketInfo(m, m.StateName(), $"{m.StateName()} Provider Portal", active.Has(m), m.Zone().Id, clock.Today(m)));

    // ACC-07
    /// <summary>The market that an address of the portal names in its path; null when it names none that can be chosen.</summary>
    /// <param name="path">The path, such as <c>/OH/claims</c>.</param>
    public static Market? GetMarketOfPath(string path, [Service] ActiveMarkets active) => active.OfPath(path);

    // ACC-08
    /// <summary>The entrances that the public sign-in page offers: for providers, and for members elsewhere.</summary>
    /// <param name="market">The market chosen before; its own member entrance when it has one.</param>
    public static async Task<IReadOnlyList<Entrance>> GetEntrancesAsync(Market? market, ContentLinkReads links, CancellationToken ct) =>
        [new("login.provider", "Provider", null), .. await links.FindAsync("login.member", market, ct) is { } member ? [new Entrance(member.Key, member.Label, member.Url)] : Array.Empty<Entrance>()];
}
