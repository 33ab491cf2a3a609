using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Schema.Platform;
using Portal.GraphQL.Building;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Paging;
using Portal.GraphQL.Transport.Explorer;
using Portal.GraphQL.Validation;

namespace Portal.Graph.Schema;

public static class SchemaServices
{
    /// <summary>The portal's GraphQL schema over the domain.</summary>
    public static GraphQLServerBuilder AddPortalSchema(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<IFieldAuthorizer, ActorAuthorizer>();
        services.AddSingleton<IErrorMapper, RefusalMapper>();
        services.AddSingleton<IRequestCompletion, ReadAuditCompletion>();
        services.AddSingleton<IQueryExecutor, EfQueryExecutor>();
        // PLT-12: depth 15, cost 5,000, 30 seconds. PLT-13: pages of 25, at most 200.
        services.Configure<ExecutionOptions>(o =>
        {
            o.Validation = o.Validation with { Limits = new ComplexityLimits(MaxDepth: 15, MaxCost: 5_000) };
            o.Deadline = TimeSpan.FromSeconds(30);
            o.IncludeCost = true;
        });
        services.Configure<PagingOptions>(o => (o.DefaultPageSize, o.MaxPageSize) = (25, 200));
        return services.AddGraphQLServer()
            .AddExplorer(PortalExplorer.Configure)
            .AddTypes(typeof(SchemaServices).Assembly)
            .AddResultType(typeof(Outcome<>), typeof(OutcomeAdapter<>))
            .AddErrorInterface<Refusal>()
            .AddMutationConventions(o => o.CommonErrors(
                typeof(NotSignedIn), typeof(Forbidden), typeof(NotFound), typeof(RequiredFieldMissing), typeof(InvalidFormat),
                typeof(ConcurrentChange), typeof(IdempotencyMismatch), typeof(RateLimited), typeof(InvalidStateTransition),
                typeof(MaintenanceMode), typeof(TermsNotAccepted), typeof(ImpersonationReadOnly)));
    }
}
