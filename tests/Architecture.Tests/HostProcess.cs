using System.Diagnostics;

namespace Portal.Graph.Architecture.Tests;

/// <summary>The program itself, started as its users start it.</summary>
public static class HostProcess
{
    /// <summary>What a verb prints; fails when it does not end well within two minutes.</summary>
    public static async Task<string> OutputAsync(params string[] arguments)
    {
        var (code, output, error) = await RunAsync([.. arguments, "--Data:Directory=data"]);
        if (code != 0) Assert.Fail($"{string.Join(' ', arguments)} ended with {code}:\n{output}\n{error}");
        return output;
    }

    /// <summary>How a verb ends and what it prints, in an empty folder with these files; fails when it takes more than two minutes.</summary>
    public static async Task<(int Code, string Output, string Error)> RunAsync(string[] arguments, params (string Name, string Text)[] files)
    {
        var data = Directory.CreateTempSubdirectory("portal-verb-");
        try
        {
            foreach (var (name, text) in files) await File.WriteAllTextAsync(Path.Combine(data.FullName, name), text);
            using var process = Process.Start(new ProcessStartInfo("dotnet", [Product.Host.Location, .. arguments])
            {
                RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = data.FullName,
            })!;
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
            await using var end = limit.Token.Register(() => process.Kill(entireProcessTree: true));
            var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            return (process.ExitCode, await output, await error);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }
}
