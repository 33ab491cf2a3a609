using Microsoft.AspNetCore.Mvc;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.BackOffice.Shared.Lists;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;

namespace Portal.Graph.BackOffice.Platform.Audit;

/// <summary>/staff/audit: the trail with its filters, the check of its chain, and the accounting of disclosures (PLT-04, PLT-06, PLT-25).</summary>
[ReadsOnPost("Filter", "Verify", "Disclosures"), RequiresPermission(Permission.StaffAuditRead)]
public sealed class IndexModel(AuditReads reads, DisclosureReads disclosures, AuditNames names, SealedText sealedText) : StaffPage
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public AuditFilterForm Filter { get; set; } = new();

    [BindProperty]
    public DisclosureForm Export { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "older")]
    public long? OlderThan { get; set; }

    [BindProperty(SupportsGet = true, Name = "newer")]
    public long? NewerThan { get; set; }

    public AuditPage List { get; private set; } = new([], false, false);
    public AuditLegend Legend { get; private set; } = AuditLegend.Empty;
    public ChainReport? Chain { get; private set; }
    public DateOnly Earliest => disclosures.Earliest;
    public DateOnly Today => disclosures.Today;

    /// <summary>The filter as it stands in the address: the page's other forms come back to the same list.</summary>
    public Dictionary<string, string> Query => Request.Query
        .Where(pair => pair.Key != "handler").ToDictionary(pair => pair.Key, pair => pair.Value.ToString());

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    /// <summary>Turns what was typed into an address; PLT-17: the member goes into it sealed.</summary>
    public async Task<IActionResult> OnPostFilterAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync(new AuditFilter(), ct);
            return Page();
        }
        return RedirectToPage(new
        {
            handler = (string?)null, older = (long?)null, newer = (long?)null,
            actor = Blank(Filter.Actor), impersonator = Blank(Filter.Impersonator), provider = Blank(Filter.Provider),
            member = sealedText.Seal(Filter.Member), @event = Blank(Filter.Event), record = Blank(Filter.Record),
            from = Filter.From?.ToString("yyyy-MM-dd"), to = Filter.To?.ToString("yyyy-MM-dd"),
        });
    }

    public async Task<IActionResult> OnPostVerifyAsync(CancellationToken ct)
    {
        var checkedChain = await reads.VerifyAsync(ct);
        Refuse(checkedChain.Refusals);
        Chain = checkedChain.Value;
        await LoadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostDisclosuresAsync(CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            var account = await disclosures.AccountAsync(Export.Member, Export.From, Export.To, ct);
            if (account.Succeeded) return new DisclosureFile(account.Value);
            Refuse(account.Refusals, nameof(Export));
        }
        await LoadAsync(ct);
        return Page();
    }

    private Task LoadAsync(CancellationToken ct)
    {
        Filter.Member = sealedText.Open(Filter.Member);
        return LoadAsync(Filter.ToFilter(), ct);
    }

    private async Task LoadAsync(AuditFilter filter, CancellationToken ct)
    {
        var page = await reads.PageAsync(filter, new(OlderThan, NewerThan), PageSize, ct);
        Refuse(page.Refusals, nameof(Filter));
        List = page.Value ?? List;
        Legend = await AuditLegend.OfAsync(List.Rows, names, ct);
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
