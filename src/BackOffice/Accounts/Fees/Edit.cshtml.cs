using Microsoft.AspNetCore.Mvc;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.Domain.Accounts.Fees;
using Portal.Graph.Domain.Platform.Access;

namespace Portal.Graph.BackOffice.Accounts.Fees;

/// <summary>Writes a fee schedule without its prices (ACC-18).</summary>
[RequiresPermission(Permission.StaffContentEdit)]
public sealed class EditModel(FeeReads reads, FeeDesk desk) : StaffPage
{
    [BindProperty]
    public FeeForm Form { get; set; } = new();

    public long? Id { get; private set; }

    public async Task<IActionResult> OnGetAsync(long? id, CancellationToken ct)
    {
        if ((Id = id) is not { } known) return Page();
        if (await reads.EditedAsync(known, ct) is not { } schedule) return NotFound();
        Form = FeeForm.Of(schedule);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long? id, CancellationToken ct)
    {
        Id = id;
        if (!ModelState.IsValid) return Page();
        var saved = await desk.SaveAsync(id, Form.Version, Form.ToDraft(), ct);
        if (!saved.Succeeded)
        {
            Refuse(saved.Refusals);
            return Page();
        }
        Toast = $"{saved.Value.Name} is saved.";
        return RedirectToPage("/Accounts/Fees/Schedule", new { id = saved.Value.Id });
    }
}
