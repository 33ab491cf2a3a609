using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;

namespace Portal.Graph.Load.Running;

/// <summary>One of the two servers, in a process of its own so that its CPU time is its own.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process _process;

    private ServerProcess(string name, string directory, Process process, Uri address)
    {
        (Name, Directory, _process) = (name, directory, process);
        Http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 16, UseProxy = false }) { BaseAddress = address };
    }

    public string Name { get; }
    public string Directory { get; }
    public HttpClient Http { get; }
    public string DatabaseFile => Path.Combine(Directory, "portal.db");

    public static async Task<ServerProcess> StartAsync(string verb, string directory, string environment)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo("dotnet", [typeof(ServerProcess).Assembly.Location, verb, directory, address])
        {
            RedirectStandardOutput = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var server = new ServerProcess(verb, directory, process, new Uri(address));
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
