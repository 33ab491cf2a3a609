using Portal.GraphQL.Execution;

namespace Portal.GraphQL.Transport.WebSockets;

/// <summary>An operation that runs on a socket. The request's variables live in the message.</summary>
internal sealed class SocketOperation(string id, GraphQLRequest request, SocketMessage message, CancellationToken connection) : IDisposable
{
    private readonly CancellationTokenSource _ending = CancellationTokenSource.CreateLinkedTokenSource(connection);
    private volatile bool _isOver;

    public string Id { get; } = id;
    public GraphQLRequest Request { get; } = request;

    /// <summary>Whether nothing is left of it but to tell the client: it takes no place any more.</summary>
    public bool IsOver { get => _isOver; set => _isOver = value; }

    /// <summary>Cancelled when the client ends the operation, or the connection ends.</summary>
    public CancellationToken Ended => _ending.Token;

    public void End() => _ending.Cancel();

    public void Dispose()
    {
        _ending.Dispose();
        message.Dispose();
    }
}
