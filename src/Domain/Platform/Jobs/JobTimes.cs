using Quartz;

namespace Portal.Graph.Domain.Platform.Jobs;

/// <summary>When jobs are done.</summary>
public static class JobTimes
{
    /// <summary>The clock on the wall by which jobs run: the plan's home market's.</summary>
    public static readonly TimeZoneInfo Zone = Market.OH.Zone();

    /// <exception cref="FormatException">It is no cron expression; the program must not start with it.</exception>
    public static CronExpression Parse(string cron) => new(cron, Zone);

    /// <summary>The first time after the instant.</summary>
    public static DateTimeOffset Next(string cron, DateTimeOffset after) =>
        Parse(cron).GetNextValidTimeAfter(after)?.ToUniversalTime() ?? throw new InvalidOperationException($"{cron} has no next time.");
}
