using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.Graph.Driving;
using Portal.GraphQL.Building;
using Portal.GraphQL.Comparison.Data;
using Portal.GraphQL.Transport;

namespace Portal.GraphQL.Comparison.Host;

/// <summary>The library in a program of its own: what another project needs to serve its data, and no more.</summary>
internal static class GraphQLServer
{
    public static async Task<int> RunAsync(string directory, string url)
    {
        var database = new Database(Path.Combine(directory, "claims.db"));
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(url);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(new Source(database, new ClaimWriter(database), TimeProvider.System));
        builder.Services.AddGraphQLServer().AddTypes(typeof(Queries).Assembly).AddMutationConventions();
        await using var app = builder.Build();
        app.MapUsage();
        app.MapGraphQL();
        await app.RunAsync();
        return 0;
    }
}
