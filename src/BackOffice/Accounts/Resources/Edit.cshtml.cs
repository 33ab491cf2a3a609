using Microsoft.AspNetCore.Mvc;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.Domain.Accounts.Resources;
using Portal.Graph.Domain.Platform.Access;

namespace Portal.Graph.BackOffice.Accounts.Resources;

/// <summary>Writes an item of the library (ACC-17).</summary>
[RequiresPermission(Permission.StaffContentEdit)]
public sealed class EditModel(ResourceReads reads, ResourceDesk desk) : StaffPage
{
    [BindProperty]
    public ResourceForm Form { get; set; } = new();

    public long? Id { get; private set; }

    public async Task<IActionResult> OnGetAsync(long? id, CancellationToken ct)
    {
        if ((Id = id) is not { } known) return Page();
        if (await reads.ShownAsync(known, ct) is not { } item) return NotFound();
        Form = ResourceForm.Of(item);
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
        Toast = $"{saved.Value.Title} is saved.";
        return RedirectToPage("/Accounts/Resources/Index");
    }
}
