using System.Globalization;
using Portal.Graph.BackOffice.Platform.Work;
using Portal.Graph.Domain.Accounts.Registration;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Work;

namespace Portal.Graph.BackOffice.Accounts;

/// <summary>Q-REG (section C): which Provider IDs were tried in vain, how often, and from how many addresses.</summary>
public sealed class RegistrationView(RegistrationReviewDesk desk) : IQueueView
{
    public string Queue => RegistrationWork.Queue;
    public string Purpose => "Provider IDs that somebody tried in vain, the next due first. One appears here after its third failure.";
    public string TextLabel => "Provider ID";

    public IReadOnlyList<QueueColumn> Columns { get; } = [new("Tried Provider ID", "mono nowrap"), new("Failures", "amount"), new("Addresses", "amount")];

    public IReadOnlyList<QueueFilter> Filters { get; } = [new("from", "Received from"), new("to", "Received to")];

    // A list of all markets has no day of its own: it takes that of the most of them.
    public IQueryable<WorkItem> Narrow(IQueryable<WorkItem> items, string filter, string choice)
    {
        var day = DateOnly.ParseExact(choice, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var (first, after) = (WorkClockPolicy.StartOf(day, Market.OH), WorkClockPolicy.StartOf(day.AddDays(1), Market.OH));
        return filter is "from" ? items.Where(item => item.ReceivedAt >= first) : items.Where(item => item.ReceivedAt < after);
    }

    public async Task<ILookup<long, QueueCell>> CellsAsync(IReadOnlyList<WorkItem> items, CancellationToken ct)
    {
        var failures = await desk.FailuresAsync([.. items.Select(item => item.SubjectNumber).OfType<string>().Distinct()], ct);
        return items.SelectMany(
            item =>
            {
                var (count, sources) = item.SubjectNumber is { } id ? failures.GetValueOrDefault(id) : default;
                return new[] { new QueueCell(item.SubjectNumber), new QueueCell(Counted(count)), new QueueCell(Counted(sources)) };
            },
            (item, cell) => (item.Id, Cell: cell)).ToLookup(pair => pair.Id, pair => pair.Cell);
    }

    private static string Counted(int count) => count.ToString(CultureInfo.InvariantCulture);
}
