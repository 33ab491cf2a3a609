using Microsoft.AspNetCore.Builder;
using Portal.Graph.Driving;
using Portal.Graph.Host.Hosting;

namespace Portal.Graph.Load.Running;

/// <summary>The portal as its program serves it, and one address more that tells what it used.</summary>
internal static class PortalServer
{
    public static async Task<int> RunAsync(string directory, string url)
    {
        await using var app = PortalHost.Build([$"--Data:Directory={directory}", $"--urls={url}", "--RateLimits:Enabled=false"]);
        app.MapUsage();
        await PortalHost.PrepareAsync(app, CancellationToken.None);
        await app.RunAsync();
        return 0;
    }
}
