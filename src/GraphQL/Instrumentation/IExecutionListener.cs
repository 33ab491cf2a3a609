using Portal.GraphQL.Execution;

namespace Portal.GraphQL.Instrumentation;

/// <summary>Is told what the executor does. Register singletons; implement what you need. Must be quick and must not throw.</summary>
public interface IExecutionListener
{
    void RequestStarting(GraphQLRequest request) { }

    /// <param name="operation">Name and kind of the operation; unknown when the request did not get that far.</param>
    void RequestCompleted(GraphQLRequest request, ExecutionResult result, OperationSummary operation) { }

    /// <summary>A root field of a mutation ended; the answer has not left.</summary>
    /// <param name="mutation">The field's name in the schema.</param>
    /// <param name="codes">Why it did not do what was asked: the errors of its payload, or those that stand in its place; empty when it did.</param>
    /// <param name="services">The services of the operation.</param>
    void MutationEnded(string mutation, IReadOnlyList<string> codes, IServiceProvider services) { }

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
