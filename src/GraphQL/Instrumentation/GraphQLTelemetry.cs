using System.Diagnostics;
using System.Diagnostics.Metrics;
using Portal.GraphQL.Execution;

namespace Portal.GraphQL.Instrumentation;

/// <summary>Traces and metrics under the name <see cref="SourceName"/>. Neither holds documents, variables or data.</summary>
public static class GraphQLTelemetry
{
    public const string SourceName = "Portal.GraphQL";

    private static readonly ActivitySource Source = new(SourceName);
    private static readonly Meter Meter = new(SourceName);
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("graphql.request.duration", "s", "Time to answer a request.");
    private static readonly Counter<long> Errors = Meter.CreateCounter<long>("graphql.errors", null, "Errors in answers, by code.");
    private static readonly Counter<long> Mutations = Meter.CreateCounter<long>("graphql.mutations", null, "Mutations, by name and by the code of the refusal (OK when there was none).");
    private static readonly Histogram<int> Batches = Meter.CreateHistogram<int>("graphql.loader.batches", null, "Loader batches per request.");

    internal static void MutationEnded(string mutation, IReadOnlyList<string> codes)
    {
        if (!Mutations.Enabled) return;
        foreach (var code in codes.DefaultIfEmpty("OK"))
            Mutations.Add(1, new KeyValuePair<string, object?>("graphql.mutation.name", mutation), new KeyValuePair<string, object?>("graphql.error.code", code));
    }

    internal static Activity? StartRequest() => Source.StartActivity("graphql.request", ActivityKind.Internal);

    /// <summary>Whether there is somebody to tell.</summary>
    internal static bool IsWatched(Activity? activity, ExecutionResult result) =>
        activity is not null || Duration.Enabled || Batches.Enabled || (Errors.Enabled && result.Errors.Count > 0);

    internal static void Complete(Activity? activity, ExecutionResult result, OperationSummary operation)
    {
        if (activity is not null)
        {
            activity.SetTag("graphql.operation.type", operation.Kind);
            activity.SetTag("graphql.operation.name", operation.Name);
            activity.SetTag("graphql.loader.batches", operation.Batches);
            if (result.Errors.Count > 0)
                activity.SetStatus(ActivityStatusCode.Error, result.Errors[0].Code);
        }
        if (Duration.Enabled)
            Duration.Record(operation.Elapsed.TotalSeconds,
                new KeyValuePair<string, object?>("graphql.operation.type", operation.Kind ?? "none"),
                new KeyValuePair<string, object?>("graphql.outcome", result.Errors.Count == 0 ? "ok" : result.IsExecuted ? "errors" : "refused"));
        if (Batches.Enabled)
            Batches.Record(operation.Batches);
        foreach (var error in result.Errors)
            Errors.Add(1, new KeyValuePair<string, object?>("graphql.error.code", error.Code));
    }
}
