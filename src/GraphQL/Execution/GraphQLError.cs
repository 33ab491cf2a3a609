using Portal.GraphQL.Language;

namespace Portal.GraphQL.Execution;

/// <summary>An error of the response as section 7.1.2 of the specification has it; <paramref name="Code"/> goes out as <c>extensions.code</c>.</summary>
/// <param name="Path">Response names (string) and list indexes (int) from the root; null when the error is of no field.</param>
public sealed record GraphQLError(
    string Message,
    string Code,
    IReadOnlyList<Location>? Locations = null,
    IReadOnlyList<object>? Path = null,
    IReadOnlyDictionary<string, object?>? Extensions = null)
{
    // A message may quote what the client sent: the beginning says what is wrong, however much there is of it.
    private const int LongestMessage = 4000;

    public string Message { get; init; } = Message.Length <= LongestMessage ? Message : string.Concat(Message.AsSpan(0, LongestMessage), "…");
}

/// <summary>Thrown by a resolver to fail its field with errors meant for the client. Any other exception is a fault: logged, and answered without detail.</summary>
public sealed class GraphQLException(params IReadOnlyList<GraphQLError> errors) : Exception(errors.Count > 0 ? errors[0].Message : "")
{
    public IReadOnlyList<GraphQLError> Errors { get; } = errors;
}
