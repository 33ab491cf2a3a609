using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.Domain.Accounts.Surveys;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;

namespace Portal.Graph.BackOffice.Accounts.Surveys;

/// <summary>/staff/content/surveys: the surveys that users may answer (ACC-16).</summary>
[RequiresPermission(Permission.StaffContentEdit)]
public sealed class IndexModel(SurveyReads reads, TimeProvider clock) : StaffPage
{
    public IReadOnlyList<Survey> Surveys { get; private set; } = [];
    public DateOnly Today => clock.Today(Market.OH);

    public async Task OnGetAsync(CancellationToken ct) => Surveys = await reads.AllAsync(ct);
}
