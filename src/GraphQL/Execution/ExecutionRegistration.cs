using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Portal.GraphQL.Fetching;
using Portal.GraphQL.Instrumentation;
using Portal.GraphQL.Paging;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Execution;

public static class ExecutionRegistration
{
    /// <summary>Registers the executor of the registered <see cref="Schema"/>. Registrations of the product win over the defaults.</summary>
    public static IServiceCollection AddGraphQLExecution(this IServiceCollection services)
    {
        services.AddLogging();
        services.AddPaging();
        services.AddOptions<ExecutionOptions>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IErrorMapper, DefaultErrorMapper>();
        services.TryAddSingleton<IFieldAuthorizer, PolicyAuthorizer>();
        services.TryAddScoped<LoaderDispatcher>();
        services.TryAddSingleton(provider => new GraphQLExecutor(
            provider.GetRequiredService<Schema>(),
            provider.GetRequiredService<IOptions<ExecutionOptions>>().Value,
            provider.GetRequiredService<IFieldAuthorizer>(),
            provider.GetRequiredService<IErrorMapper>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<GraphQLExecutor>>(),
            provider.GetServices<IExecutionListener>(),
            provider.GetService<IDocumentStore>(),
            provider.GetService<ICostBudget>()));
        return services;
    }
}
