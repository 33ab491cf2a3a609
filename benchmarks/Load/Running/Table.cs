using System.Globalization;
using Portal.Graph.Driving;

namespace Portal.Graph.Load.Running;

/// <summary>The figures of both servers and the ratio portal to yardstick, as Markdown.</summary>
internal static class Table
{
    public const string Head = """
        | Case | | requests/s | p50 ms | p99 ms | CPU ms each | KB allocated each |
        |---|---|---:|---:|---:|---:|---:|
        """;

    public static string Rows(string name, Measured portal, Measured yardstick) => string.Join('\n',
        Row(name, "portal", portal.PerSecond, portal.P50, portal.P99, portal.CpuEach, portal.KilobytesEach),
        Row("", "yardstick", yardstick.PerSecond, yardstick.P50, yardstick.P99, yardstick.CpuEach, yardstick.KilobytesEach),
        Row("", "**ratio**", portal.PerSecond / yardstick.PerSecond, portal.P50 / yardstick.P50, portal.P99 / yardstick.P99,
            portal.CpuEach / yardstick.CpuEach, portal.KilobytesEach / yardstick.KilobytesEach));

    private static string Row(string name, string server, double perSecond, params double[] rest) => string.Create(CultureInfo.InvariantCulture,
        $"| {name} | {server} | {perSecond.ToString(perSecond < 20 ? "0.00" : "0", CultureInfo.InvariantCulture)} | {string.Join(" | ", rest.Select(v => v.ToString("0.00", CultureInfo.InvariantCulture)))} |");
}
