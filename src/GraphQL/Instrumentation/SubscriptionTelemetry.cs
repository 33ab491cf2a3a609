using System.Diagnostics.Metrics;
using Portal.GraphQL.Execution;

namespace Portal.GraphQL.Instrumentation;

/// <summary>Metrics of what stays open, under the name <see cref="GraphQLTelemetry.SourceName"/>.</summary>
internal static class SubscriptionTelemetry
{
    private static readonly Meter Meter = new(GraphQLTelemetry.SourceName);
    private static readonly UpDownCounter<long> Streams = Meter.CreateUpDownCounter<long>("graphql.subscriptions.active", null, "Subscriptions that are open.");
    private static readonly Counter<long> Events = Meter.CreateCounter<long>("graphql.subscription.events", null, "Events executed for subscribers, by outcome.");
    private static readonly UpDownCounter<long> Connections = Meter.CreateUpDownCounter<long>("graphql.connections.active", null, "Connections that are open, by transport.");
    private static readonly Counter<long> Closed = Meter.CreateCounter<long>("graphql.connections.closed", null, "Connections that ended, by transport and close code (0: the peer was gone).");

    public static IDisposable StreamOpened()
    {
        Streams.Add(1);
        return new Ending(static () => Streams.Add(-1));
    }

    public static void Event(ExecutionResult result) =>
        Events.Add(1, new KeyValuePair<string, object?>("graphql.outcome", result.Errors.Count == 0 ? "ok" : result.IsExecuted ? "errors" : "refused"));

    public static void ConnectionOpened(string transport) => Connections.Add(1, new KeyValuePair<string, object?>("graphql.transport", transport));

    public static void ConnectionClosed(string transport, int code)
    {
        var tag = new KeyValuePair<string, object?>("graphql.transport", transport);
        Connections.Add(-1, tag);
        Closed.Add(1, tag, new KeyValuePair<string, object?>("graphql.close_code", code));
    }

    private sealed class Ending(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
