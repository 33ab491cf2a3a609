using Microsoft.Extensions.DependencyInjection;

namespace Portal.Graph.Domain.Platform.Outbox.Tasks;

/// <summary>
/// Does the tasks of one kind, in a scope of its own whose actor is the system. It may be called again for the same task, after a crash
/// or a failure: what it does must then be there once. A failure is an exception; it is told by its kind alone.
/// </summary>
public interface IOutboxHandler
{
    Task RunAsync(OutboxTask task, CancellationToken ct);
}

/// <summary>A kind of task and who does it.</summary>
/// <param name="Endless">The longest wait between two tries of what is never given up; null for what is.</param>
internal sealed record OutboxKind(string Kind, Type Handler, TimeSpan? Endless = null);

public static class OutboxHandlers
{
    /// <summary>Tasks of the kind are done by the handler. A process leaves kinds that it does not know to those that do.</summary>
    /// <param name="endless">For what waits for something outside until it is back: never given up, and tried at least this often.</param>
    public static IServiceCollection AddOutboxHandler<THandler>(this IServiceCollection services, string kind, TimeSpan? endless = null) where THandler : class, IOutboxHandler =>
        services.AddScoped<THandler>().AddSingleton(new OutboxKind(kind, typeof(THandler), endless));
}

/// <summary>How long a task waits after a failed try: 10, 20, 40 … seconds, at most 4 hours, a fifth more or less; given up after the twelfth.</summary>
public static class OutboxBackOff
{
    public const int Tries = 12;
    private static readonly TimeSpan First = TimeSpan.FromSeconds(10), Longest = TimeSpan.FromHours(4);

    /// <param name="chance">From 0 to 1: where in the spread, so that what failed together does not come again together.</param>
    /// <param name="endless">The longest wait of what is never given up.</param>
    /// <returns>Null after the last try.</returns>
    public static TimeSpan? After(int attempts, double chance, TimeSpan? endless = null)
    {
        if (attempts >= Tries && endless is null) return null;
        var (longest, wait) = (endless ?? Longest, First * Math.Pow(2, Math.Min(attempts, Tries) - 1));
        return (wait < longest ? wait : longest) * (endless is null ? 0.8 + 0.4 * chance : 0.8 + 0.2 * chance);
    }
}
