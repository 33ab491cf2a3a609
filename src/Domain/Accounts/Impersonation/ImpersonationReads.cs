using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Impersonation;

/// <summary>The banner of an impersonation: it stands above everything that is shown.</summary>
/// <param name="StaffName">Who looks on.</param>
/// <param name="Ticket">Number of the support ticket.</param>
/// <param name="StartedAt">Since when (UTC).</param>
/// <param name="EndsAt">Until when at the latest (UTC).</param>
/// <param name="ReadOnly">Whether every change is refused.</param>
public sealed record ImpersonationBanner(string StaffName, string Ticket, DateTimeOffset StartedAt, DateTimeOffset EndsAt, bool ReadOnly);

/// <summary>ACC-14: what runs, and what ran.</summary>
public sealed class ImpersonationReads(PortalDb db, ImpersonationRules rules, ActorScope scope, TimeProvider clock)
{
    /// <summary>Null for everybody who acts in their own name.</summary>
    public async Task<ImpersonationBanner?> BannerAsync(CancellationToken ct)
    {
        if (scope.Actor is not { ImpersonatorId: not null, SessionId: { } session }) return null;
        var found = await db.Set<ImpersonationSession>().AsNoTracking().Include(i => i.StaffUser).SingleOrDefaultAsync(i => i.SessionId == session, ct);
        return found is null ? null : new(found.StaffUser!.DisplayName, found.Ticket, found.StartedAt, found.EndsAt, await rules.OnlyLooksOnAsync(scope.Actor, ct));
    }

    /// <summary>What the member of staff has running; null when nothing.</summary>
    public async Task<ImpersonationSession?> RunningAsync(CancellationToken ct)
    {
        if (!scope.Actor.Has(Permission.StaffImpersonate)) return null;
        var (me, now) = (scope.Actor.UserId, clock.GetUtcNow());
        return await db.Set<ImpersonationSession>().AsNoTracking().Include(i => i.TargetUser)
            .Where(i => i.StaffUserId == me && i.EndedAt == null && i.EndsAt >= now && i.Session!.EndedAt == null).OrderByDescending(i => i.Id).FirstOrDefaultAsync(ct);
    }

    /// <summary>Who looked on as the user, newest first.</summary>
    public async Task<IReadOnlyList<ImpersonationSession>> OfUserAsync(long userId, CancellationToken ct) =>
        scope.Actor.Has(Permission.StaffImpersonate) || scope.Actor.Has(Permission.StaffAuditRead)
            ? await db.Set<ImpersonationSession>().AsNoTracking().Include(i => i.StaffUser).Where(i => i.TargetUserId == userId).OrderByDescending(i => i.Id).Take(20).ToListAsync(ct)
            : [];
}
