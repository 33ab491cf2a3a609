using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Coverage;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Members;

/// <summary>Members for other capabilities' rules; what reaches a user is read, and audited, by the reads of this folder.</summary>
internal sealed class MemberLookup(PortalDb db)
{
    /// <summary>The member of that number who is or was enrolled in the market; null when there is none.</summary>
    public async Task<Member?> FindByNumberAsync(MemberNumber number, Market market, CancellationToken ct = default) =>
        (await MemberRows.OfNumberAsync(db, market, number, ct)).SingleOrDefault();

    public Task<Member?> FindAsync(long id, Market market, CancellationToken ct = default) =>
        db.Set<Member>().AsNoTracking().InMarket(db, market).SingleOrDefaultAsync(m => m.Id == id, ct);
}
