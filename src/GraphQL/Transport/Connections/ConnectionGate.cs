using Microsoft.AspNetCore.Http;

namespace Portal.GraphQL.Transport.Connections;

/// <summary>Lets connections in: so many at once, and from the pages of known origins only.</summary>
internal sealed class ConnectionGate(GraphQLConnectionOptions options)
{
    private int _open;

    /// <summary>Takes a place; false when all are taken. Who got one calls <see cref="Leave"/>.</summary>
    public bool TryEnter()
    {
        if (Interlocked.Increment(ref _open) <= options.MaxConnections)
            return true;
        Leave();
        return false;
    }

    public void Leave() => Interlocked.Decrement(ref _open);

    public static RequestRefusal Full() =>
        new(StatusCodes.Status503ServiceUnavailable, HttpErrorCodes.TooManyConnections, "The server holds as many connections as it can.");

    public bool Admits(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)
            || options.AllowedOrigins.Any(allowed => allowed == "*" || allowed.Equals(origin, StringComparison.OrdinalIgnoreCase));
    }
}
