using Portal.Graph.BackOffice.Shared.Display;
using Portal.Graph.Domain.Platform.Work;

namespace Portal.Graph.BackOffice.Platform.Work;

/// <summary>The list of a queue whose capability registered no view.</summary>
internal sealed class PlainQueueView(string queue) : IQueueView
{
    public string Queue => queue;
    public string Purpose => "What waits for a person, the next due first.";
    public IReadOnlyList<QueueColumn> Columns { get; } = [new("Subject", "mono nowrap"), new("Reason")];

    public Task<ILookup<long, QueueCell>> CellsAsync(IReadOnlyList<WorkItem> items, CancellationToken ct) => Task.FromResult(items
        .SelectMany(item => new[] { (item.Id, Cell: new QueueCell(item.SubjectNumber)), (item.Id, Cell: new QueueCell(Show.Sentence(item.Reason))) })
        .ToLookup(pair => pair.Id, pair => pair.Cell));
}
