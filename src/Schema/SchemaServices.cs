using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Schema.Platform;
using Portal.GraphQL.Building;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Execution.Persisted;
using Portal.GraphQL.Instrumentation;
using Portal.GraphQL.Paging;
using Portal.GraphQL.Transport;
using Portal.GraphQL.Transport.Explorer;
using Portal.GraphQL.Validation;

namespace Portal.Graph.Schema;

public static class SchemaServices
{
    /// <summary>The portal's GraphQL schema over the domain.</summary>
    public static GraphQLServerBuilder AddPortalSchema(this IServiceCollection services, GraphQLSettings settings)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<IFieldAuthorizer, ActorAuthorizer>();
        services.AddSingleton<IErrorMapper, RefusalMapper>();
        services.AddSingleton<IRequestCompletion, ReadAuditCompletion>();
        services.AddSingleton<IExecutionListener, RefusedMutations>();
        services.AddSingleton<IQueryExecutor, EfQueryExecutor>();
        services.AddSingleton<ICostBudget>(new ActorCostBudget(settings));
        services.AddSingleton<IOperationScopeInitializer, ActorCarrier>();
        // PLT-12: depth 15, cost 5,000, 30 seconds. PLT-13: pages of 25, at most 200.
        services.Configure<ExecutionOptions>(o =>
        {
            o.Validation = o.Validation with { Limits = new ComplexityLimits(MaxDepth: settings.MaxDepth, MaxCost: settings.MaxCost) };
            o.Deadline = settings.Deadline;
            o.MaxResponseBytes = settings.MaxResponseBytes;
            o.IncludeCost = true;
            o.Persisted.Automatic = settings.PersistedOperations;
        });
        services.Configure<GraphQLHttpOptions>(o =>
        {
            (o.MaxRequestBytes, o.MaxBatchSize, o.AllowGet, o.Compress) = (settings.MaxRequestBytes, settings.MaxBatchSize, settings.AllowGet, settings.Compress);
            // Answers hold health data: no browser keeps them on its disk. Clients that keep one in memory may still ask for it by its tag.
            o.GetCacheControl = "no-store";
        });
        services.Configure<PagingOptions>(o => (o.DefaultPageSize, o.MaxPageSize) = (25, 200));
        var server = services.AddGraphQLServer();
        if (settings.TrustedDocuments is { Length: > 0 } documents)
            server.AddTrustedDocuments(documents, settings.TrustedDocumentsOnly);
        return server
            .AddExplorer(PortalExplorer.Configure)
            .AddTypes(typeof(SchemaServices).Assembly)
            .AddResultType(typeof(Outcome<>), typeof(OutcomeAdapter<>))
            .AddErrorInterface<Refusal>()
            .AddMutationConventions(o => o.CommonErrors(
                typeof(NotSignedIn), typeof(Forbidden), typeof(NotFound), typeof(RequiredFieldMissing), typeof(InvalidFormat),
                typeof(ConcurrentChange), typeof(IdempotencyMismatch), typeof(RateLimited), typeof(InvalidStateTransition),
                typeof(MaintenanceMode), typeof(TermsNotAccepted), typeof(ImpersonationReadOnly), typeof(ImpersonationExpired)));
    }
}
