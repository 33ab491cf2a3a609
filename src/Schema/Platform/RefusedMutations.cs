using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Platform.Audit;
using Portal.GraphQL.Instrumentation;

namespace Portal.Graph.Schema.Platform;

// PLT-03: what was refused is on record as what was done is.
/// <summary>Notes each refused mutation in the audit trail, with the codes and without the input.</summary>
public sealed class RefusedMutations : IExecutionListener
{
    public void MutationEnded(string mutation, IReadOnlyList<string> codes, IServiceProvider services)
    {
        if (codes.Count > 0) services.GetRequiredService<AuditLog>().Refused(mutation, codes);
    }
}
