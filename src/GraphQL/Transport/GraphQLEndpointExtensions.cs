using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Transport.Explorer;

namespace Portal.GraphQL.Transport;

public static class GraphQLEndpointExtensions
{
    /// <summary>Serves the registered GraphQL schema at the address, and the explorer to browsers that open it.</summary>
    public static IEndpointConventionBuilder MapGraphQL(this IEndpointRouteBuilder endpoints, string pattern = "/graphql")
    {
        var options = endpoints.ServiceProvider.GetService<IOptions<GraphQLHttpOptions>>()?.Value ?? new GraphQLHttpOptions();
        var endpoint = new GraphQLHttpEndpoint(endpoints.ServiceProvider.GetRequiredService<GraphQLExecutor>(), options);
        var group = endpoints.MapGroup(pattern);
        group.Map("", endpoint.HandleAsync).WithDisplayName($"GraphQL {pattern}");
        if (options.Explorer)
            foreach (var file in ExplorerPage.Assets)
                group.MapGet(file, context => ExplorerPage.SendAsync(context, file)).WithDisplayName($"GraphQL explorer {file}");
        return group;
    }
}
