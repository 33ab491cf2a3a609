using Microsoft.AspNetCore.Mvc;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Display;
using Portal.Graph.Domain.Accounts.Procedures;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.BackOffice.Accounts.Procedures;

/// <summary>/staff/content/procedures: the rules of the procedure lookup, and a file of rules to bring in (ACC-19).</summary>
[RequiresPermission(Permission.StaffContentEdit)]
public sealed class IndexModel(ProcedureReads reads, ProcedureDesk desk) : ImportPage
{
    [BindProperty(SupportsGet = true)]
    public Market? Market { get; set; }

    public bool IsFiltered => Market is not null || !string.IsNullOrWhiteSpace(Code);
    public ListPage<ProcedureRule> List { get; private set; } = new([], 1, PageSize, 0);

    public static Tone ToneOf(AuthRule rule) => rule switch
    {
        AuthRule.AuthRequired => Tone.Amber,
        AuthRule.NotRequired => Tone.Green,
        AuthRule.NotCovered => Tone.Red,
        AuthRule.Call => Tone.Blue,
    };

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public IActionResult OnGetTemplate() => Template("procedure-rules-template", [.. ProcedurePolicy.Columns, .. ProcedurePolicy.OptionalColumns],
        "97110", "OH", "MEDICAID", "AUTH_REQUIRED", "2026-01-01", "11", "30 visits a year", "https://www.example.org/policy", "");

    public async Task<IActionResult> OnPostImportAsync(IFormFile? file, CancellationToken ct)
    {
        await BringInAsync(file, bytes => desk.ImportAsync(bytes, Whole, ct));
        await LoadAsync(ct);
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct) => List = await reads.Rules(Code, Market).PageAsync(PageNumber, PageSize, ct);
}
