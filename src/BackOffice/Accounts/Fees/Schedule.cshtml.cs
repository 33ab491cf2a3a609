using Microsoft.AspNetCore.Mvc;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.Domain.Accounts.Fees;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.BackOffice.Accounts.Fees;

/// <summary>One fee schedule: its prices, and a file of prices to bring in (ACC-18).</summary>
[RequiresPermission(Permission.StaffContentEdit)]
public sealed class ScheduleModel(FeeReads reads, FeeDesk desk) : ImportPage
{
    public FeeSchedule Schedule { get; private set; } = null!;
    public ListPage<FeeScheduleRow> List { get; private set; } = new([], 1, PageSize, 0);

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public IActionResult OnGetTemplate() =>
        Template("fee-schedule-template", [.. FeePolicy.Columns, .. FeePolicy.OptionalColumns], "H0031", "84.50", "per assessment", "2026-01-01", "HO", "");

    public async Task<IActionResult> OnPostImportAsync(long id, IFormFile? file, CancellationToken ct)
    {
        await BringInAsync(file, bytes => desk.ImportAsync(id, bytes, Whole, ct));
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
