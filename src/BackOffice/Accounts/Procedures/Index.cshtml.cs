using Microsoft.AspNetCore.Mvc;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Display;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.BackOffice.Shared.Lists;
using Portal.Graph.Domain.Accounts.Procedures;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Csv;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.BackOffice.Accounts.Procedures;

/// <summary>/staff/content/procedures: the rules of the procedure lookup, and a file of rules to bring in (ACC-19).</summary>
[RequiresPermission(Permission.StaffContentEdit)]
public sealed class IndexModel(ProcedureReads reads, ProcedureDesk desk) : StaffPage
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public Market? Market { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public ListPage<ProcedureRule> List { get; private set; } = new([], 1, PageSize, 0);
    public CsvImportReport? Report { get; private set; }

    public static Tone ToneOf(AuthRule rule) => rule switch
    {
        AuthRule.AuthRequired => Tone.Amber,
        AuthRule.NotRequired => Tone.Green,
        AuthRule.NotCovered => Tone.Red,
        AuthRule.Call => Tone.Blue,
    };

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    /// <summary>The template, with a row to show the form.</summary>
    public IActionResult OnGetTemplate() => new CsvFile(new("procedure-rules-template", [.. ProcedurePolicy.Columns, .. ProcedurePolicy.OptionalColumns],
        new IReadOnlyList<string>[] { ["97110", "OH", "MEDICAID", "AUTH_REQUIRED", "2026-01-01", "11", "30 visits a year", "https://www.example.org/policy", ""] }.ToAsyncEnumerable()));

    public async Task<IActionResult> OnPostImportAsync(IFormFile? file, CancellationToken ct)
    {
        if (file is not { Length: > 0 }) Fault("file", "File is required.");
        else
        {
            await using var bytes = file.OpenReadStream();
            var imported = await desk.ImportAsync(bytes, ct);
            if (imported.Succeeded) Report = imported.Value;
            else foreach (var refusal in imported.Refusals) Fault("file", refusal.Message);
        }
        await LoadAsync(ct);
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct) => List = await reads.Rules(Code, Market).PageAsync(PageNumber, PageSize, ct);
}
