using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.Graph.BackOffice.Platform.Work;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Display;
using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Claims.Codes;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Work;

namespace Portal.Graph.BackOffice.Claims;

/// <summary>One pended claim: what was submitted, what was said about it, and the decision (CLM-25, PLT-08).</summary>
[RequiresPermission(Permission.StaffClaimsDecide)]
public sealed class PendedItemModel(ItemDesks desks, ClaimReviewDesk review, ClaimReads claims, ClaimRecordReader records, ActorScope scope) : WorkItemPage(desks)
{
    [BindProperty]
    public DecisionForm Form { get; set; } = new();

    public ClaimRecord Record { get; private set; } = null!;
    public Claim Claim => Record.Claim;

    /// <summary>The decision is complete and waits for the last word.</summary>
    public bool IsConfirming { get; private set; }
    public override bool ClosesByHand => false;
    public bool MayReadClaims => scope.Actor.Has(Permission.StaffClaimsRead);
    public bool MayDecide => IsMine && Claim.State is ClaimState.Pended or ClaimState.InProcess;

    /// <summary>Works without script: the form comes back with one more row.</summary>
    public async Task<IActionResult> OnPostAddAdjustmentAsync(long id, int line, CancellationToken ct)
    {
        if (!await FindAsync(id, ct)) return NotFound();
        Form.Restore(Record.Lines);
        if (line >= 0 && line < Form.Lines.Count) Form.Lines[line].Adjustments.Add(new());
        return Page();
    }

    public async Task<IActionResult> OnPostEditAsync(long id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct)) return NotFound();
        Form.Restore(Record.Lines);
        return Page();
    }

    /// <summary>Checks the decision and shows it once more; nothing is saved yet.</summary>
    public async Task<IActionResult> OnPostReviewAsync(long id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct)) return NotFound();
        Form.Restore(Record.Lines);
        IsConfirming = IsSound();
        return Page();
    }

    public async Task<IActionResult> OnPostDecideAsync(long id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct)) return NotFound();
        Form.Restore(Record.Lines);
        if (!IsSound()) return Page();
        if (Item.Holds(scope.Actor.UserId ?? 0, false) is { } held) return Refused([held]);
        var decided = await review.DecideAsync(Claim.Id, Form.ClaimVersion, Form.ToAdjudication(), ct);
        if (!decided.Succeeded)
        {
            await FindAsync(id, ct);
            return Refused(decided.Refusals);
        }
        Toast = $"Claim {decided.Value.Number} is {Show.Words(decided.Value.State).ToLowerInvariant()}: {Show.Money(decided.Value.Paid)} of {Show.Money(decided.Value.TotalCharge)}.";
        return LocalRedirect($"{Request.PathBase}{Queue.Page}");
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

    protected override bool Serves(WorkItem item) => item.Queue == ClaimWork.PendQueue;

    protected override async Task<bool> ReadAsync(CancellationToken ct)
    {
        if (await claims.FindAsync(Item.SubjectId, ct) is not { } claim) return false;
        Record = await records.ReadAsync(claim, ct);
        return true;
    }

    protected override void BeginForms() => Form.StartFrom(Record.Lines);

    private PageResult Refused(IReadOnlyList<Refusal> refusals)
    {
        Refuse(refusals.Select(OnThisForm));
        return Page();
    }

    // The desk's paths name a line or the denial category; what it says about the whole has no field of its own here.
    private static Refusal OnThisForm(Refusal refusal) =>
        refusal.Path is ["lines", _, ..] or ["denialCategory"] ? refusal : refusal with { Path = null };
}
