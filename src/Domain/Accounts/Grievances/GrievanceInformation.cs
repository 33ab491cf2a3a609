using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Domain.Platform.Work;
using Portal.Graph.Domain.Platform.Work.Information;

namespace Portal.Graph.Domain.Accounts.Grievances;

// ACC-22: any portal user of the account.
/// <summary>Who may file a grievance for the account answers what is asked about one; the answer to it is due later by the time that took.</summary>
internal sealed class GrievanceInformation(PortalDb db) : IInformationSubject
{
    public string SubjectType => nameof(Grievance);

    public Permission? Answers => null;

    public async ValueTask<Refusal?> ClosedAsync(InformationRequest request, WorkItem item, CancellationToken ct)
    {
        var grievance = await db.Set<Grievance>().SingleAsync(g => g.Id == request.SubjectId, ct);
        grievance.DueWith(item.DueAt);
        return null;
    }
}
