using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Team;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Schema.Platform;
using Portal.GraphQL.Fetching;

namespace Portal.Graph.Schema.Accounts;

public sealed class AccountById(AccountReads reads, LoaderDispatcher dispatcher) : RecordById<ProviderAccount>(reads.ByIdsAsync, dispatcher);

public sealed class PractitionerByNpi(AccountReads reads, LoaderDispatcher dispatcher) : BatchDataLoader<string, Practitioner>(dispatcher)
{
    protected override async Task<IReadOnlyDictionary<string, Practitioner>> LoadBatchAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
        (await reads.PractitionersByNpiAsync(keys, cancellationToken)).ToDictionary(p => p.Npi);
}

public sealed class MembershipsOfUser(TeamReads reads, LoaderDispatcher dispatcher) : BatchDataLoader<long, IReadOnlyList<Membership>>(dispatcher)
{
    protected override async Task<IReadOnlyDictionary<long, IReadOnlyList<Membership>>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken) =>
        (await reads.MembershipsAsync(keys, cancellationToken)).ToDictionary(m => m.Key, IReadOnlyList<Membership> (m) => [.. m]);
}
