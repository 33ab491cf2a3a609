using Microsoft.Extensions.DependencyInjection;
using Portal.GraphQL.Building;

namespace Portal.GraphQL.Transport.Explorer;

public static class ExplorerRegistration
{
    /// <summary>Gives the explorer page a title, examples, headers and ways to sign in. (Without it there is a page too; <see cref="GraphQLHttpOptions.Explorer"/> closes it.)</summary>
    public static GraphQLServerBuilder AddExplorer(this GraphQLServerBuilder builder, Action<ExplorerOptions> configure)
    {
        builder.Services.Configure(configure);
        return builder;
    }
}
