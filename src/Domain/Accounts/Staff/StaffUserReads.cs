using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts.Sessions;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Staff;

/// <summary>Which users; all that is given must hold.</summary>
/// <param name="Role">Of staff: who holds this role.</param>
/// <param name="Text">Part of the name, the user name or the e-mail address; case does not matter. Of portal users also a Provider ID.</param>
public sealed record StaffUserFilter(UserState? State = null, StaffRole? Role = null, string? Text = null);

/// <summary>Staff users for who manages them, portal users for support and privacy. No health data: reads are not audited.</summary>
public sealed class StaffUserReads(PortalDb db, ActorScope scope, TimeProvider clock)
{
    public static readonly IReadOnlyList<Permission> SeePortalUsers = [Permission.StaffSupport, Permission.StaffPrivacy, Permission.StaffImpersonate];

    /// <summary>By name.</summary>
    public AuditedQuery<User> Users(UserKind kind, StaffUserFilter filter)
    {
        var users = Visible(kind).Include(u => u.StaffRoles).AsNoTracking();
        if (filter.State is { } state) users = users.Where(u => u.State == state);
        if (filter.Role is { } role) users = users.Where(u => u.StaffRoles.Any(r => r.Role == role));
        if (filter.Text?.Trim().ToUpperInvariant() is { Length: > 0 } text)
            users = users.Where(u => u.NormalizedUserName!.Contains(text) || u.NormalizedEmail!.Contains(text) || u.DisplayName.ToUpper().Contains(text)
                || db.Set<Membership>().Any(m => m.UserId == u.Id && m.Account!.CareSourceProviderId == text));
        return new(users.OrderBy(u => u.DisplayName).ThenBy(u => u.Id), _ => { });
    }

    /// <summary>Null when there is none that the actor may see.</summary>
    public Task<User?> FindAsync(UserKind kind, long id, CancellationToken ct) => Visible(kind).Include(u => u.StaffRoles).AsNoTracking().SingleOrDefaultAsync(u => u.Id == id, ct);

    /// <summary>The roles of staff users whom the actor may see, and of the actor.</summary>
    public async Task<ILookup<long, StaffRole>> RolesAsync(IReadOnlyCollection<long> userIds, CancellationToken ct)
    {
        var (all, me) = (scope.Actor.Has(Permission.StaffUsersManage), scope.Actor.UserId);
        var rows = await db.Set<StaffRoleGrant>().AsNoTracking().Where(r => userIds.Contains(r.UserId) && (all || r.UserId == me)).Select(r => new { r.UserId, r.Role }).ToListAsync(ct);
        return rows.OrderBy(r => r.Role).ToLookup(r => r.UserId, r => r.Role);
    }

    /// <summary>What waits for a second person, the longest first.</summary>
    public async Task<IReadOnlyList<StaffRoleRequest>> RequestsAsync(CancellationToken ct) => scope.Actor.Has(Permission.StaffUsersManage)
        ? await db.Set<StaffRoleRequest>().AsNoTracking().Include(r => r.User).Include(r => r.RequestedBy).Where(r => r.State == RoleRequestState.Pending).OrderBy(r => r.Id).ToListAsync(ct)
        : [];

    /// <summary>Until when wrong passwords lock the user's name; null when they do not.</summary>
    public async Task<DateTimeOffset?> LockedUntilAsync(User user, CancellationToken ct)
    {
        var hash = LoginGuard.HashOf(user.Kind, user.NormalizedUserName!);
        var until = await db.Set<LoginGuard>().Where(g => g.NameHash == hash).Select(g => g.LockedUntil).SingleOrDefaultAsync(ct);
        return until > clock.GetUtcNow() ? until : null;
    }

    /// <summary>The user's places in provider accounts, with what is granted.</summary>
    public async Task<IReadOnlyList<Membership>> MembershipsAsync(long userId, CancellationToken ct) => SeePortalUsers.Any(scope.Actor.Has)
        ? await db.Set<Membership>().AsNoTracking().Include(m => m.Account).Include(m => m.Grants).AsSplitQuery().Where(m => m.UserId == userId).OrderBy(m => m.Id).ToListAsync(ct)
        : [];

    /// <summary>What staff decided about the user, newest first.</summary>
    public async Task<IReadOnlyList<UserDecision>> DecisionsAsync(long userId, CancellationToken ct) => scope.Actor.IsStaff
        ? await db.Set<UserDecision>().AsNoTracking().Where(d => d.UserId == userId).OrderByDescending(d => d.Id).Take(20).ToListAsync(ct) : [];

    private IQueryable<User> Visible(UserKind kind)
    {
        var allowed = kind switch
        {
            UserKind.Staff => scope.Actor.Has(Permission.StaffUsersManage),
            UserKind.Portal => SeePortalUsers.Any(scope.Actor.Has),
        };
        return db.Set<User>().Where(u => allowed && u.Kind == kind);
    }
}
