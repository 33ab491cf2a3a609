using Portal.GraphQL.Execution;

namespace Portal.GraphQL.Transport.WebSockets;

/// <summary>An operation that runs on a socket. The request's variables live in the message.</summary>
internal sealed class SocketOperation(string id, GraphQLRequest request, SocketMessage message, CancellationToken connection) : IDisposable
{
    private readonly CancellationTokenSource _ending = CancellationTokenSource.CreateLinkedTokenSource(connection);

    public string Id { get; } = id;
    public GraphQLRequest Request { get; } = request;

    /// <summary>Cancelled when the client ends the operation, or the connection ends.</summary>
    public CancellationToken Ended => _ending.Token;

    public void End() => _ending.Cancel();

    public void Dispose()
    {
        _ending.Dispose();
        message.Dispose();
    }
}
