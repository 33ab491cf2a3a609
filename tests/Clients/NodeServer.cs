using System.Diagnostics;
using System.Globalization;

namespace Portal.Graph.Clients;

/// <summary>A script that serves until it is disposed. Its first line is its port; without arguments it only loads its packages and ends.</summary>
public sealed class NodeServer : IAsyncDisposable
{
    private readonly Process _process;

    private NodeServer(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    public static async Task<NodeServer> StartAsync(string script, params string[] arguments)
    {
        // Once to its end, so that its packages are there.
        await NodeClients.RunAsync(script, []);
        var process = Process.Start(new ProcessStartInfo("node", [script, .. arguments])
        {
            WorkingDirectory = NodeClients.Folder, RedirectStandardInput = true, RedirectStandardOutput = true,
        }) ?? throw new InvalidOperationException("node did not start.");
        var port = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"{script} did not start.");
        return new(process, int.Parse(port, CultureInfo.InvariantCulture));
    }

    /// <summary>The next line that it prints.</summary>
    public async Task<string> ReadLineAsync() =>
        await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server has ended.");

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
