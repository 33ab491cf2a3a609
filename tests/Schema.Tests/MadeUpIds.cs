using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Portal.GraphQL.Types;

namespace Portal.Graph.Schema.Tests;

internal static class MadeUpIds
{
    /// <summary>A well-signed ID of a record, there or not: what a client that was given it long ago may send.</summary>
    public static string IdOf(this TestPortal portal, string type, long key = 99999999) =>
        new GlobalIdCodec(portal.Services.GetRequiredService<IOptions<GlobalIdOptions>>().Value.Key.ShouldNotBeNull()).Encode(type, key);
}
