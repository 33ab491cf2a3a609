using System.CommandLine;
using Portal.Graph.Host.Hosting;

namespace Portal.Graph.Host.Verbs;

internal static class ServeVerb
{
    public static Command Create()
    {
        var command = new Command("serve", "Serves the API, the back office and the health checks (the default).").Configurable();
        command.SetAction((parsed, ct) => RunAsync(parsed.Configuration(), ct));
        return command;
    }

    /// <param name="told">Cancelled when the program is told to stop (SIGTERM, SIGINT).</param>
    public static async Task<int> RunAsync(string[] args, CancellationToken told)
    {
        await using var app = PortalHost.Build(args, builder => builder.Services.AddSingleton<IHostLifetime, NoSignals>());
        await PortalHost.PrepareAsync(app, told);
        await app.StartAsync(told);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(told, app.Lifetime.ApplicationStopping);
        await Task.Delay(Timeout.InfiniteTimeSpan, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await app.StopAsync(CancellationToken.None);
        return 0;
    }

    // The framework's own lifetime would close what is open at the signal, before the program has drained.
    private sealed class NoSignals : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
