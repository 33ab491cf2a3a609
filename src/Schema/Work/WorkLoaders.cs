using Portal.Graph.Domain.Platform.Work;
using Portal.Graph.Domain.Platform.Work.Information;
using Portal.Graph.Schema.Platform;
using Portal.GraphQL.Fetching;

namespace Portal.Graph.Schema.Work;

public sealed class NotesByItem(WorkItemParts parts, LoaderDispatcher dispatcher) : RowsByRecord<WorkNote>(parts.NotesAsync, dispatcher);

public sealed class EventsByItem(WorkItemParts parts, LoaderDispatcher dispatcher) : RowsByRecord<WorkEvent>(parts.EventsAsync, dispatcher);

public sealed class QuestionsByItem(InformationReads reads, LoaderDispatcher dispatcher) : RowsByRecord<InformationRequest>(reads.OfItemsAsync, dispatcher);
