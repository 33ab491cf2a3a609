using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.BackOffice.Shared.Lists;
using Portal.Graph.Domain.Accounts.Surveys;
using Portal.Graph.Domain.Platform.Access;

namespace Portal.Graph.BackOffice.Accounts.Surveys;

/// <summary>/staff/reports/survey: what a survey brought (ACC-16).</summary>
[RequiresPermission(Permission.StaffContentEdit, Permission.StaffSupervise)]
public sealed class ResultsModel(SurveyResults results) : StaffPage
{
    /// <summary>The survey; the latest when none is chosen.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Survey { get; set; }

    public IReadOnlyList<SelectListItem> Surveys { get; private set; } = [];
    public SurveyResult? Result { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var all = await results.SurveysAsync(ct);
        Surveys = [.. all.Select(s => new SelectListItem(s.Title, s.Id.ToString(CultureInfo.InvariantCulture)))];
        Survey ??= all.FirstOrDefault()?.Id;
        if (Survey is not { } id) return Page();
        var result = await results.OfAsync(id, ct);
        if (!result.Succeeded) return NotFound();
        Result = result.Value;
        return Page();
    }

    public async Task<IActionResult> OnGetCsvAsync(long survey, CancellationToken ct)
    {
        var table = await results.ExportAsync(survey, ct);
        return table.Succeeded ? new CsvFile(table.Value) : NotFound();
    }
}
