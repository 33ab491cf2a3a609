using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.Domain.Accounts.Trainings;
using Portal.Graph.Domain.Platform.Access;

namespace Portal.Graph.BackOffice.Accounts.Trainings;

/// <summary>/staff/content/trainings: the trainings that users attest to (ACC-15).</summary>
[RequiresPermission(Permission.StaffContentEdit)]
public sealed class IndexModel(TrainingReads reads) : StaffPage
{
    public IReadOnlyList<Training> Trainings { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Trainings = await reads.AllAsync(ct);
}
