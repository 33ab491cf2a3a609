using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Domain.Platform.Work;

namespace Portal.Graph.Domain.Claims;

/// <summary>The queue Q-CLAIM-PEND: an item is done when its claim is no longer pended.</summary>
internal sealed class ClaimDecided(PortalDb db) : IDecidedSubject
{
    public string SubjectType => nameof(Claim);

    public async ValueTask<bool> IsUndecidedAsync(WorkItem item, CancellationToken ct) =>
        item.Queue == ClaimWork.PendQueue && await db.Set<Claim>().AnyAsync(c => c.Id == item.SubjectId && c.State == ClaimState.Pended, ct);
}
