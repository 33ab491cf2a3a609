using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.Graph.BackOffice.Platform.Work;
using Portal.Graph.BackOffice.Shared.Display;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.Domain.Accounts.Grievances;
using Portal.Graph.Domain.Platform.Work;

namespace Portal.Graph.BackOffice.Accounts.Grievances;

/// <summary>Q-GRIEVANCE (section C): what the grievances are about.</summary>
public sealed class GrievanceView(GrievanceReads grievances, TimeProvider clock) : IQueueView
{
    public string Queue => GrievanceDesk.Queue;
    public string Purpose => "Grievances of providers that wait for an answer, the next due first.";
    public IReadOnlyList<QueueColumn> Columns { get; } = [new("Grievance", "mono nowrap"), new("Category"), new("Acknowledge")];
    public IReadOnlyList<QueueFilter> Filters { get; } =
    [
        new("category", "Category", [.. Categories()]),
        new("acknowledge", "Acknowledgement", [.. Choices.Of(("", "Any"), ("open", "Not yet"), ("overdue", "Overdue"))]),
    ];

    public IQueryable<WorkItem> Narrow(IQueryable<WorkItem> items, string filter, string choice)
    {
        var wanted = filter is "category" ? grievances.IdsOf(Enum.Parse<GrievanceCategory>(choice))
            : grievances.UnacknowledgedIds(choice is "overdue" ? clock.GetUtcNow() : null);
        return items.Where(item => wanted.Contains(item.SubjectId));
    }

    public async Task<ILookup<long, QueueCell>> CellsAsync(IReadOnlyList<WorkItem> items, CancellationToken ct)
    {
        var grievanceOf = (await grievances.ByIdsAsync([.. items.Select(item => item.SubjectId)], ct)).ToDictionary(grievance => grievance.Id);
        return items.SelectMany(item => Cells(item, grievanceOf.GetValueOrDefault(item.SubjectId)), (item, cell) => (item.Id, Cell: cell)).ToLookup(pair => pair.Id, pair => pair.Cell);
    }

    private IEnumerable<QueueCell> Cells(WorkItem item, Grievance? grievance)
    {
        yield return new(item.SubjectNumber);
        yield return new(grievance is null ? null : GrievancePolicy.Words(grievance.Category));
        yield return grievance is { AcknowledgedAt: null }
            ? new(Show.ShortInstant(grievance.AckDueAt, grievance.Market), Clock: DueClock.Of(grievance.FiledAt, grievance.AckDueAt, clock.GetUtcNow()))
            : new(grievance?.AcknowledgedAt is { } at ? $"Done {Show.ShortInstant(at, grievance.Market)}" : null);
    }

    // A claim payment is never filed as a grievance.
    private static IEnumerable<SelectListItem> Categories() =>
        [new("All categories", ""), .. Enum.GetValues<GrievanceCategory>().Where(category => category is not GrievanceCategory.ClaimPayment)
            .Select(category => new SelectListItem(GrievancePolicy.Words(category), category.ToString()))];
}
