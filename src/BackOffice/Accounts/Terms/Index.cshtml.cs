using Microsoft.AspNetCore.Mvc;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Confirmation;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.Domain.Accounts.Terms;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;

namespace Portal.Graph.BackOffice.Accounts.Terms;

/// <summary>A version of the terms to publish.</summary>
public sealed class TermsForm
{
    public string? Version { get; set; }
    public string? Text { get; set; }

    /// <summary>Empty: at once.</summary>
    public DateOnly? ActiveFrom { get; set; }
}

/// <summary>/staff/content/terms: the versions of the terms, and a new one to publish (ACC-03).</summary>
[RequiresPermission(Permission.StaffContentEdit)]
[Confirms("Publish", "Publish version {Form.Version} of the terms?", "Publish it", Consequence = "Everybody must accept it at the next sign-in from that day on. A version is never taken back.")]
public sealed class IndexModel(TermsReads reads, TermsDesk desk, TimeProvider clock) : StaffPage
{
    [BindProperty]
    public TermsForm Form { get; set; } = new();

    public IReadOnlyList<TermsVersion> Versions { get; private set; } = [];
    public TermsVersion Current { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostPublishAsync(CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            var published = await desk.PublishAsync(Form.Version ?? "", Form.Text ?? "", From(), ct);
            if (published.Succeeded)
            {
                Toast = $"Version {published.Value.Version} is published.";
                return RedirectToPage();
            }
            Refuse(published.Refusals);
        }
        await LoadAsync(ct);
        return Page();
    }

    // A day begins with the midnight of the plan's home; today's is over already.
    private DateTimeOffset? From() => Form.ActiveFrom is { } day && day != clock.Today(Market.OH)
        ? new(TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), Market.OH.Zone()), TimeSpan.Zero)
        : null;

    private async Task LoadAsync(CancellationToken ct) => (Versions, Current) = (await reads.AllAsync(ct), await reads.CurrentAsync(ct));
}
