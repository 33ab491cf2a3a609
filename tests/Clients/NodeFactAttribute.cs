using Xunit;

namespace Portal.Graph.Clients;

/// <summary>A test that runs a client or the reference implementation under Node; left out, and said so, where Node is missing.</summary>
public sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute()
    {
        if (!NodeClients.IsAvailable) Skip = "Node is not on this machine: apt-get install nodejs npm.";
    }
}
