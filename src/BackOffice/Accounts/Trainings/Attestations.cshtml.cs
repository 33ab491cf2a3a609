using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.BackOffice.Shared.Lists;
using Portal.Graph.Domain.Accounts.Trainings;
using Portal.Graph.Domain.Platform.Access;

namespace Portal.Graph.BackOffice.Accounts.Trainings;

/// <summary>/staff/reports/attestation: who has yet to attest to a training (ACC-15).</summary>
[RequiresPermission(Permission.StaffContentEdit, Permission.StaffProvidersWork, Permission.StaffSupervise)]
public sealed class AttestationsModel(TrainingReads reads, AttestationOversight oversight, TimeProvider clock) : StaffPage
{
    public const int PageSize = 50;

    /// <summary>The training; the one that fell due last when none is chosen.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Training { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<SelectListItem> Trainings { get; private set; } = [];
    public AttestationReport? Report { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var all = await reads.AllAsync(ct);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        Training ??= (all.Where(t => t.DueOn < today).MaxBy(t => t.DueOn) ?? all.FirstOrDefault())?.Id;
        Trainings = [.. all.Select(t => new SelectListItem($"{t.Title} {t.Year}", t.Id.ToString(CultureInfo.InvariantCulture)))];
        if (Training is not { } id) return Page();
        PageNumber = Math.Max(1, PageNumber);
        var report = await oversight.ReportAsync(id, (PageNumber - 1) * PageSize, PageSize, ct);
        if (!report.Succeeded) return NotFound();
        Report = report.Value;
        return Page();
    }

    public async Task<IActionResult> OnGetCsvAsync(long training, CancellationToken ct)
    {
        var table = await oversight.ExportAsync(training, ct);
        return table.Succeeded ? new CsvFile(table.Value) : NotFound();
    }
}
