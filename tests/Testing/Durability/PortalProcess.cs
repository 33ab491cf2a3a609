using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Portal.Graph.Host.Hosting;

namespace Portal.Graph.Testing;

/// <summary>Portal.dll as its users start it, in a process of its own that can be killed.</summary>
public sealed class PortalProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly Process _process;
    private readonly string[] _settings;
    private readonly StringBuilder _output = new();

    private PortalProcess(Process process, Uri address, string[] settings)
    {
        (_process, Address, _settings) = (process, address, settings);
        process.OutputDataReceived += (_, line) => { lock (_output) _output.AppendLine(line.Data); };
        process.BeginOutputReadLine();
    }

    public Uri Address { get; }

    /// <summary>Returns when it is ready; fails with what it printed when it ends or takes a minute.</summary>
    /// <param name="settings">Configuration as on the command line.</param>
    public static Task<PortalProcess> StartAsync(string directory, params string[] settings) =>
        StartAsync(new Uri($"http://127.0.0.1:{FreePort()}"), [$"--Data:Directory={directory}", "--RateLimits:Enabled=false", .. settings]);

    /// <summary>Starts it once more at the same address and on the same data.</summary>
    public Task<PortalProcess> AgainAsync() => StartAsync(Address, _settings);

    private static async Task<PortalProcess> StartAsync(Uri address, string[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(PortalHost).Assembly.Location, $"--urls={address}", .. settings]) { RedirectStandardOutput = true };
        var portal = new PortalProcess(Process.Start(start)!, address, settings);
        try
        {
            await portal.ReadyAsync();
            return portal;
        }
        catch
        {
            portal.Dispose();
            throw;
        }
    }

    /// <summary>SIGTERM, as a service manager sends it.</summary>
    public async Task TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>The code that it ends with.</summary>
    public async Task<int> ExitCodeAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private async Task ReadyAsync()
    {
        using var http = new HttpClient { BaseAddress = Address };
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < Patience; await Task.Delay(50))
        {
            if (_process.HasExited) throw new InvalidOperationException($"The portal ended with {_process.ExitCode}:\n{Printed}");
            try
            {
                using var answer = await http.GetAsync("/health/ready");
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // It is not listening yet.
            }
        }
        throw new TimeoutException($"The portal was not ready within {Patience}:\n{Printed}");
    }

    private string Printed { get { lock (_output) return _output.ToString(); } }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
