using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Domain.Platform.Work;

namespace Portal.Graph.Domain.Accounts.Grievances;

/// <summary>The queue Q-GRIEVANCE: an item is done when the provider has its answer.</summary>
internal sealed class GrievanceDecided(PortalDb db) : IDecidedSubject
{
    public string SubjectType => nameof(Grievance);

    public async ValueTask<bool> IsUndecidedAsync(WorkItem item, CancellationToken ct) => await db.Set<Grievance>()
        .AnyAsync(g => g.Id == item.SubjectId && (g.State == GrievanceState.Submitted || g.State == GrievanceState.Acknowledged), ct);
}
