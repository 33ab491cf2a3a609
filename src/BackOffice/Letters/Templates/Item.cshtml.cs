using Microsoft.AspNetCore.Mvc;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Confirmation;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Letters;
using Portal.Graph.Domain.Platform.Letters.Rendering;

namespace Portal.Graph.BackOffice.Letters.Templates;

/// <summary>One text of a letter: what it makes, who wrote it, and its approval by another (DOC-04).</summary>
[RequiresPermission(Permission.StaffContentEdit)]
[Confirms("Retire", "Take this text out of use?", "Retire", Consequence = "Letters of its market have the text for all markets from then on; nobody writes by it any more.")]
public sealed class ItemModel(TemplateDesk desk) : StaffPage
{
    public LetterTemplate Template { get; private set; } = null!;

    /// <summary>The letter that it makes of made-up values; null for a text that this version of the program cannot read.</summary>
    public string? Article { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostApproveAsync(long id, int version, CancellationToken ct) =>
        await DoneAsync(id, await desk.ApproveAsync(id, version, ct), "The text is in use.", ct);

    public async Task<IActionResult> OnPostRetireAsync(long id, int version, CancellationToken ct) =>
        await DoneAsync(id, await desk.RetireAsync(id, version, ct), "The text is out of use.", ct);

    private async Task<bool> LoadAsync(long id, CancellationToken ct)
    {
        if (await desk.FindAsync(id, ct) is not { } template) return false;
        Template = template;
        if (desk.Preview(new(template.Key, template.Market, template.Title, template.Body)) is { Succeeded: true } preview) Article = LetterHtml.Article(preview.Value);
        return true;
    }

    private async Task<IActionResult> DoneAsync(long id, Outcome<LetterTemplate> outcome, string toast, CancellationToken ct)
    {
        if (outcome.Succeeded)
        {
            Toast = toast;
            return RedirectToPage(new { id });
        }
        if (!await LoadAsync(id, ct)) return NotFound();
        Refuse(outcome.Refusals.Select(r => r with { Path = null }));
        return Page();
    }
}
