using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Work.Timekeeping;

namespace Portal.Graph.BackOffice.Platform.Work;

/// <summary>/staff/sla: how the supervisor's queues keep their time, and who has how much in hand (PLT-09).</summary>
[RequiresPermission(Permission.StaffSupervise)]
public sealed class SlaModel(SlaReads reads) : StaffPage
{
    private static readonly int[] Spans = [14, 30, 92];

    [BindProperty(SupportsGet = true)]
    public Market? Market { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Days { get; set; } = 30;

    public IReadOnlyList<SlaReport> Reports { get; private set; } = [];

    /// <summary>Queues in which there is, or was, anything to draw.</summary>
    public IEnumerable<SlaReport> Drawn => Reports.Where(report => report.Open > 0 || report.Days.Any(day => day.Opened + day.Closed + day.Open > 0));

    public static IEnumerable<(string Value, string Text)> DayChoices => Spans.Select(days => (days.ToString(CultureInfo.InvariantCulture), $"{days} days"));

    public static TimeSpan? AgeOf(SlaReport report) => report.MedianAgeMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : null;

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (!Spans.Contains(Days)) Days = 30;
        Reports = (await reads.ReportAsync(Market, Days, ct)).Value ?? [];
    }
}
