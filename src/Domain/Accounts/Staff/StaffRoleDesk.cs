using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts.Sessions;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Staff;

/// <summary>What became of a change of a staff role.</summary>
/// <param name="User">Whose role it is.</param>
/// <param name="Request">What waits for a second person, or was decided by one; null when one person was enough.</param>
public sealed record RoleChangeMade(User User, StaffRoleRequest? Request);

/// <summary>ACC-23: roles of staff are granted and taken back; SYSTEM_ADMIN by two people.</summary>
public sealed class StaffRoleDesk(PortalDb db, OpenSessions sessions, AuditLog audit, ActorScope scope, TimeProvider clock)
{
    public async Task<Outcome<RoleChangeMade>> ChangeAsync(long userId, StaffRole role, RoleChange change, CancellationToken ct)
    {
        if (scope.Actor.Lacks(Permission.StaffUsersManage) is { } lacks) return lacks;
        if (scope.Actor.UserId == userId) return new SelfGrantForbidden();
        await using var write = await db.BeginWriteAsync(ct);
        await db.LockAsync("staff-roles", ct);
        if (await StaffAsync(userId, ct) is not { } user) return new NotFound("staff user") { Path = ["userId"] };
        if (RefusalOf(user, role, change) is { } refusal) return refusal;
        if (user.StaffRoles.Any(r => r.Role == role) == (change is RoleChange.Grant)) return new RoleChangeMade(user, null);
        if (StaffRolePolicy.NeedsSecondPerson(role)) return await AskAsync(user, role, change, write, ct);
        var open = await ApplyAsync(user, role, change, scope.Actor.UserId, ct);
        await write.CommitAsync(ct);
        open.Forget();
        return new RoleChangeMade(user, null);
    }

    /// <summary>A second person decides what waits: neither who asked, unless to take it back, nor whose role it is.</summary>
    public async Task<Outcome<RoleChangeMade>> DecideAsync(long requestId, bool approve, CancellationToken ct)
    {
        if (scope.Actor.Lacks(Permission.StaffUsersManage) is { } lacks) return lacks;
        await using var write = await db.BeginWriteAsync(ct);
        await db.LockAsync("staff-roles", ct);
        var request = await db.Set<StaffRoleRequest>().Include(r => r.RequestedBy).SingleOrDefaultAsync(r => r.Id == requestId, ct);
        if (request is null || await StaffAsync(request.UserId, ct) is not { } user) return new NotFound("role request") { Path = ["requestId"] };
        if (request.State is not RoleRequestState.Pending) return new InvalidStateTransition("role request", request.State.ToString(), []);
        if (request.UserId == scope.Actor.UserId) return new SelfGrantForbidden();
        if (approve && request.RequestedById == scope.Actor.UserId) return new ApprovalByAuthorForbidden("role request");
        if (approve && RefusalOf(user, request.Role, request.Change) is { } refusal) return refusal;
        if (approve && request.Change is RoleChange.Revoke && await IsLastAsync(user.Id, ct)) return new Team.LastAdmin("The plan's staff");
        request.Decide(approve ? RoleRequestState.Approved : RoleRequestState.Declined, scope.Actor.UserId, clock.GetUtcNow());
        audit.Changed(approve ? "staff.roleApproved" : "staff.roleDeclined", request, after: new { request.UserId, request.Role, request.Change, request.RequestedById });
        var open = approve ? await ApplyAsync(user, request.Role, request.Change, request.RequestedById, ct) : EndedSessions.None;
        await write.CommitAsync(ct);
        open.Forget();
        return new RoleChangeMade(user, request);
    }

    private static Refusal? RefusalOf(User user, StaffRole role, RoleChange change) => change switch
    {
        RoleChange.Grant => StaffRolePolicy.ConflictOf(role, user.StaffRoles.Select(r => r.Role)),
        RoleChange.Revoke => null,
    };

    private async Task<Outcome<RoleChangeMade>> AskAsync(User user, StaffRole role, RoleChange change, WriteScope write, CancellationToken ct)
    {
        var known = await db.Set<StaffRoleRequest>().SingleOrDefaultAsync(r => r.UserId == user.Id && r.Role == role && r.State == RoleRequestState.Pending && r.Change == change, ct);
        if (known is not null) return new RoleChangeMade(user, known);
        var by = await db.Set<User>().SingleAsync(u => u.Id == scope.Actor.UserId, ct);
        var request = new StaffRoleRequest { User = user, Role = role, Change = change, RequestedBy = by, RequestedAt = clock.GetUtcNow() };
        db.Add(request);
        audit.Changed("staff.roleRequested", request, after: new { UserId = user.Id, role, change });
        await write.CommitAsync(ct);
        return new RoleChangeMade(user, request);
    }

    private async Task<EndedSessions> ApplyAsync(User user, StaffRole role, RoleChange change, long? by, CancellationToken ct)
    {
        switch (change)
        {
            case RoleChange.Grant:
                user.Grant(role, by, clock.GetUtcNow());
                audit.Changed("staff.roleGranted", user, after: new { role });
                break;
            case RoleChange.Revoke:
                if (user.Take(role) is { } grant) db.Remove(grant);
                audit.Changed("staff.roleRevoked", user, before: new { role });
                break;
        }
        return await sessions.ChangeAsync(user.Id, ct);
    }

    /// <summary>Inside the caller's write scope: whether no other active user is a system administrator.</summary>
    internal async Task<bool> IsLastAsync(long userId, CancellationToken ct) => !await db.Set<User>()
        .AnyAsync(u => u.Id != userId && u.Kind == UserKind.Staff && u.State == UserState.Active && u.StaffRoles.Any(r => r.Role == StaffRole.SystemAdmin), ct);

    private Task<User?> StaffAsync(long id, CancellationToken ct) => db.Set<User>().Include(u => u.StaffRoles)
        .SingleOrDefaultAsync(u => u.Id == id && u.Kind == UserKind.Staff && u.State != UserState.Rejected, ct);
}
