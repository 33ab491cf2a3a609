using Portal.Graph.Domain.Coverage;
using Portal.Graph.Domain.Members;
using Portal.Graph.Schema.Platform;
using Portal.GraphQL.Fetching;

namespace Portal.Graph.Schema.Members;

public sealed class MemberById(MemberReads reads, LoaderDispatcher dispatcher) : RecordById<Member>(reads.ByIdsAsync, dispatcher);

public sealed class SubscriberByMember(MemberReads reads, LoaderDispatcher dispatcher) : BatchDataLoader<long, Member>(dispatcher)
{
    protected override Task<IReadOnlyDictionary<long, Member>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken) =>
        reads.SubscribersOfAsync(keys, cancellationToken);
}

public sealed class InformationByMember(MemberReads reads, LoaderDispatcher dispatcher)
    : BatchDataLoader<(long Member, DateOnly On), MemberInformation>(dispatcher)
{
    protected override async Task<IReadOnlyDictionary<(long Member, DateOnly On), MemberInformation>> LoadBatchAsync(
        IReadOnlyList<(long Member, DateOnly On)> keys, CancellationToken cancellationToken)
    {
        var found = new Dictionary<(long, DateOnly), MemberInformation>();
        foreach (var date in keys.GroupBy(k => k.On, k => k.Member))
            foreach (var information in await reads.InformationOfAsync([.. date], date.Key, cancellationToken))
                found[(information.Member.Id, date.Key)] = information;
        return found;
    }
}

public sealed class SpansByMember(CoverageReads reads, LoaderDispatcher dispatcher) : GroupedDataLoader<long, EligibilitySpan>(dispatcher)
{
    protected override async Task<ILookup<long, EligibilitySpan>> LoadGroupedAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken) =>
        (await reads.SpansOfAsync(keys, cancellationToken)).ToLookup(s => s.MemberId);
}

public sealed class CobByMember(CoverageReads reads, LoaderDispatcher dispatcher) : GroupedDataLoader<long, CobRecord>(dispatcher)
{
    protected override async Task<ILookup<long, CobRecord>> LoadGroupedAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken) =>
        (await reads.CobOfAsync(keys, cancellationToken)).ToLookup(r => r.MemberId);
}
