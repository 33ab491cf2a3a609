using Microsoft.AspNetCore.Mvc;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Letters;
using Portal.Graph.Domain.Platform.Letters.Rendering;
using Portal.Graph.Domain.Platform.Letters.Templates;

namespace Portal.Graph.BackOffice.Letters;

/// <summary>One letter: as it was written, how it went, and what can be done about it (DOC-03).</summary>
[RequiresPermission(Permission.StaffContentEdit, Permission.StaffSupport)]
public sealed class ItemModel(LetterReads reads, LetterDesk desk, ActorScope scope) : StaffPage
{
    public LetterView View { get; private set; } = null!;

    public Letter Letter => View.Letter;

    public bool MayEdit => scope.Actor.Has(Permission.StaffContentEdit);

    /// <summary>The letter as HTML, every text of it escaped; null while it is not written.</summary>
    public string? Article { get; private set; }

    /// <summary>The values that a correction may change.</summary>
    [BindProperty]
    public Dictionary<string, string?> Fields { get; set; } = [];

    public IEnumerable<LetterField> OwnFields => LetterKinds.Find(Letter.Kind)?.Own.Where(f => f.Kind is not LetterFieldKind.List) ?? [];

    /// <summary>Whether a value needs more than a line.</summary>
    public static bool IsLong(string? value) => value is not null && (value.Length > 80 || value.Contains('\n', StringComparison.Ordinal));

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        return Page();
    }

    public async Task<IActionResult> OnPostSupersedeAsync(long id, int version, CancellationToken ct)
    {
        var corrected = await desk.SupersedeAsync(id, version, Fields, ct);
        return corrected.Succeeded ? Done(corrected.Value.Id, $"Letter {corrected.Value.Number} corrects this one and is being written.") : await RefusedAsync(id, corrected.Refusals, ct);
    }

    public async Task<IActionResult> OnPostTryAgainAsync(long id, int version, CancellationToken ct)
    {
        var tried = await desk.TryAgainAsync(id, version, ct);
        return tried.Succeeded ? Done(id, $"Letter {tried.Value.Number} is being written.") : await RefusedAsync(id, tried.Refusals, ct);
    }

    public async Task<IActionResult> OnPostResendAsync(long id, CancellationToken ct)
    {
        var sent = await desk.ResendAsync(id, ct);
        return sent.Succeeded
            ? Done(id, sent.Value.Told == 0 ? "No administrator of the account wants mail about letters." : $"{(sent.Value.Told == 1 ? "1 administrator of the account is" : $"{sent.Value.Told} administrators of the account are")} told that the letter is there.")
            : await RefusedAsync(id, sent.Refusals, ct);
    }

    private RedirectToPageResult Done(long id, string toast)
    {
        Toast = toast;
        return RedirectToPage(new { id });
    }

    private async Task<IActionResult> RefusedAsync(long id, IReadOnlyList<Refusal> refusals, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        Refuse(refusals.Select(r => r with { Path = null }));
        return Page();
    }

    private async Task<bool> LoadAsync(long id, CancellationToken ct)
    {
        if (await reads.ViewAsync(id, ct) is not { } view) return false;
        View = view;
        foreach (var field in OwnFields) Fields.TryAdd(field.Name, Letter.Values.Text(field.Name));
        if (Letter.State is LetterState.Issued && LetterDesk.Document(Letter) is { Succeeded: true } document) Article = LetterHtml.Article(document.Value);
        return true;
    }
}
