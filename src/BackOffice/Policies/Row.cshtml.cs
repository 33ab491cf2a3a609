using Microsoft.AspNetCore.Mvc;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Confirmation;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Policies;

namespace Portal.Graph.BackOffice.Policies;

/// <summary>One row with its history; a second person approves it here (PLT-02).</summary>
[RequiresPermission(Permission.StaffPolicyEdit, Permission.StaffSupervise)]
[Confirms("Withdraw", "Withdraw {what}?", "Withdraw", Consequence = "It stays in the history and is never in force.")]
public sealed class RowModel(PolicyReads reads, PolicyDesk desk, ActorScope scope) : StaffPage
{
    [BindProperty]
    public PolicyEndForm End { get; set; } = new();

    public PolicySetting Row { get; private set; } = null!;
    public PolicyKey? Definition => PolicyCatalogue.Find(Row.Key);
    public bool MayEdit => scope.Actor.Has(Permission.StaffPolicyEdit);

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostApproveAsync(long id, int version, CancellationToken ct) =>
        await DoneAsync(id, await desk.ApproveAsync(id, version, ct), $"Row {id} is approved.", ct);

    public async Task<IActionResult> OnPostWithdrawAsync(long id, int version, CancellationToken ct) =>
        await DoneAsync(id, await desk.WithdrawAsync(id, version, ct), $"The change of row {id} is withdrawn.", ct);

    public async Task<IActionResult> OnPostEndAsync(long id, CancellationToken ct) => End.LastDay is { } lastDay
        ? await DoneAsync(id, await desk.EndAsync(id, End.Version, lastDay, ct), $"The last day of row {id} waits for a second person.", ct)
        : await DoneAsync(id, new RequiredFieldMissing("Last day") { Path = ["lastDay"] }, "", ct);

    private async Task<bool> LoadAsync(long id, CancellationToken ct)
    {
        if (await reads.FindAsync(id, ct) is not { } row) return false;
        Row = row;
        return true;
    }

    private async Task<IActionResult> DoneAsync(long id, Outcome<PolicySetting> outcome, string toast, CancellationToken ct)
    {
        if (outcome.Succeeded)
        {
            Toast = toast;
            return RedirectToPage(new { id });
        }
        if (!await LoadAsync(id, ct)) return NotFound();
        Refuse(outcome.Refusals, nameof(End));
        return Page();
    }
}
