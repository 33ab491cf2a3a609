using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Work;

/// <summary>Who submitted a record: the audit trail knows also who acted in the name of another.</summary>
public sealed class Submitters(PortalDb db)
{
    /// <param name="entity">The kind of record, such as <c>Claim</c>.</param>
    /// <param name="action">The action that submits it, such as <c>claim.submitted</c>.</param>
    public async Task<IReadOnlyCollection<long>> OfAsync(string entity, long id, string action, CancellationToken ct)
    {
        var rows = await db.Set<AuditEvent>().AsNoTracking().Where(e => e.Entity == entity && e.EntityId == id && e.Action == action)
            .Select(e => new { e.ActorId, e.ImpersonatorId }).ToListAsync(ct);
        return [.. rows.SelectMany(r => new[] { r.ActorId, r.ImpersonatorId }).OfType<long>().Distinct()];
    }
}
