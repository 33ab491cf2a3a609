using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.Domain.Accounts.Surveys;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;

namespace Portal.Graph.BackOffice.Accounts.Surveys;

/// <summary>Writes a survey with its questions (ACC-16).</summary>
[RequiresPermission(Permission.StaffContentEdit)]
public sealed class EditModel(SurveyReads reads, SurveyDesk desk) : StaffPage
{
    [BindProperty]
    public SurveyForm Form { get; set; } = new();

    public long? Id { get; private set; }

    public async Task<IActionResult> OnGetAsync(long? id, CancellationToken ct)
    {
        Id = id;
        if (id is { } known)
        {
            if (await reads.EditedAsync(known, ct) is not { } survey) return NotFound();
            Form = SurveyForm.Of(survey);
        }
        Form.WithSpareRows();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long? id, CancellationToken ct)
    {
        Id = id;
        if (Form.OpensOn is null && ModelState["Form.OpensOn"]?.Errors is not { Count: > 0 }) Fault("Form.OpensOn", "First day is required.");
        if (Form.ClosesOn is null && ModelState["Form.ClosesOn"]?.Errors is not { Count: > 0 }) Fault("Form.ClosesOn", "Last day is required.");
        if (!ModelState.IsValid || Form is not { OpensOn: { } opens, ClosesOn: { } closes }) return Again();
        var saved = await desk.SaveAsync(id, Form.Version, Form.ToDraft(opens, closes), ct);
        if (!saved.Succeeded)
        {
            Refuse(saved.Refusals.Select(OnThePage));
            return Again();
        }
        Toast = $"{saved.Value.Title} is saved.";
        return RedirectToPage("/Accounts/Surveys/Index");
    }

    // Rows without a question were left out: the fault belongs to the row as the page has it.
    private Refusal OnThePage(Refusal refusal) => refusal.Path is { } path && path[0] == "questions"
        ? refusal with { Path = path.Count == 1 ? ["questions", "0", "text"] : ["questions", $"{Form.Filled[int.Parse(path[1], CultureInfo.InvariantCulture)]}", .. path.Skip(2)] }
        : refusal;

    private IActionResult Again()
    {
        Form.WithSpareRows();
        return Page();
    }
}
