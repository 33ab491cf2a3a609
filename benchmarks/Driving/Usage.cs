using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Portal.Graph.Driving;

/// <summary>What a server process has used since it began.</summary>
public sealed record Usage(double CpuMilliseconds, long AllocatedBytes)
{
    public const string Address = "/usage";

    public static Usage Now() => new(Environment.CpuUsage.TotalTime.TotalMilliseconds, GC.GetTotalAllocatedBytes(precise: true));
}

public static class UsageEndpoint
{
    // Written by hand, as a server need not have JSON set up otherwise.
    public static void MapUsage(this WebApplication app) => app.MapGet(Usage.Address, (HttpContext context) =>
    {
        var now = Usage.Now();
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(FormattableString.Invariant($$"""{"cpuMilliseconds":{{now.CpuMilliseconds}},"allocatedBytes":{{now.AllocatedBytes}}}"""));
    });
}
