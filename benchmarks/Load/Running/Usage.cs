using Microsoft.AspNetCore.Builder;

namespace Portal.Graph.Load.Running;

/// <summary>What a server process has used since it began.</summary>
internal sealed record Usage(double CpuMilliseconds, long AllocatedBytes)
{
    public const string Address = "/usage";

    public static Usage Now() => new(Environment.CpuUsage.TotalTime.TotalMilliseconds, GC.GetTotalAllocatedBytes());
}

internal static class UsageEndpoint
{
    public static void MapUsage(this WebApplication app) => app.MapGet(Usage.Address, Usage.Now);
}
