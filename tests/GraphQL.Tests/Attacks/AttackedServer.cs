using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Portal.GraphQL.Building;
using Portal.GraphQL.Execution.Persisted;
using Portal.GraphQL.Tests.Transport;

namespace Portal.GraphQL.Tests.Attacks;

/// <summary>The server in a process of its own, so that its memory is known and a stack overflow would show.</summary>
public sealed class AttackedServer : IAsyncLifetime
{
    private Process? _process;

    public Uri Address { get; private set; } = null!;
    public HttpClient Client { get; private set; } = null!;

    /// <summary>The most memory (bytes) that the process ever had.</summary>
    public long PeakMemory => File.ReadLines($"/proc/{_process!.Id}/status").Where(l => l.StartsWith("VmHWM:", StringComparison.Ordinal))
        .Select(l => long.Parse(l["VmHWM:".Length..^"kB".Length], CultureInfo.InvariantCulture) * 1024).Single();

    public bool IsRunning => _process is { HasExited: false };

    /// <summary>What the process does when this assembly is started as a program.</summary>
    public static async Task Main()
    {
        await using var server = await TestServer.StartAsync(services =>
        {
            services.AddGraphQLServer().AddTypes(typeof(AttackedQueries), typeof(OtherThing)).AddInterfaceType<INamed>().AddAutomaticPersistedOperations();
        });
        Console.WriteLine(server.Address);
        // It ends with the test process, which holds the other end.
        await Console.In.ReadToEndAsync();
    }

    public async Task InitializeAsync()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(AttackedServer).Assembly.Location]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["DOTNET_gcServer"] = "0";
        _process = Process.Start(start)!;
        Address = new(await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server did not start."));
        Client = new() { BaseAddress = Address, Timeout = TimeSpan.FromMinutes(2) };
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        _process!.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
