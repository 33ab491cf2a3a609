using Microsoft.AspNetCore.Mvc;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Work;

namespace Portal.Graph.BackOffice.Claims;

/// <summary>/staff/claims/{number}: the claim as it stands, to read only; lines as a table or a list (CLM-17, CLM-18).</summary>
[RequiresPermission(Permission.StaffClaimsRead)]
public sealed class RecordModel(ClaimReads claims, ClaimRecordReader records, WorkReads work) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public string? View { get; set; }

    public ClaimRecord Record { get; private set; } = null!;
    public Claim Claim => Record.Claim;
    public bool AsList => View == "list";

    /// <summary>The queue items about the claim, for those who work them.</summary>
    public IReadOnlyList<WorkItem> Items { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken ct)
    {
        var found = await claims.FindByNumberAsync(number, ct);
        if (!found.Succeeded) return NotFound();
        Record = await records.ReadAsync(found.Value, ct);
        Items = [.. (await work.OfSubjectAsync(nameof(Claim), found.Value.Id, ct)).Where(item => item.Queue == ClaimWork.PendQueue)];
        return Page();
    }
}
