using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Portal.Graph.Domain.Platform.Outbox;

/// <summary>Is told of the published changes of a topic, in order, each exactly once while the process runs. Register singletons.</summary>
public interface IOutboxListener
{
    string Topic { get; }

    /// <summary>Whether anybody wants to know. Who begins to listen and then asks for <see cref="OutboxReader.LastAsync"/> gets everything after it.</summary>
    bool IsListening { get; }

    /// <summary>When it throws, the same entries come again.</summary>
    Task ReceiveAsync(IReadOnlyList<OutboxEntry> entries, CancellationToken ct);
}

/// <summary>Wakes the tail of this process when it has committed changes itself.</summary>
public sealed class OutboxSignal : WakeSignal;

/// <summary>
/// Reads what was published, by this process and by others on the same database, and hands it to the listeners. Own changes are
/// seen at once, those of others after <c>Outbox:PollMilliseconds</c> (default 500) at the latest.
/// </summary>
public sealed class OutboxTail(
    OutboxReader reader, OutboxSignal signal, IEnumerable<IOutboxListener> listeners, IConfiguration configuration, ILogger<OutboxTail> log) : BackgroundService
{
    private readonly IOutboxListener[] _listeners = [.. listeners];
    private readonly TimeSpan _poll = TimeSpan.FromMilliseconds(Math.Clamp(configuration.GetValue("Outbox:PollMilliseconds", 500), 10, 60_000));

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        long? position = null;
        try
        {
            while (true)
            {
                try
                {
                    position = await FollowAsync(position, stop);
                }
                catch (Exception e) when (!stop.IsCancellationRequested)
                {
                    log.LogError(e, "Published changes could not be read; they are asked for again.");
                }
                await signal.WaitAsync(_poll, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task<long> FollowAsync(long? position, CancellationToken ct)
    {
        if (position is { } known && IsListening) return await ReadAsync(known, ct);
        var last = await reader.LastAsync(ct);
        // Who began to listen while that was read may want what it passes over: stay behind, at the worst at the beginning. Listeners drop what
        // is older than their asking.
        return IsListening ? position ?? 0 : last;
    }

    private bool IsListening => _listeners.Any(l => l.IsListening);

    private async Task<long> ReadAsync(long position, CancellationToken ct)
    {
        while (await reader.AfterAsync(position, ct) is { Count: > 0 } entries)
        {
            foreach (var listener in _listeners)
                if (entries.Where(e => e.Topic == listener.Topic).ToList() is { Count: > 0 } wanted)
                    await listener.ReceiveAsync(wanted, ct);
            position = entries[^1].Seq;
        }
        return position;
    }
}
