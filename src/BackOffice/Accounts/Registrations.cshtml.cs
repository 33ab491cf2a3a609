using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.Graph.BackOffice.Platform.Work;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Display;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.Domain.Accounts.Registration;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Work;

namespace Portal.Graph.BackOffice.Accounts;

/// <summary>/staff/registrations: the queue Q-REG (section C).</summary>
[RequiresPermission(Permission.StaffSupport)]
public sealed class RegistrationsModel(WorkPages pages, NextWork next, WorkPeople people, RegistrationReviewDesk desk, TimeProvider clock) : StaffPage
{
    private const int PageSize = 25;
    private IReadOnlyDictionary<string, (int Failures, int Sources)> _failures = new Dictionary<string, (int, int)>();

    [BindProperty(SupportsGet = true)]
    public Market? Market { get; set; }

    /// <summary>Empty: what is open.</summary>
    [BindProperty(SupportsGet = true)]
    public WorkState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Assignee { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Due { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    /// <summary>A Provider ID or part of one.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Provider { get; set; }

    [BindProperty(SupportsGet = true, Name = "sort")]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = "after")]
    public string? AfterCursor { get; set; }

    [BindProperty(SupportsGet = true, Name = "before")]
    public string? BeforeCursor { get; set; }

    public WorkPage List { get; private set; } = new([], 0, null, null);
    public IReadOnlyList<WorkPerson> People { get; private set; } = [];
    public string Order => QueueOrder.Text(QueueOrder.Of(Sort));
    public IEnumerable<SelectListItem> AssigneeChoices => QueueOrder.Assignees(People);

    public bool IsFiltered => Common.IsSet || From is not null || To is not null;

    public (int Failures, int Sources) FailuresOf(WorkItem item) => item.SubjectNumber is { } id ? _failures.GetValueOrDefault(id) : default;

    public DueClock ClockOf(WorkItem item) => DueClock.Of(item, clock.GetUtcNow());

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostTakeNextAsync(CancellationToken ct)
    {
        var taken = await next.TakeAsync(RegistrationWork.Queue, ct);
        if (taken.Succeeded)
        {
            Toast = $"Item {taken.Value.Id} is yours.";
            return RedirectToPage("/Accounts/RegistrationItem", new { id = taken.Value.Id });
        }
        Refuse(taken.Refusals);
        await LoadAsync(ct);
        return Page();
    }

    // What every queue filters by; the Provider ID that was tried is the subject's number.
    private QueueFilterForm Common => new() { Market = Market, State = State, Assignee = Assignee, Due = Due, Text = Provider };

    private async Task LoadAsync(CancellationToken ct)
    {
        List = await pages.ReadAsync(RegistrationWork.Queue, Common.ToWork(), QueueOrder.Of(Sort), AfterCursor, BeforeCursor, PageSize, ct, items =>
        {
            if (From is { } from && StartOf(from) is var first) items = items.Where(i => i.ReceivedAt >= first);
            if (To is { } to && StartOf(to.AddDays(1)) is var after) items = items.Where(i => i.ReceivedAt < after);
            return items;
        });
        People = await people.OfAsync(WorkQueue.ByKey(RegistrationWork.Queue), ct);
        _failures = await desk.FailuresAsync([.. List.Rows.Select(i => i.SubjectNumber).OfType<string>().Distinct()], ct);
    }

    // Days of the filter's market; of the markets' common zone where none is chosen.
    private DateTimeOffset StartOf(DateOnly day) => WorkClockPolicy.StartOf(day, Market ?? Domain.Platform.Market.OH);
}
