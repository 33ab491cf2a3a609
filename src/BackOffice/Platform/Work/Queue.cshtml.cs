using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Display;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.BackOffice.Shared.Lists;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Work;

namespace Portal.Graph.BackOffice.Platform.Work;

/// <summary>The page of a queue: the common columns, filters and actions of section C, and between them what its capability's view shows.</summary>
[ReadsOnPost("Filter"), WorksQueue]
public sealed class QueueModel(
    WorkPages pages, NextWork next, WorkDesk desk, WorkPeople people, WorkQueues queues, IEnumerable<IQueueView> views, AccountReads accounts, ActorScope scope, SealedText sealedText, TimeProvider clock)
    : StaffPage
{
    public const int PageSize = 25;

    [BindProperty(SupportsGet = true)]
    public QueueFilterForm Filter { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "sort")]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = "after")]
    public string? AfterCursor { get; set; }

    [BindProperty(SupportsGet = true, Name = "before")]
    public string? BeforeCursor { get; set; }

    public WorkQueue Queue => WorksQueueAttribute.QueueAt(Request.Path, queues)!;
    public IQueueView View { get; private set; } = null!;
    public WorkPage List { get; private set; } = new([], 0, null, null);
    public IReadOnlyDictionary<long, ProviderAccount> Providers { get; private set; } = new Dictionary<long, ProviderAccount>();
    public ILookup<long, QueueCell> Cells { get; private set; } = Enumerable.Empty<QueueCell>().ToLookup(_ => 0L);
    public IReadOnlyList<WorkPerson> People { get; private set; } = [];
    public string Order => QueueOrder.Text(QueueOrder.Of(Sort));

    /// <summary>The address of a form of this page, which comes back to the same list.</summary>
    public string Post(string handler) => Address.With(Request, ("handler", handler));

    public DueClock ClockOf(WorkItem item) => DueClock.Of(item, clock.GetUtcNow());
    public bool MayTake(WorkItem item) => item.State is WorkState.New;
    public bool MayRelease(WorkItem item) => item.State is WorkState.Assigned && (item.AssigneeId == scope.Actor.UserId || scope.Actor.Has(Permission.StaffSupervise));

    public IEnumerable<SelectListItem> AssigneeChoices => QueueOrder.Assignees(People);

    public override void OnPageHandlerSelected(PageHandlerSelectedContext context) =>
        View = views.SingleOrDefault(view => view.Queue == Queue.Key) ?? new PlainQueueView(Queue.Key);

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    /// <summary>Turns what was typed into an address; PLT-17: free text goes into it sealed.</summary>
    public IActionResult OnPostFilter() => LocalRedirect(Address.With(Request,
    [
        ("handler", null), ("after", null), ("before", null),
        ("market", Filter.Market?.ToString()), ("state", Filter.State?.ToString()), ("assignee", Filter.Assignee), ("due", Filter.Due),
        .. View.Filters.Select(filter => (filter.Key, Filter.Own.GetValueOrDefault(filter.Key))),
        ("provider", Filter.Provider?.Trim()), ("text", sealedText.Seal(Filter.Text)),
    ]));

    public async Task<IActionResult> OnPostTakeNextAsync(CancellationToken ct) => await OpenedAsync(await next.TakeAsync(Queue.Key, ct), ct);

    public async Task<IActionResult> OnPostTakeAsync(long id, CancellationToken ct) => await OpenedAsync(await desk.TakeAsync(id, ct), ct);

    public async Task<IActionResult> OnPostReleaseAsync(long id, int version, CancellationToken ct)
    {
        var released = await desk.ReleaseAsync(id, version, ct);
        if (!released.Succeeded) return await RefusedAsync(released.Refusals, ct);
        Toast = $"Item {id} is back in the queue.";
        return LocalRedirect(Address.With(Request, ("handler", null)));
    }

    private async Task<IActionResult> OpenedAsync(Outcome<WorkItem> taken, CancellationToken ct)
    {
        if (!taken.Succeeded) return await RefusedAsync(taken.Refusals, ct);
        Toast = $"Item {taken.Value.Id} is yours.";
        return LocalRedirect($"{Request.PathBase}{Queue.Page}/{taken.Value.Id}");
    }

    private async Task<IActionResult> RefusedAsync(IReadOnlyList<Refusal> refusals, CancellationToken ct)
    {
        ModelState.Clear();
        Refuse(refusals);
        await LoadAsync(ct);
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Filter.Text = sealedText.Open(Filter.Text)?.Trim();
        Filter.Keep(View.Filters, key => Request.Query[key]);
        var byText = Filter.Text is { Length: > 0 } text ? await View.FindAsync(text, ct) : null;
        List = await pages.ReadAsync(
            Queue.Key, Filter.ToWork(byText is null ? Filter.Text : null), QueueOrder.Of(Sort), AfterCursor, BeforeCursor, PageSize, ct, items => Narrowed(items, byText));
        Cells = await View.CellsAsync(List.Rows, ct);
        People = await people.OfAsync(Queue, ct);
        Providers = (await accounts.ByIdsAsync([.. List.Rows.Select(item => item.AccountId).OfType<long>().Distinct()], ct)).ToDictionary(account => account.Id);
    }

    private IQueryable<WorkItem> Narrowed(IQueryable<WorkItem> items, Func<IQueryable<WorkItem>, IQueryable<WorkItem>>? byText) => Filter.Own
        .Where(own => own.Value is not null).Aggregate(byText?.Invoke(items) ?? items, (narrowed, own) => View.Narrow(narrowed, own.Key, own.Value!));
}
