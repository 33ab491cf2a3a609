namespace Portal.GraphQL.Transport.Connections;

/// <summary>Settings of connections that stay open: WebSockets and server-sent events.</summary>
public sealed class GraphQLConnectionOptions
{
    /// <summary>How long a socket may wait with <c>connection_init</c>; then it is closed with 4408.</summary>
    public TimeSpan InitTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often an open connection is sent a sign of life: a ping frame, or a comment in an event stream.</summary>
    public TimeSpan KeepAliveInterval { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>A socket whose peer answers no ping for so long is dead and is dropped.</summary>
    public TimeSpan KeepAliveTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How often a connection on which nothing happens is asked whether its caller may still be served; else it is closed with 4403.</summary>
    public TimeSpan RevalidateInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long one message may take to be written. A reader so slow is dropped (counted as 1008; no close frame would reach it).</summary>
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the peer has to answer a close frame.</summary>
    public TimeSpan CloseTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>A larger message (bytes) closes the socket with 1009.</summary>
    public int MaxMessageBytes { get; set; } = 256 * 1024;

    /// <summary>How many operations one socket may run at once; one more is answered with an error.</summary>
    public int MaxOperationsPerConnection { get; set; } = 100;

    /// <summary>How many connections this process holds at once; one more is refused with status 503.</summary>
    public int MaxConnections { get; set; } = 10_000;

    /// <summary>
    /// The web origins besides the server's own whose pages may open a socket, such as <c>https://portal.example</c>; <c>*</c> for any.
    /// Browsers let every page open sockets anywhere, so the server has to ask. Programs that send no origin are let in.
    /// </summary>
    public IList<string> AllowedOrigins { get; set; } = [];

    /// <summary>Whether a caller who is not signed in is refused (4403, or status 401 for an event stream).</summary>
    public bool RequireUser { get; set; }

    /// <summary>What is wrong with the settings, one sentence each; empty when nothing is.</summary>
    public IReadOnlyList<string> Faults()
    {
        var faults = new List<string>();
        foreach (var (name, value) in new[]
        {
            (nameof(InitTimeout), InitTimeout), (nameof(KeepAliveInterval), KeepAliveInterval), (nameof(KeepAliveTimeout), KeepAliveTimeout),
            (nameof(RevalidateInterval), RevalidateInterval), (nameof(SendTimeout), SendTimeout), (nameof(CloseTimeout), CloseTimeout),
        })
            if (value <= TimeSpan.Zero || value > TimeSpan.FromDays(1))
                faults.Add($"{name} must be more than zero and at most a day.");
        foreach (var (name, value) in new[]
        {
            (nameof(MaxMessageBytes), MaxMessageBytes), (nameof(MaxOperationsPerConnection), MaxOperationsPerConnection), (nameof(MaxConnections), MaxConnections),
        })
            if (value <= 0)
                faults.Add($"{name} must be at least 1.");
        faults.AddRange(AllowedOrigins.Where(o => o != "*" && !IsOrigin(o)).Select(o => $"AllowedOrigins has {o}, which is no origin: scheme and host, no path."));
        return faults;
    }

    private static bool IsOrigin(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Host.Length > 0 && uri.AbsolutePath == "/" && !text.EndsWith('/');
}
