namespace Portal.GraphQL.Transport;

/// <summary>Settings of GraphQL over HTTP.</summary>
public sealed class GraphQLHttpOptions
{
    /// <summary>A larger body (bytes) is refused with status 413.</summary>
    public int MaxRequestBytes { get; set; } = 1024 * 1024;

    /// <summary>Whether a browser that opens the address gets the explorer.</summary>
    public bool Explorer { get; set; } = true;
}
