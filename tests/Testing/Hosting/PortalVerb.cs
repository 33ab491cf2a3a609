using System.Diagnostics;
using Portal.Graph.Host.Hosting;

namespace Portal.Graph.Testing;

/// <summary>A verb of the program, run as its users run it.</summary>
public static class PortalVerb
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>How it ends and what it prints.</summary>
    public static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(PortalHost).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        using var limit = new CancellationTokenSource(Patience);
        await using var end = limit.Token.Register(() => process.Kill(entireProcessTree: true));
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
