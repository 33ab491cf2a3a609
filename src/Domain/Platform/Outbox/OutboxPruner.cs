using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Outbox;

/// <summary>Deletes published changes after <c>Outbox:RetentionDays</c> (default 7, at least 1); looks every hour.</summary>
public sealed class OutboxPruner(IServiceScopeFactory scopes, IConfiguration configuration, TimeProvider clock, ILogger<OutboxPruner> log) : BackgroundService
{
    private readonly TimeSpan _retention = TimeSpan.FromDays(Math.Max(1, configuration.GetValue("Outbox:RetentionDays", 7)));

    /// <summary>How many were deleted.</summary>
    public async Task<int> PruneAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var oldest = clock.GetUtcNow() - _retention;
        await using var write = await db.BeginWriteAsync(ct);
        var deleted = await db.Set<OutboxEntry>().Where(e => e.OccurredAt < oldest).ExecuteDeleteAsync(ct);
        await write.CommitAsync(ct);
        return deleted;
    }

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
            {
                try
                {
                    await PruneAsync(stop);
                }
                catch (Exception e) when (!stop.IsCancellationRequested)
                {
                    log.LogWarning(e, "Old published changes stay until the next hour.");
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The host stops.
        }
    }
}
