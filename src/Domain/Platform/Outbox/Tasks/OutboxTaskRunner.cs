using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.Graph.Domain.Platform.Access;

namespace Portal.Graph.Domain.Platform.Outbox.Tasks;

/// <summary>Does one task after another: takes it in hand, has its handler do it, and keeps the lease alive meanwhile.</summary>
public sealed class OutboxTaskRunner
{
    private readonly IServiceScopeFactory _scopes;
    private readonly OutboxLeases _leases;
    private readonly Dictionary<string, Type> _handlers;
    private readonly ILogger<OutboxTaskRunner> _log;

    internal OutboxTaskRunner(IServiceScopeFactory scopes, OutboxLeases leases, IEnumerable<OutboxKind> kinds, ILogger<OutboxTaskRunner> log) =>
        (_scopes, _leases, _handlers, _log) = (scopes, leases, kinds.ToDictionary(k => k.Kind, k => k.Handler), log);

    /// <summary>Does all that is due, one after the other.</summary>
    /// <returns>How many were done; those that failed wait for their next try or are given up.</returns>
    public async Task<int> RunDueAsync(CancellationToken ct)
    {
        var done = 0;
        while (await TakeAsync(ct) is { } task)
            if (await RunAsync(task, ct)) done++;
        return done;
    }

    internal Task<OutboxTask?> TakeAsync(CancellationToken ct) => _leases.TakeAsync(ct);

    /// <summary>Whether it was done.</summary>
    internal async Task<bool> RunAsync(OutboxTask task, CancellationToken ct)
    {
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var ended = new CancellationTokenSource();
        var keeping = KeepAsync(task, lost, ended.Token);
        string? error = null;
        try
        {
            await HandleAsync(task, lost.Token);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // This process stops: the next one need not wait for the lease to end.
            await ended.CancelAsync();
            await keeping;
            await _leases.ReleaseAsync(task, CancellationToken.None);
            throw;
        }
        catch (Exception e)
        {
            // PLT-17: messages may hold what the task is about; their kind does not.
            error = e.GetBaseException() is var root && root == e ? e.GetType().Name : $"{e.GetType().Name}: {root.GetType().Name}";
            _log.LogWarning("Task {Id} ({Kind}) failed at try {Attempt}: {Error}.", task.Id, task.Kind, task.Attempts, error);
        }
        await ended.CancelAsync();
        await keeping;
        var held = error is null ? await _leases.DoneAsync(task, CancellationToken.None) : await _leases.FailedAsync(task, error, CancellationToken.None);
        if (!held) _log.LogWarning("Task {Id} ({Kind}) took longer than its lease and is in other hands.", task.Id, task.Kind);
        return held && error is null;
    }

    private async Task HandleAsync(OutboxTask task, CancellationToken ct)
    {
        await using var scope = _scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorScope>().Set(Actor.System($"outbox {task.Kind}") with { CorrelationId = $"task-{task.Id}" });
        await ((IOutboxHandler)scope.ServiceProvider.GetRequiredService(_handlers[task.Kind])).RunAsync(task, ct);
    }

    // In real time: a lease is against processes that die, not a rule of the plan's calendar.
    private async Task KeepAsync(OutboxTask task, CancellationTokenSource lost, CancellationToken ended)
    {
        using var timer = new PeriodicTimer(_leases.Span / 4);
        try
        {
            while (await timer.WaitForNextTickAsync(ended))
            {
                try
                {
                    if (await _leases.RenewAsync(task, ended)) continue;
                    await lost.CancelAsync();
                    return;
                }
                catch (Exception e) when (!ended.IsCancellationRequested)
                {
                    _log.LogWarning("The lease of task {Id} was not renewed: {Error}.", task.Id, e.GetType().Name);
                }
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The task has ended.
        }
    }
}
