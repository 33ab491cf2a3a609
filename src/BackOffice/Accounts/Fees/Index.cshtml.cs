using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.Domain.Accounts.Fees;
using Portal.Graph.Domain.Platform.Access;

namespace Portal.Graph.BackOffice.Accounts.Fees;

/// <summary>/staff/content/fees: the plan's own fee schedules (ACC-18).</summary>
[RequiresPermission(Permission.StaffContentEdit)]
public sealed class IndexModel(FeeReads reads) : StaffPage
{
    public IReadOnlyList<FeeScheduleSize> Schedules { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Schedules = await reads.AllAsync(ct);
}
