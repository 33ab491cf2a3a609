using Microsoft.AspNetCore.Mvc;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Policies;

namespace Portal.Graph.BackOffice.Policies;

/// <summary>Writes a draft: a new one, one that changes an approved row from a day on, or a draft anew (PLT-02).</summary>
[RequiresPermission(Permission.StaffPolicyEdit)]
public sealed class EditModel(PolicyReads reads, PolicyDesk desk) : StaffPage
{
    [BindProperty]
    public PolicySettingForm Form { get; set; } = new();

    public long? Id { get; private set; }
    public PolicyKey? Definition => PolicyCatalogue.Find(Form.Key ?? "");

    public async Task<IActionResult> OnGetAsync(long? id, long? from, CancellationToken ct)
    {
        Id = id;
        if ((id ?? from) is not { } source) return Page();
        if (await reads.FindAsync(source, ct) is not { } row) return NotFound();
        Form = PolicySettingForm.Of(row);
        // The new row stands for the same people; its first day and its source are its own.
        if (id is null) (Form.From, Form.Source, Form.Version) = (null, null, null);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long? id, CancellationToken ct)
    {
        Id = id;
        if (string.IsNullOrEmpty(Form.Key)) Fault("Form.Key", "Key is required.");
        if (Form.From is null && ModelState["Form.From"]?.Errors is not { Count: > 0 }) Fault("Form.From", "First day is required.");
        if (!ModelState.IsValid) return Page();
        var saved = await desk.SaveAsync(Form.ToDraft(), id, Form.Version, ct);
        if (!saved.Succeeded)
        {
            Refuse(saved.Refusals);
            return Page();
        }
        Toast = $"Row {saved.Value.Id} is saved as a draft. A second person approves it.";
        return RedirectToPage("/Policies/Row", new { id = saved.Value.Id });
    }
}
