using Portal.Graph.Domain.Platform.Audit;
using Portal.GraphQL.Fetching;

namespace Portal.Graph.Schema.Audit;

public sealed class AuditUserById(AuditNames names, LoaderDispatcher dispatcher) : BatchDataLoader<long, string>(dispatcher)
{
    protected override Task<IReadOnlyDictionary<long, string>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken) =>
        names.UsersAsync(keys, cancellationToken);
}

public sealed class AuditMemberById(AuditNames names, LoaderDispatcher dispatcher) : BatchDataLoader<long, string>(dispatcher)
{
    protected override async Task<IReadOnlyDictionary<long, string>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken) =>
        (await names.MembersAsync(keys, cancellationToken)).ToDictionary(m => m.Key, m => m.Value.ToString());
}
