using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Portal.Graph.Host.Health;

/// <summary>
/// The way out: told to stop, the program is no longer ready and goes on serving for <c>Shutdown:DrainSeconds</c>, so that who sends it
/// requests notices; then it takes no more, and what is in flight has <c>Shutdown:TimeoutSeconds</c> to end. Sockets are closed with 1001.
/// </summary>
internal sealed class Draining(IConfiguration configuration, IHostApplicationLifetime lifetime, ILogger<Draining> log) : IHostedLifecycleService, IHealthCheck
{
    private readonly TimeSpan _drain = TimeSpan.FromSeconds(configuration.GetValue("Shutdown:DrainSeconds", 0));

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(lifetime.ApplicationStopping.IsCancellationRequested || _isStopping ? HealthCheckResult.Unhealthy("The program stops.") : HealthCheckResult.Healthy());

    private volatile bool _isStopping;

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        _isStopping = true;
        log.LogInformation("Told to stop: no longer ready, serving for {Seconds} seconds more", _drain.TotalSeconds);
        await Task.Delay(_drain, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
