using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Portal.Graph.Domain.Platform.Outbox.Tasks;

/// <summary>
/// Does tasks while the program runs, up to <c>Outbox:Workers</c> (default 4) side by side: at once what this process stored, within
/// <c>Outbox:TaskPollMilliseconds</c> (default 1000) what others did. On stopping, tasks in hand are told and given back.
/// </summary>
public sealed class OutboxTaskWorker(
    OutboxTaskRunner runner, OutboxTaskSignal signal, IConfiguration configuration, ILogger<OutboxTaskWorker> log) : BackgroundService
{
    private readonly TimeSpan _poll = TimeSpan.FromMilliseconds(Math.Clamp(configuration.GetValue("Outbox:TaskPollMilliseconds", 1000), 10, 60_000));
    private readonly int _workers = Math.Clamp(configuration.GetValue("Outbox:Workers", 4), 1, 32);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        using var free = new SemaphoreSlim(_workers, _workers);
        var running = new HashSet<Task>();
        try
        {
            while (true)
            {
                await free.WaitAsync(stop);
                running.RemoveWhere(t => t.IsCompleted);
                if (await NextAsync(stop) is { } task) running.Add(Task.Run(() => RunAsync(task, free, stop), CancellationToken.None));
                else
                {
                    free.Release();
                    await signal.WaitAsync(_poll, stop);
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The host stops.
        }
        await Task.WhenAll(running);
    }

    private async Task<OutboxTask?> NextAsync(CancellationToken stop)
    {
        try
        {
            return await runner.TakeAsync(stop);
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            log.LogError(e, "Tasks could not be looked for; they are asked for again.");
            return null;
        }
    }

    private async Task RunAsync(OutboxTask task, SemaphoreSlim free, CancellationToken stop)
    {
        try
        {
            await runner.RunAsync(task, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Given back.
        }
        catch (Exception e)
        {
            log.LogError(e, "What became of task {Id} ({Kind}) could not be stored; its lease ends by itself.", task.Id, task.Kind);
        }
        finally
        {
            free.Release();
        }
    }
}
