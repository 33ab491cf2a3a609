using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.Graph.BackOffice.Platform.Work;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Display;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.BackOffice.Shared.Lists;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Work;

namespace Portal.Graph.BackOffice.Claims;

/// <summary>/staff/claims/pended: the queue Q-CLAIM-PEND (section C).</summary>
[ReadsOnPost("Filter"), RequiresPermission(Permission.StaffClaimsDecide)]
public sealed class PendedModel(PendedList list, NextWork next, WorkDesk desk, WorkPeople people, ActorScope scope, SealedText sealedText) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public PendedFilter Filter { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "sort")]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = "after")]
    public string? AfterCursor { get; set; }

    [BindProperty(SupportsGet = true, Name = "before")]
    public string? BeforeCursor { get; set; }

    public PendedRows List { get; private set; } = PendedRows.None;
    public IReadOnlyList<WorkPerson> People { get; private set; } = [];

    /// <summary>The filter as it stands in the address: actions of a row come back to the same list.</summary>
    public Dictionary<string, string> Query => Request.Query
        .Where(pair => pair.Key != "handler").ToDictionary(pair => pair.Key, pair => pair.Value.ToString());

    public bool MayReadClaims => scope.Actor.Has(Permission.StaffClaimsRead);
    public string Order => QueueOrder.Text(QueueOrder.Of(Sort));
    public bool IsFiltered => Filter.IsSet;

    public IEnumerable<SelectListItem> StateChoices =>
        [new("Open", ""), .. Enum.GetValues<WorkState>().Select(state => new SelectListItem(Show.Words(state), state.ToString()))];

    public IEnumerable<SelectListItem> AssigneeChoices => QueueOrder.Assignees(People);

    public Task OnGetAsync(CancellationToken ct)
    {
        Filter.Text = sealedText.Open(Filter.Text);
        return LoadAsync(ct);
    }

    /// <summary>Turns what was typed into an address; PLT-17: free text goes into it sealed.</summary>
    public IActionResult OnPostFilter() => RedirectToPage(new
    {
        market = Filter.Market, state = Filter.State, assignee = Blank(Filter.Assignee), due = Blank(Filter.Due),
        reason = Filter.Reason, provider = Blank(Filter.Provider), text = sealedText.Seal(Filter.Text),
        sort = Order == "due" ? null : Order,
    });

    public async Task<IActionResult> OnPostTakeNextAsync(CancellationToken ct)
    {
        var taken = await next.TakeAsync(PendedList.Queue, ct);
        return taken.Succeeded ? Opened(taken.Value) : await RefusedAsync(taken.Refusals, ct);
    }

    public async Task<IActionResult> OnPostTakeAsync(long id, CancellationToken ct)
    {
        var taken = await desk.TakeAsync(id, ct);
        return taken.Succeeded ? Opened(taken.Value) : await RefusedAsync(taken.Refusals, ct);
    }

    public async Task<IActionResult> OnPostReleaseAsync(long id, int version, CancellationToken ct)
    {
        var released = await desk.ReleaseAsync(id, version, ct);
        if (!released.Succeeded) return await RefusedAsync(released.Refusals, ct);
        Toast = $"Item {id} is back in the queue.";
        return LocalRedirect(Address.With(Request, ("handler", null)));
    }

    private RedirectToPageResult Opened(WorkItem item)
    {
        Toast = $"Item {item.Id} is yours.";
        return RedirectToPage("/Claims/PendedItem", new { id = item.Id });
    }

    private async Task<IActionResult> RefusedAsync(IReadOnlyList<Refusal> refusals, CancellationToken ct)
    {
        Refuse(refusals);
        Filter.Text = sealedText.Open(Filter.Text);
        await LoadAsync(ct);
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Filter.Provider = Blank(Filter.Provider);
        List = await list.PageAsync(Filter, QueueOrder.Of(Sort), AfterCursor, BeforeCursor, ct);
        People = await people.OfAsync(WorkQueue.ByKey(PendedList.Queue), ct);
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
