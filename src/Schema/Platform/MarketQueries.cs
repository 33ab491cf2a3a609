using Portal.Graph.Domain.Platform;
using Portal.GraphQL.Building;

namespace Portal.Graph.Schema.Platform;

/// <summary>A state in which the plan operates.</summary>
/// <param name="Code">The two-letter code.</param>
/// <param name="Name">The state's name.</param>
/// <param name="TimeZone">The IANA time zone in which the market judges calendar dates.</param>
/// <param name="Today">The present calendar date there.</param>
public sealed record MarketInfo(Market Code, string Name, string TimeZone, DateOnly Today);

[QueryType]
public static class MarketQueries
{
    // ACC-07
    /// <summary>The markets of the portal, to choose one of before signing in.</summary>
    public static IEnumerable<MarketInfo> GetMarkets([Service] TimeProvider clock) =>
        Enum.GetValues<Market>().Select(m => new MarketInfo(m, m.StateName(), m.Zone().Id, clock.Today(m)));
}
