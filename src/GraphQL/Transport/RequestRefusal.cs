using Portal.GraphQL.Execution;

namespace Portal.GraphQL.Transport;

/// <summary>The body of the HTTP request is not a GraphQL request.</summary>
internal sealed class RequestRefusal(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public GraphQLError Error { get; } = new(message, code);
}
