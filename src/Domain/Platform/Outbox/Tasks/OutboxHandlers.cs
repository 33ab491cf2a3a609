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
internal sealed record OutboxKind(string Kind, Type Handler);

public static class OutboxHandlers
{
    /// <summary>Tasks of the kind are done by the handler. A process leaves kinds that it does not know to those that do.</summary>
    public static IServiceCollection AddOutboxHandler<THandler>(this IServiceCollection services, string kind) where THandler : class, IOutboxHandler =>
        services.AddScoped<THandler>().AddSingleton(new OutboxKind(kind, typeof(THandler)));
}

/// <summary>How long a task waits after a failed try: 10, 20, 40 … seconds, at most 4 hours, a fifth more or less; given up after the twelfth.</summary>
public static class OutboxBackOff
{
    public const int Tries = 12;
    private static readonly TimeSpan First = TimeSpan.FromSeconds(10), Longest = TimeSpan.FromHours(4);

    /// <param name="chance">From 0 to 1: where in the spread, so that what failed together does not come again together.</param>
    /// <returns>Null after the last try.</returns>
    public static TimeSpan? After(int attempts, double chance)
    {
        if (attempts >= Tries) return null;
        var wait = First * Math.Pow(2, attempts - 1);
        return (wait < Longest ? wait : Longest) * (0.8 + 0.4 * chance);
    }
}
