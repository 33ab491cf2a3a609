using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Display;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Claims.Codes;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Work;

namespace Portal.Graph.BackOffice.Claims;

/// <summary>One pended claim: what was submitted, what was said about it, and the decision (CLM-25, PLT-08).</summary>
[RequiresPermission(Permission.StaffClaimsDecide)]
public sealed class PendedItemModel(
    WorkReads reads, WorkDesk work, ClaimReviewDesk review, ClaimReads claims, ClaimRecordReader records, ActorScope scope, TimeProvider clock) : StaffPage
{
    [BindProperty]
    public DecisionForm Form { get; set; } = new();

    [BindProperty]
    public NoteForm Note { get; set; } = new();

    public WorkItem Item { get; private set; } = null!;
    public ClaimRecord Record { get; private set; } = null!;
    public Claim Claim => Record.Claim;

    /// <summary>The decision is complete and waits for the last word.</summary>
    public bool IsConfirming { get; private set; }
    public DueClock Clock => DueClock.Of(Item, clock.GetUtcNow());
    public bool IsMine => IsHeld && Item.AssigneeId == scope.Actor.UserId;
    public bool IsHeld => Item.State is WorkState.Assigned or WorkState.PendingInfo;
    public bool IsClosed => Item.State is WorkState.Done or WorkState.Cancelled;
    public bool Supervises => scope.Actor.Has(Permission.StaffSupervise);
    public bool MayReadClaims => scope.Actor.Has(Permission.StaffClaimsRead);
    public bool MayDecide => IsMine && Claim.State is ClaimState.Pended or ClaimState.InProcess;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        Form.StartFrom(Record.Lines);
        return Page();
    }

    public async Task<IActionResult> OnPostTakeAsync(long id, CancellationToken ct) =>
        await DoneAsync(id, await work.TakeAsync(id, ct), "The item is yours.", ct);

    public async Task<IActionResult> OnPostReleaseAsync(long id, int version, CancellationToken ct) =>
        await DoneAsync(id, await work.ReleaseAsync(id, version, ct), "The item is back in the queue.", ct);

    public async Task<IActionResult> OnPostReopenAsync(long id, int version, CancellationToken ct) =>
        await DoneAsync(id, await work.ReopenAsync(id, version, ct), "The item is open again, in your hands.", ct);

    public async Task<IActionResult> OnPostNoteAsync(long id, CancellationToken ct) =>
        await DoneAsync(id, await work.NoteAsync(id, Note.Text ?? "", ct), "The note is added.", ct, "Note");

    /// <summary>Works without script: the form comes back with one more row.</summary>
    public async Task<IActionResult> OnPostAddAdjustmentAsync(long id, int line, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        Form.Restore(Record.Lines);
        if (line >= 0 && line < Form.Lines.Count) Form.Lines[line].Adjustments.Add(new());
        return Page();
    }

    public async Task<IActionResult> OnPostEditAsync(long id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        Form.Restore(Record.Lines);
        return Page();
    }

    /// <summary>Checks the decision and shows it once more; nothing is saved yet.</summary>
    public async Task<IActionResult> OnPostReviewAsync(long id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        Form.Restore(Record.Lines);
        IsConfirming = IsSound();
        return Page();
    }

    public async Task<IActionResult> OnPostDecideAsync(long id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        Form.Restore(Record.Lines);
        if (!IsSound()) return Page();
        if (Item.Holds(scope.Actor.UserId ?? 0, false) is { } held) return Refused([held]);
        var decided = await review.DecideAsync(Claim.Id, Form.ClaimVersion, Form.ToAdjudication(), ct);
        if (!decided.Succeeded)
        {
            await LoadAsync(id, ct);
            return Refused(decided.Refusals);
        }
        Toast = $"Claim {decided.Value.Number} is {Show.Words(decided.Value.State).ToLowerInvariant()}: {Show.Money(decided.Value.Paid)} of {Show.Money(decided.Value.TotalCharge)}.";
        return RedirectToPage("/Claims/Pended");
    }

    public IEnumerable<SelectListItem> GroupChoices =>
        [new("–", ""), .. Enum.GetValues<AdjustmentGroup>().Select(group => new SelectListItem($"{group} {CodeTexts.AdjustmentGroups.Find(group.ToString())}", group.ToString()))];

    public string CodeOf(int line) => Record.Lines.FirstOrDefault(known => known.No == line) is { } found
        ? string.Join(' ', [found.Code, .. found.Modifiers]) : "";

    /// <summary>What was refused about a line as a whole.</summary>
    public IEnumerable<string> ErrorsOf(int index) =>
        ModelState.TryGetValue($"Form.Lines[{index}]", out var entry) ? entry.Errors.Select(error => error.ErrorMessage) : [];

    /// <summary>Form faults beside their fields first, then the balance as the desk will judge it.</summary>
    private bool IsSound()
    {
        foreach (var (field, message) in DecisionFormFaults.Of(Form)) Fault(field, message);
        if (ModelState.IsValid) Refuse(AdjudicationPolicy.Faults(Form.ToAdjudication(), Record.Lines).Select(OnThisForm));
        return ModelState.IsValid;
    }

    private async Task<bool> LoadAsync(long id, CancellationToken ct)
    {
        if (await reads.FindAsync(id, ct) is not { Queue: PendedList.Queue } item || await claims.FindAsync(item.SubjectId, ct) is not { } claim) return false;
        (Item, Record) = (item, await records.ReadAsync(claim, ct));
        return true;
    }

    private async Task<IActionResult> DoneAsync(long id, Outcome<WorkItem> outcome, string toast, CancellationToken ct, string form = "Form")
    {
        if (outcome.Succeeded)
        {
            Toast = toast;
            return RedirectToPage(new { id });
        }
        if (!await LoadAsync(id, ct)) return NotFound();
        ModelState.Clear();
        Form.StartFrom(Record.Lines);
        Refuse(outcome.Refusals, form);
        return Page();
    }

    private PageResult Refused(IReadOnlyList<Refusal> refusals)
    {
        Refuse(refusals.Select(OnThisForm));
        return Page();
    }

    // The desk's paths name a line or the denial category; what it says about the whole has no field of its own here.
    private static Refusal OnThisForm(Refusal refusal) =>
        refusal.Path is ["lines", _, ..] or ["denialCategory"] ? refusal : refusal with { Path = null };
}

public sealed class NoteForm
{
    public string? Text { get; set; }
}
