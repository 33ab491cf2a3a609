namespace Portal.GraphQL.Transport.WebSockets;

/// <summary>Why a socket is closed: codes of RFC 6455 (1000 to 1999) and of the protocol <c>graphql-transport-ws</c> (4000 to 4999).</summary>
public static class CloseCodes
{
    /// <summary>The client was done.</summary>
    public const int Normal = 1000;

    /// <summary>The server stops; connect again.</summary>
    public const int GoingAway = 1001;

    /// <summary>The client did not read what it had asked for.</summary>
    public const int SlowReader = 1008;

    /// <summary>A message was larger than the server takes.</summary>
    public const int MessageTooBig = 1009;

    /// <summary>A message was none of the protocol.</summary>
    public const int BadRequest = 4400;

    /// <summary>An operation came before the connection was acknowledged.</summary>
    public const int Unauthorized = 4401;

    /// <summary>What <c>connection_init</c> presented is not accepted, or no longer: expired, signed out, other rights.</summary>
    public const int Forbidden = 4403;

    /// <summary>The client does not speak <c>graphql-transport-ws</c>.</summary>
    public const int SubprotocolNotAcceptable = 4406;

    /// <summary>No <c>connection_init</c> came in time.</summary>
    public const int InitTimeout = 4408;

    /// <summary>An operation with this id is running already.</summary>
    public const int SubscriberAlreadyExists = 4409;

    /// <summary>A second <c>connection_init</c>.</summary>
    public const int TooManyInitialisationRequests = 4429;

    /// <summary>A fault of the server; the log has it.</summary>
    public const int InternalServerError = 4500;
}

/// <summary>A close frame: its code, and words for people.</summary>
internal readonly record struct SocketClose(int Code, string Reason);
