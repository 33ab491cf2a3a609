using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.Graph.BackOffice.Shared.Display;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Letters;
using Portal.Graph.Domain.Platform.Work;
using Portal.Graph.Domain.Platform.Work.Information;

namespace Portal.Graph.BackOffice.Platform.Work;

// PLT-08
/// <summary>What the page of every item can do: take, assign, release, note, ask for information, complete, reopen. A capability's own page adds its decision.</summary>
public abstract class WorkItemPage(ItemDesks desks) : StaffPage
{
    [BindProperty]
    public ItemNoteForm Note { get; set; } = new();

    [BindProperty]
    public AskForm Ask { get; set; } = new();

    [BindProperty]
    public ReplyForm Reply { get; set; } = new();

    [BindProperty]
    public AssignForm Give { get; set; } = new();

    [BindProperty]
    public UrgencyForm Urgency { get; set; } = new();

    public WorkItem Item { get; private set; } = null!;
    public WorkQueue Queue { get; private set; } = null!;
    public IReadOnlyList<InformationRequest> Questions { get; private set; } = [];
    public IReadOnlyList<Letter> Letters { get; private set; } = [];
    public IReadOnlyList<WorkPerson> People { get; private set; } = [];
    public ProviderAccount? Provider { get; private set; }

    public DueClock Clock => DueClock.Of(Item, desks.Clock.GetUtcNow());
    public bool IsHeld => Item.IsHeld;
    public bool IsClosed => !Item.IsOpen;
    public bool IsMine => IsHeld && Item.AssigneeId == desks.Scope.Actor.UserId;
    public bool Supervises => desks.Scope.Actor.Has(Permission.StaffSupervise);
    public bool MayAudit => desks.Scope.Actor.Has(Permission.StaffAuditRead);
    public bool MayRelease => Item.State is WorkState.Assigned && (IsMine || Supervises);

    public IEnumerable<SelectListItem> PersonChoices =>
        [new("Choose a person", ""), .. People.Select(person => new SelectListItem(person.Name, person.Id.ToString(CultureInfo.InvariantCulture)))];

    /// <summary>Whether the item is closed by hand; where a decision closes it, it is not.</summary>
    public virtual bool ClosesByHand => true;

    /// <summary>The address of a form of this page.</summary>
    public string Post(string handler) => $"{Request.PathBase}{Request.Path}?handler={handler}";

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct)) return NotFound();
        (Give.AssigneeId, Urgency.Priority) = (Item.AssigneeId, Item.Priority);
        BeginForms();
        return Page();
    }

    public async Task<IActionResult> OnPostTakeAsync(long id, CancellationToken ct) =>
        await DoneAsync(id, await desks.Work.TakeAsync(id, ct), "The item is yours.", "Form", ct);

    public async Task<IActionResult> OnPostReleaseAsync(long id, int version, CancellationToken ct) =>
        await DoneAsync(id, await desks.Work.ReleaseAsync(id, version, ct), "The item is back in the queue.", "Form", ct);

    public async Task<IActionResult> OnPostReopenAsync(long id, int version, CancellationToken ct) =>
        await DoneAsync(id, await desks.Work.ReopenAsync(id, version, ct), "The item is open again, in your hands.", "Form", ct);

    public async Task<IActionResult> OnPostCompleteAsync(long id, int version, CancellationToken ct) =>
        await DoneAsync(id, await desks.Work.CompleteAsync(id, version, ct), "The item is done.", "Form", ct);

    public async Task<IActionResult> OnPostNoteAsync(long id, CancellationToken ct) =>
        await DoneAsync(id, await desks.Work.NoteAsync(id, Note.Text ?? "", ct), "The note is added.", "Note", ct);

    public async Task<IActionResult> OnPostAssignAsync(long id, int version, CancellationToken ct) => await DoneAsync(
        id, Give.AssigneeId is { } person ? await desks.Work.AssignAsync(id, person, version, ct) : new RequiredFieldMissing("Assignee") { Path = ["assigneeId"] },
        "The item is assigned.", "Give", ct);

    public async Task<IActionResult> OnPostPrioritizeAsync(long id, int version, CancellationToken ct) =>
        await DoneAsync(id, await desks.Work.PrioritizeAsync(id, Urgency.Priority, version, ct), "The priority is changed.", "Urgency", ct);

    public async Task<IActionResult> OnPostAskAsync(long id, int version, CancellationToken ct) =>
        await DoneAsync(id, await desks.Information.AskAsync(id, Ask.Text, Ask.DueInDays, version, ct), "The question is asked.", "Ask", ct);

    public async Task<IActionResult> OnPostRecordAsync(long id, int version, CancellationToken ct) =>
        await DoneAsync(id, await desks.Information.RecordAsync(id, Reply.Answer, version, ct), "The answer is noted, and the work goes on.", "Reply", ct);

    public async Task<IActionResult> OnPostWithdrawAsync(long id, int version, CancellationToken ct) =>
        await DoneAsync(id, await desks.Information.WithdrawAsync(id, version, ct), "The question is withdrawn, and the work goes on.", "Reply", ct);

    /// <summary>The item is read; a page of its own reads the rest. False when there is nothing to show.</summary>
    protected virtual Task<bool> ReadAsync(CancellationToken ct) => Task.FromResult(true);

    /// <summary>The page's own forms as they stand before anybody filled them in.</summary>
    protected virtual void BeginForms() { }

    /// <summary>Whether the item is of this page's queue.</summary>
    protected abstract bool Serves(WorkItem item);

    protected async Task<bool> FindAsync(long id, CancellationToken ct)
    {
        if (await desks.Reads.RecordAsync(id, ct) is not { } item || !Serves(item)) return false;
        (Item, Queue) = (item, desks.Queues.ByKey(item.Queue));
        Questions = await desks.Questions.OfItemAsync(item, ct);
        Letters = await desks.Letters.OfAsync(item, ct);
        if (Supervises && item.IsOpen) People = await desks.People.OfAsync(Queue, ct);
        Provider = item.AccountId is { } account ? (await desks.Accounts.ByIdsAsync([account], ct)).SingleOrDefault() : null;
        return await ReadAsync(ct);
    }

    /// <summary>Comes back to the page after a change, or shows what was refused beside its field.</summary>
    /// <param name="form">The property of the form that was sent.</param>
    protected async Task<IActionResult> DoneAsync(long id, Outcome<WorkItem> outcome, string toast, string form, CancellationToken ct)
    {
        if (outcome.Succeeded)
        {
            Toast = toast;
            return LocalRedirect($"{Request.PathBase}{Request.Path}");
        }
        if (!await FindAsync(id, ct)) return NotFound();
        ModelState.Clear();
        BeginForms();
        Refuse(outcome.Refusals, form);
        return Page();
    }
}
