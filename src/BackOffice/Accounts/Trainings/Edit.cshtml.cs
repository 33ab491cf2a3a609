using Microsoft.AspNetCore.Mvc;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.Domain.Accounts.Trainings;
using Portal.Graph.Domain.Platform.Access;

namespace Portal.Graph.BackOffice.Accounts.Trainings;

/// <summary>Writes a training (ACC-15).</summary>
[RequiresPermission(Permission.StaffContentEdit)]
public sealed class EditModel(TrainingReads reads, TrainingDesk desk) : StaffPage
{
    [BindProperty]
    public TrainingForm Form { get; set; } = new();

    public long? Id { get; private set; }

    public async Task<IActionResult> OnGetAsync(long? id, CancellationToken ct)
    {
        if ((Id = id) is not { } known) return Page();
        if (await reads.FindAsync(known, ct) is not { } training) return NotFound();
        Form = TrainingForm.Of(training);
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
        Toast = $"{saved.Value.Title} {saved.Value.Year} is saved.";
        return RedirectToPage("/Accounts/Trainings/Index");
    }
}
