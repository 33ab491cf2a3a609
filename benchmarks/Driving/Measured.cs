namespace Portal.Graph.Driving;

/// <summary>What a stretch of load showed.</summary>
public sealed record Measured(TimeSpan Elapsed, double[] Milliseconds, double CpuMilliseconds, long AllocatedBytes, string[] Faults)
{
    public double PerSecond => Milliseconds.Length / Elapsed.TotalSeconds;
    public double CpuEach => CpuMilliseconds / Milliseconds.Length;
    public double KilobytesEach => AllocatedBytes / 1024.0 / Milliseconds.Length;
    public double P50 => Quantile(0.50);
    public double P99 => Quantile(0.99);

    public static Measured operator +(Measured a, Measured b) => new(a.Elapsed + b.Elapsed, [.. a.Milliseconds, .. b.Milliseconds],
        a.CpuMilliseconds + b.CpuMilliseconds, a.AllocatedBytes + b.AllocatedBytes, [.. a.Faults, .. b.Faults]);

    private double Quantile(double share)
    {
        var sorted = Milliseconds.Order().ToArray();
        return sorted[(int)(share * (sorted.Length - 1))];
    }
}
