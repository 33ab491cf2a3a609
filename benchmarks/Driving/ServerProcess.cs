using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Reflection;

namespace Portal.Graph.Driving;

/// <summary>A server in a process of its own, so that its CPU time is its own. It tells what it used at <see cref="Usage.Address"/>.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process _process;

    private ServerProcess(string name, string directory, Process process, Uri address)
    {
        (Name, Directory, Address, _process) = (name, directory, address, process);
        Http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 16, UseProxy = false }) { BaseAddress = address };
    }

    public string Name { get; }
    public int Id => _process.Id;
    public string Directory { get; }
    public Uri Address { get; }
    public HttpClient Http { get; }

    /// <summary>This program, started once more with a verb, a directory and the address to listen at.</summary>
    public static Task<ServerProcess> StartAsync(string verb, string directory, string environment) =>
        StartAsync(verb, directory, environment, address => new("dotnet", [Assembly.GetEntryAssembly()!.Location, verb, directory, address]));

    /// <param name="command">The command that starts the server at an address.</param>
    public static async Task<ServerProcess> StartAsync(string name, string directory, string environment, Func<string, ProcessStartInfo> command)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var start = command(address);
        start.RedirectStandardOutput = true;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var server = new ServerProcess(name, directory, process, new Uri(address));
        await server.ReadyAsync();
        return server;
    }

    public async Task<Usage> UsageAsync() => (await Http.GetFromJsonAsync<Usage>(Usage.Address))!;

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task ReadyAsync()
    {
        var since = Stopwatch.GetTimestamp();
        while (true)
        {
            if (_process.HasExited) throw new InvalidOperationException($"{Name} ended with {_process.ExitCode}.");
            try
            {
                using var answer = await Http.GetAsync(Usage.Address);
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException) when (Stopwatch.GetElapsedTime(since) < Patience)
            {
                // It is not listening yet.
            }
            await Task.Delay(100);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
