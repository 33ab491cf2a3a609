using Microsoft.AspNetCore.Mvc;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.Domain.Accounts.PublicLinks;
using Portal.Graph.Domain.Platform.Access;

namespace Portal.Graph.BackOffice.Accounts.PublicLinks;

/// <summary>Writes a row of the public pages (ACC-20).</summary>
[RequiresPermission(Permission.StaffContentEdit)]
public sealed class EditModel(ContentLinkReads reads, ContentLinkDesk desk) : StaffPage
{
    [BindProperty]
    public LinkForm Form { get; set; } = new();

    public long? Id { get; private set; }

    public async Task<IActionResult> OnGetAsync(long? id, CancellationToken ct)
    {
        if ((Id = id) is not { } known) return Page();
        if (await reads.EditedAsync(known, ct) is not { } row) return NotFound();
        Form = LinkForm.Of(row);
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
        Toast = $"{saved.Value.Label} is saved.";
        return RedirectToPage("/Accounts/PublicLinks/Index", new { group = saved.Value.Group });
    }
}
