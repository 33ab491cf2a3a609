using Portal.Graph.Domain.Claims;
using Portal.GraphQL.Fetching;

namespace Portal.Graph.Schema.Claims;

public sealed class ClaimById(ClaimReads reads, LoaderDispatcher dispatcher) : BatchDataLoader<long, Claim>(dispatcher)
{
    protected override async Task<IReadOnlyDictionary<long, Claim>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken) =>
        (await reads.ByIdsAsync(keys, cancellationToken)).ToDictionary(c => c.Id);
}

public sealed class LinesByClaim(ClaimReads reads, LoaderDispatcher dispatcher) : GroupedDataLoader<long, ClaimLine>(dispatcher)
{
    protected override Task<ILookup<long, ClaimLine>> LoadGroupedAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken) =>
        reads.LinesAsync(keys, cancellationToken);
}

public sealed class DiagnosesByClaim(ClaimReads reads, LoaderDispatcher dispatcher) : GroupedDataLoader<long, ClaimDiagnosis>(dispatcher)
{
    protected override Task<ILookup<long, ClaimDiagnosis>> LoadGroupedAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken) =>
        reads.DiagnosesAsync(keys, cancellationToken);
}

public sealed class OtherPayersByClaim(ClaimReads reads, LoaderDispatcher dispatcher) : GroupedDataLoader<long, ClaimOtherPayer>(dispatcher)
{
    protected override Task<ILookup<long, ClaimOtherPayer>> LoadGroupedAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken) =>
        reads.OtherPayersAsync(keys, cancellationToken);
}

public sealed class ReasonsByClaim(ClaimReads reads, LoaderDispatcher dispatcher) : GroupedDataLoader<long, ClaimReason>(dispatcher)
{
    protected override Task<ILookup<long, ClaimReason>> LoadGroupedAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken) =>
        reads.ReasonsAsync(keys, cancellationToken);
}

public sealed class RejectionsByClaim(ClaimReads reads, LoaderDispatcher dispatcher) : GroupedDataLoader<long, ClaimRejection>(dispatcher)
{
    protected override Task<ILookup<long, ClaimRejection>> LoadGroupedAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken) =>
        reads.RejectionsAsync(keys, cancellationToken);
}

public sealed class EventsByClaim(ClaimReads reads, LoaderDispatcher dispatcher) : GroupedDataLoader<long, ClaimEvent>(dispatcher)
{
    protected override Task<ILookup<long, ClaimEvent>> LoadGroupedAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken) =>
        reads.EventsAsync(keys, cancellationToken);
}
