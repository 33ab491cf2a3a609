using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Letters;
using Portal.Graph.Domain.Platform.Letters.Rendering;

namespace Portal.Graph.BackOffice.Letters;

/// <summary>A letter as it is filled in.</summary>
public sealed class FreeLetterForm
{
    /// <summary>The same letter sent twice is one.</summary>
    public string RequestId { get; set; } = "";
    public string? Template { get; set; }
    public string? ProviderId { get; set; }
    public Market? Market { get; set; }
    public string? SubjectNumber { get; set; }
    public string? Topic { get; set; }
    public string? Text { get; set; }
    public DateOnly? Until { get; set; }

    public FreeLetter ToLetter(long accountId) => new(Template ?? "", accountId, Market, SubjectNumber?.Trim(), new Dictionary<string, string?>
    {
        ["topic"] = Topic, ["text"] = Text, ["until"] = Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    });
}

/// <summary>/staff/letters/new: a person writes to a provider.</summary>
[RequiresPermission(Permission.StaffContentEdit), ReadsOnPost("Preview")]
public sealed class NewModel(FreeLetterDesk desk, AccountReads accounts) : StaffPage
{
    [BindProperty]
    public FreeLetterForm Form { get; set; } = new();

    public IEnumerable<SelectListItem> TemplateChoices { get; private set; } = [];

    /// <summary>The letter as HTML, every text of it escaped.</summary>
    public string? Article { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Form.RequestId = $"{Guid.NewGuid():n}";
        await LoadAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await AccountAsync(ct) is { } account)
        {
            var created = await desk.CreateAsync(Form.ToLetter(account.Id), Form.RequestId, ct);
            if (created.Succeeded)
            {
                Toast = $"Letter {created.Value.Number} is being written.";
                return RedirectToPage("/Letters/Item", new { id = created.Value.Id });
            }
            Refuse(created.Refusals);
        }
        return await ShownAsync(ct);
    }

    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken ct)
    {
        if (await AccountAsync(ct) is { } account)
        {
            var preview = await desk.PreviewAsync(Form.ToLetter(account.Id), ct);
            if (preview.Succeeded) Article = LetterHtml.Article(preview.Value);
            else Refuse(preview.Refusals);
        }
        return await ShownAsync(ct);
    }

    private async Task<ProviderAccount?> AccountAsync(CancellationToken ct)
    {
        Require(Form.Template, "Form.Template", "Text");
        Require(Form.ProviderId, "Form.ProviderId", "Provider ID");
        if (!ModelState.IsValid) return null;
        var account = await accounts.ByProviderIdAsync(Form.ProviderId!.Trim(), ct);
        if (account is null) Refuse([new NotFound("provider") { Path = ["providerId"] }]);
        return account;
    }

    private async Task<IActionResult> ShownAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct) => TemplateChoices =
        [new("Choose a text", ""), .. (await desk.TemplatesAsync(ct)).Select(template => new SelectListItem($"{template.Title} ({template.Key})", template.Key))];
}
