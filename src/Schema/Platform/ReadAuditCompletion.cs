using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Platform.Audit;
using Portal.GraphQL.Execution;

namespace Portal.Graph.Schema.Platform;

// PLT-06: reads of health data are durable before the answer is sent.
/// <summary>Holds an answer back until the audit rows of what it read are stored.</summary>
public sealed class ReadAuditCompletion : IRequestCompletion
{
    public Task BeforeResponseAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<AuditLog>().FlushReadsAsync(cancellationToken);
}
