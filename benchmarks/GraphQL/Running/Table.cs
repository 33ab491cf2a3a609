using System.Globalization;
using Portal.Graph.Driving;

namespace Portal.GraphQL.Comparison.Running;

/// <summary>The medians of the rounds, and the medians of their ratios, as Markdown.</summary>
internal static class Table
{
    public const string Head = """
        | Case | | requests/s | p50 ms | p99 ms | CPU µs each | KB allocated each |
        |---|---|---:|---:|---:|---:|---:|
        """;

    /// <param name="rounds">For each round the servers' measurements: GraphQL, by hand, and mercurius where it takes part.</param>
    public static string Rows(ComparisonCase asked, string[] servers, IReadOnlyList<Measured[]> rounds)
    {
        List<string> rows = [];
        for (var s = 0; s < servers.Length; s++)
            rows.Add(Row(s == 0 ? asked.Name : "", servers[s], Figures(rounds, s, _ => new double[5].Select(_ => 1.0).ToArray())));
        for (var s = 0; s < servers.Length; s++)
            if (s != 1) rows.Add(Row("", $"**{servers[s]} : {servers[1]}**{(s == 0 && asked.Aim is { } aim ? $" (aim {aim.ToString(CultureInfo.InvariantCulture)})" : "")}", Figures(rounds, s, r => Values(r[1]))));
        return string.Join('\n', rows);
    }

    private static double[] Figures(IReadOnlyList<Measured[]> rounds, int server, Func<Measured[], double[]> unit) =>
        [.. Enumerable.Range(0, 5).Select(f => Median(rounds.Select(r => Values(r[server])[f] / unit(r)[f])))];

    private static double[] Values(Measured m) => [m.PerSecond, m.P50, m.P99, m.CpuEach * 1000, m.KilobytesEach];

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }

    private static string Row(string name, string server, double[] figures) =>
        $"| {name} | {server} | {string.Join(" | ", figures.Select(v => !double.IsFinite(v) || v == 0 ? "–" : v.ToString(v < 100 ? "0.00" : "0", CultureInfo.InvariantCulture)))} |";
}
