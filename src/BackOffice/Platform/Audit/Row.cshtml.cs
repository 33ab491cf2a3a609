using Microsoft.AspNetCore.Mvc;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;

namespace Portal.Graph.BackOffice.Platform.Audit;

/// <summary>/staff/audit/{seq}: one row of the trail with what was before and after (PLT-03).</summary>
[RequiresPermission(Permission.StaffAuditRead)]
public sealed class RowModel(AuditReads reads, AuditNames names) : StaffPage
{
    public AuditEvent Event { get; private set; } = null!;
    public AuditLegend Legend { get; private set; } = AuditLegend.Empty;
    public IReadOnlyList<AuditDifference> Differences { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long seq, CancellationToken ct)
    {
        var found = await reads.FindAsync(seq, ct);
        if (!found.Succeeded) return NotFound();
        Event = found.Value;
        Legend = await AuditLegend.OfAsync([Event], names, ct);
        Differences = AuditDifference.Of(Event);
        return Page();
    }
}
