using Microsoft.AspNetCore.Mvc;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Display;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.Domain.Accounts.Registration;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Work;

namespace Portal.Graph.BackOffice.Accounts;

/// <summary>One Provider ID that was tried in vain: its tries, and what support decides about it (ACC-01).</summary>
[RequiresPermission(Permission.StaffSupport)]
public sealed class RegistrationItemModel(WorkReads reads, WorkDesk work, RegistrationReviewDesk desk, ActorScope scope, TimeProvider clock) : StaffPage
{
    [BindProperty]
    public RegistrationForm Form { get; set; } = new();

    public WorkItem Item { get; private set; } = null!;
    public IReadOnlyList<Registration> Tries { get; private set; } = [];
    public DueClock Clock => DueClock.Of(Item, clock.GetUtcNow());
    public bool IsHeld => Item.State is WorkState.Assigned or WorkState.PendingInfo;
    public bool IsMine => IsHeld && Item.AssigneeId == scope.Actor.UserId;

    public static Tone ToneOf(Registration row) => row.ForgivenAt is not null ? Tone.Neutral : row.Outcome switch
    {
        RegistrationOutcome.Matched => Tone.Green,
        RegistrationOutcome.NoMatch => Tone.Amber,
        RegistrationOutcome.Locked => Tone.Red,
    };

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostTakeAsync(long id, CancellationToken ct) => await DoneAsync(id, await work.TakeAsync(id, ct), "The item is yours.", ct);

    public async Task<IActionResult> OnPostReleaseAsync(long id, int version, CancellationToken ct) =>
        await DoneAsync(id, await work.ReleaseAsync(id, version, ct), "The item is back in the queue.", ct);

    public async Task<IActionResult> OnPostDecideAsync(long id, CancellationToken ct)
    {
        if (Form.Decision is { } decision) return await DoneAsync(id, await desk.DecideAsync(id, decision, Form.Reason, ct), "The item is done.", ct);
        return await DoneAsync(id, new RequiredFieldMissing("What was done") { Path = ["decision"] }, "", ct);
    }

    private async Task<IActionResult> DoneAsync(long id, Outcome<WorkItem> outcome, string toast, CancellationToken ct)
    {
        if (outcome.Succeeded)
        {
            Toast = toast;
            return RedirectToPage(new { id });
        }
        if (!await LoadAsync(id, ct)) return NotFound();
        Refuse(outcome.Refusals);
        return Page();
    }

    private async Task<bool> LoadAsync(long id, CancellationToken ct)
    {
        if (await reads.FindAsync(id, ct) is not { Queue: "Q-REG", SubjectNumber: { } providerId } item) return false;
        (Item, Tries) = (item, await desk.TriesAsync(providerId, ct));
        return true;
    }
}

public sealed class RegistrationForm
{
    public RegistrationDecision? Decision { get; set; }
    public string? Reason { get; set; }
}
