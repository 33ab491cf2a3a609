using Microsoft.AspNetCore.Mvc;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.BackOffice.Shared.Lists;
using Portal.Graph.Domain.Accounts.Fees;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Csv;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.BackOffice.Accounts.Fees;

/// <summary>One fee schedule: its prices, and a file of prices to bring in (ACC-18).</summary>
[RequiresPermission(Permission.StaffContentEdit)]
public sealed class ScheduleModel(FeeReads reads, FeeDesk desk) : StaffPage
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public FeeSchedule Schedule { get; private set; } = null!;
    public ListPage<FeeScheduleRow> List { get; private set; } = new([], 1, PageSize, 0);
    public CsvImportReport? Report { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    /// <summary>The template, with a row to show the form.</summary>
    public IActionResult OnGetTemplate() => new CsvFile(new("fee-schedule-template", [.. FeePolicy.Columns, .. FeePolicy.OptionalColumns],
        new IReadOnlyList<string>[] { ["H0031", "84.50", "per assessment", "2026-01-01", "HO", ""] }.ToAsyncEnumerable()));

    public async Task<IActionResult> OnPostImportAsync(long id, IFormFile? file, CancellationToken ct)
    {
        if (file is not { Length: > 0 }) Fault("file", "File is required.");
        else
        {
            await using var bytes = file.OpenReadStream();
            var imported = await desk.ImportAsync(id, bytes, ct);
            if (imported.Succeeded) Report = imported.Value;
            else foreach (var refusal in imported.Refusals) Fault("file", refusal.Message);
        }
        return await LoadAsync(id, ct) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(long id, CancellationToken ct)
    {
        if (await reads.EditedAsync(id, ct) is not { } schedule) return false;
        Schedule = schedule;
        List = await reads.Prices(id, Code).PageAsync(PageNumber, PageSize, ct);
        return true;
    }
}
