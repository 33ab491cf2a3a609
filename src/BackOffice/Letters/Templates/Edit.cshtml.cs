using Microsoft.AspNetCore.Mvc;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Letters;
using Portal.Graph.Domain.Platform.Letters.Rendering;
using Portal.Graph.Domain.Platform.Letters.Templates;

namespace Portal.Graph.BackOffice.Letters.Templates;

/// <summary>Writes a draft: a new one, one that begins as another text, or a draft anew; and shows what letter it makes (DOC-04).</summary>
[RequiresPermission(Permission.StaffContentEdit), ReadsOnPost("Preview")]
public sealed class EditModel(TemplateDesk desk) : StaffPage
{
    [BindProperty]
    public TemplateForm Form { get; set; } = new();

    public long? Id { get; private set; }

    /// <summary>The letter that the text makes of made-up values, every text of it escaped.</summary>
    public string? Article { get; private set; }

    public LetterKind? Kind => LetterKinds.Find(Form.Key ?? "");

    public async Task<IActionResult> OnGetAsync(long? id, long? from, CancellationToken ct)
    {
        Id = id;
        if ((id ?? from) is not { } source) return Page();
        if (await desk.FindAsync(source, ct) is not { } template) return NotFound();
        Form = TemplateForm.Of(template);
        if (id is null) Form.Version = null;
        return Page();
    }

    public IActionResult OnPostPreview(long? id)
    {
        Id = id;
        if (string.IsNullOrEmpty(Form.Key)) Fault("Form.Key", "Letter is required.");
        if (!ModelState.IsValid) return Page();
        var preview = desk.Preview(Form.ToDraft());
        if (preview.Succeeded) Article = LetterHtml.Article(preview.Value);
        else Refuse(preview.Refusals);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long? id, CancellationToken ct)
    {
        Id = id;
        if (string.IsNullOrEmpty(Form.Key)) Fault("Form.Key", "Letter is required.");
        if (!ModelState.IsValid) return Page();
        var saved = await desk.SaveAsync(Form.ToDraft(), id, Form.Version, ct);
        if (!saved.Succeeded)
        {
            Refuse(saved.Refusals);
            return Page();
        }
        Toast = "The text is saved as a draft. A second person approves it.";
        return RedirectToPage("/Letters/Templates/Item", new { id = saved.Value.Id });
    }
}
