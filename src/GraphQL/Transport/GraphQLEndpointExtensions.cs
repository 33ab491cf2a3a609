using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Transport.Explorer;
using Portal.GraphQL.Transport.Uploads;

namespace Portal.GraphQL.Transport;

public static class GraphQLEndpointExtensions
{
    /// <summary>
    /// Serves the registered GraphQL schema at the address: requests, event streams, WebSockets (after <c>app.UseWebSockets()</c>), and the
    /// explorer to browsers that open it.
    /// </summary>
    public static IEndpointConventionBuilder MapGraphQL(this IEndpointRouteBuilder endpoints, string pattern = "/graphql")
    {
        var options = endpoints.ServiceProvider.GetService<IOptions<GraphQLHttpOptions>>()?.Value ?? new GraphQLHttpOptions();
        var executor = endpoints.ServiceProvider.GetRequiredService<GraphQLExecutor>();
        var explorer = options.Explorer ? ExplorerPage.Create(endpoints.ServiceProvider.GetService<IOptions<ExplorerOptions>>()?.Value ?? new()) : null;
        var endpoint = new GraphQLHttpEndpoint(executor, options, explorer, endpoints.ServiceProvider.GetService<UploadReader>());
        var connections = new GraphQLConnections(executor, options, endpoints.ServiceProvider);
        RequestDelegate handle = context => connections.TryServe(context) ?? endpoint.HandleAsync(context);
        var group = endpoints.MapGroup(pattern);
        group.Map("", handle).WithDisplayName($"GraphQL {pattern}");
        foreach (var asset in explorer?.Assets ?? [])
            group.MapGet(asset.Name, asset.SendAsync).WithDisplayName($"GraphQL explorer {asset.Name}");
        return group;
    }
}
