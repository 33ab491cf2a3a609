using System.Diagnostics;

namespace Portal.Graph.Architecture.Tests;

/// <summary>The program itself, started as its users start it.</summary>
public static class HostProcess
{
    /// <summary>What a verb prints; fails when it does not end well within two minutes.</summary>
    public static async Task<string> OutputAsync(params string[] arguments)
    {
        var data = Directory.CreateTempSubdirectory("portal-verb-");
        try
        {
            using var process = Process.Start(new ProcessStartInfo("dotnet", [Product.Host.Location, .. arguments, $"--Data:Directory={data.FullName}"])
            {
                RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = data.FullName,
            })!;
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
            await using var end = limit.Token.Register(() => process.Kill(entireProcessTree: true));
            var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            if (process.ExitCode != 0) Assert.Fail($"{string.Join(' ', arguments)} ended with {process.ExitCode}:\n{await output}\n{await error}");
            return await output;
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }
}
