using Portal.Graph.Domain.Platform.Work;
using Portal.Graph.Domain.Platform.Work.Information;
using Portal.GraphQL.Fetching;

namespace Portal.Graph.Schema.Work;

public sealed class NotesByItem(WorkItemParts parts, LoaderDispatcher dispatcher) : GroupedDataLoader<long, WorkNote>(dispatcher)
{
    protected override Task<ILookup<long, WorkNote>> LoadGroupedAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken) =>
        parts.NotesAsync(keys, cancellationToken);
}

public sealed class EventsByItem(WorkItemParts parts, LoaderDispatcher dispatcher) : GroupedDataLoader<long, WorkEvent>(dispatcher)
{
    protected override Task<ILookup<long, WorkEvent>> LoadGroupedAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken) =>
        parts.EventsAsync(keys, cancellationToken);
}

public sealed class QuestionsByItem(InformationReads reads, LoaderDispatcher dispatcher) : GroupedDataLoader<long, InformationRequest>(dispatcher)
{
    protected override Task<ILookup<long, InformationRequest>> LoadGroupedAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken) =>
        reads.OfItemsAsync(keys, cancellationToken);
}
