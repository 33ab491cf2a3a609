using Microsoft.AspNetCore.Mvc;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Letters;
using Portal.Graph.Domain.Platform.Letters.Rendering;
using Portal.Graph.Domain.Platform.Letters.Templates;

namespace Portal.Graph.BackOffice.Letters.Templates;

/// <summary>Writes a draft: a new one, one that begins as another text, or a draft anew; and shows what letter it makes (DOC-04).</summary>
[RequiresPermission(Permission.StaffContentEdit), ReadsOnPost("Preview")]
public sealed class EditModel(TemplateDesk desk) : EditPage<LetterTemplate, TemplateForm>
{
    /// <summary>The letter that the text makes of made-up values, every text of it escaped.</summary>
    public string? Article { get; private set; }

    public LetterKind? Kind => LetterKinds.Find(Form.FullKey);

    public IActionResult OnPostPreview(long? id)
    {
        if (!IsSound(id)) return Shown();
        var preview = desk.Preview(Form.ToDraft());
        if (preview.Succeeded) Article = LetterHtml.Article(preview.Value);
        else Refuse(preview.Refusals);
        return Shown();
    }

    protected override Task<LetterTemplate?> FindAsync(long id, CancellationToken ct) => desk.FindAsync(id, ct);
    protected override TemplateForm FormOf(LetterTemplate template) => TemplateForm.Of(template);
    protected override void Detach() => Form.Detach();

    protected override void Check()
    {
        Require(Form.Key, "Form.Key", "Letter");
        Require(Form.Title, "Form.Title", "Title");
        Require(Form.Body, "Form.Body", "Body");
    }

    protected override Task<Outcome<LetterTemplate>> SaveAsync(CancellationToken ct) => desk.SaveAsync(Form.ToDraft(), Id, Form.Version, ct);

    protected override IActionResult Done(LetterTemplate saved) =>
        Leave("The text is saved as a draft. A second person approves it.", "/Letters/Templates/Item", new { id = saved.Id });
}
