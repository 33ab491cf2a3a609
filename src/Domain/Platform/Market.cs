namespace Portal.Graph.Domain.Platform;

// Section 0.2, row 16
/// <summary>A state in which the plan operates.</summary>
public enum Market
{
    /// <summary>Ohio.</summary>
    OH,

    /// <summary>Indiana.</summary>
    IN,

    /// <summary>Kentucky.</summary>
    KY,

    /// <summary>West Virginia.</summary>
    WV,

    /// <summary>Georgia.</summary>
    GA,

    /// <summary>Nevada.</summary>
    NV,
}

/// <summary>A line of business.</summary>
public enum Lob
{
    /// <summary>Medicaid managed care.</summary>
    Medicaid,

    /// <summary>A qualified health plan of the Marketplace.</summary>
    Marketplace,

    /// <summary>Medicare Advantage.</summary>
    Medicare,

    /// <summary>For people with both Medicare and Medicaid.</summary>
    Dual,
}

public static class MarketZones
{
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
    private static readonly TimeZoneInfo Indianapolis = TimeZoneInfo.FindSystemTimeZoneById("America/Indiana/Indianapolis");
    private static readonly TimeZoneInfo LosAngeles = TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles");

    /// <summary>The zone in which the market judges calendar dates (section 0.1).</summary>
    public static TimeZoneInfo Zone(this Market market) => market switch
    {
        Market.OH or Market.KY or Market.WV or Market.GA => NewYork,
        Market.IN => Indianapolis,
        Market.NV => LosAngeles,
    };

    public static string StateName(this Market market) => market switch
    {
        Market.OH => "Ohio",
        Market.IN => "Indiana",
        Market.KY => "Kentucky",
        Market.WV => "West Virginia",
        Market.GA => "Georgia",
        Market.NV => "Nevada",
    };

    /// <summary>PLT-11: the calendar date that the injected clock shows in the market.</summary>
    public static DateOnly Today(this TimeProvider clock, Market market) => clock.GetUtcNow().DateIn(market);

    public static DateOnly DateIn(this DateTimeOffset instant, Market market) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, market.Zone()).DateTime);
}
