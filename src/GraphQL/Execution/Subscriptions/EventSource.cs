namespace Portal.GraphQL.Execution.Subscriptions;

/// <summary>The opened source of a stream, or why it was not opened.</summary>
internal readonly record struct EventSource(IAsyncEnumerable<object?>? Events, IReadOnlyList<GraphQLError> Errors)
{
    public static EventSource Refused(params IReadOnlyList<GraphQLError> errors) => new(null, errors);
}
