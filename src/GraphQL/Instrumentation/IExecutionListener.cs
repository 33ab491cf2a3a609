using Portal.GraphQL.Execution;

namespace Portal.GraphQL.Instrumentation;

/// <summary>Is told what the executor does. Register singletons; implement what you need. Must be quick and must not throw.</summary>
public interface IExecutionListener
{
    void RequestStarting(GraphQLRequest request) { }

    /// <param name="operation">Name and kind of the operation; unknown when the request did not get that far.</param>
    void RequestCompleted(GraphQLRequest request, ExecutionResult result, OperationSummary operation) { }

    /// <summary>The request ended without an answer: the client went away.</summary>
    void RequestCancelled(GraphQLRequest request) { }
}

/// <summary>What a request executed.</summary>
/// <param name="Kind">"query", "mutation", or null when no operation was reached.</param>
/// <param name="Name">The operation's name, if it has one.</param>
/// <param name="Waves">How often loaders were dispatched.</param>
/// <param name="Batches">How many batches they loaded.</param>
/// <param name="Elapsed">How long the request took until its answer was written to the buffer.</param>
public sealed record OperationSummary(string? Kind, string? Name, int Waves, int Batches, TimeSpan Elapsed);
