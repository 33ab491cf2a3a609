using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts.Sessions;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Team;

/// <summary>What a user shall be in an account.</summary>
/// <param name="AccountId">Needed only when the user works for several accounts whose users you manage.</param>
/// <param name="Permissions">Dotted names; of no matter for an administrator, who has all.</param>
/// <param name="Version">The version of the membership that was read.</param>
public sealed record PermissionsChange(long UserId, long? AccountId, MembershipRole Role, IReadOnlyList<string> Permissions, int Version);

/// <summary>ACC-12: an administrator changes what users of the account may do, and whether they may sign in.</summary>
public sealed class TeamDesk(PortalDb db, ManagedAccounts managed, UserStates states, OpenSessions sessions, AuditLog audit, ActorScope scope, TimeProvider clock)
{
    public async Task<Outcome<User>> UpdatePermissionsAsync(PermissionsChange change, CancellationToken ct)
    {
        if (scope.Actor.Lacks(Permission.UsersManage) is { } lacks) return lacks;
        var permissions = TeamPolicy.Read(change.Permissions);
        if (!permissions.Succeeded) return Outcome<User>.Refused(permissions.Refusals);
        await using var write = await db.BeginWriteAsync(ct);
        await db.LockAsync($"user:{change.UserId}", ct);
        var found = await managed.Members().Include(m => m.User).Include(m => m.Grants).AsSplitQuery()
            .Where(m => m.UserId == change.UserId && m.State == MembershipState.Active && (change.AccountId == null || m.AccountId == change.AccountId)).ToListAsync(ct);
        if (found.Count == 0) return new NotFound("user") { Path = ["userId"] };
        if (found.Count > 1) return new RequiredFieldMissing("Provider account") { Path = ["accountId"] };
        var membership = found[0];
        var mine = await managed.PickAsync(membership.AccountId, ct);
        if (!mine.Succeeded) return Outcome<User>.Refused(mine.Refusals);
        if (TeamPolicy.TouchRefusal(mine.Value, membership) is { } forbidden) return forbidden;
        if (membership.Version != change.Version) return new ConcurrentChange("user");
        if (TeamPolicy.GrantRefusal(mine.Value, change.Role, permissions.Value, membership.Permissions) is { } refusal) return refusal;
        if (membership.Role is MembershipRole.Admin && change.Role is not MembershipRole.Admin
            && await states.OrphanedAsync(change.UserId, membership.AccountId, ct) is { } orphan)
            return new LastAdmin(orphan.Name) { Path = ["role"] };
        var before = new { membership.Role, Permissions = Names(membership) };
        db.RemoveRange(membership.Set(change.Role, permissions.Value, clock.GetUtcNow(), scope.Actor.UserId));
        // Grants are rows of their own: the version rises even when nothing else of the membership changed.
        db.Entry(membership).Property(m => m.Version).IsModified = true;
        audit.Changed("user.permissionsUpdated", membership, before: before, after: new { membership.UserId, membership.Role, Permissions = Names(membership) });
        var open = await sessions.ChangeAsync(change.UserId, ct);
        await write.CommitAsync(ct);
        open.Forget();
        return membership.User!;
    }

    /// <summary>Disables, enables again, or rejects who waits. Sessions of a disabled user end at once.</summary>
    public async Task<Outcome<User>> SetStateAsync(long userId, UserState state, CancellationToken ct)
    {
        if (scope.Actor.Lacks(Permission.UsersManage) is { } lacks) return lacks;
        await using var write = await db.BeginWriteAsync(ct);
        await db.LockAsync($"user:{userId}", ct);
        var places = await managed.Members().Include(m => m.User).Where(m => m.UserId == userId).ToListAsync(ct);
        if (places.Count == 0) return new NotFound("user") { Path = ["userId"] };
        foreach (var place in places)
        {
            var mine = await managed.PickAsync(place.AccountId, ct);
            if (!mine.Succeeded) return Outcome<User>.Refused(mine.Refusals);
            if (TeamPolicy.TouchRefusal(mine.Value, place) is { } forbidden) return forbidden;
        }
        var user = places[0].User!;
        var known = places.ConvertAll(p => p.AccountId);
        if (await db.Set<Membership>().AnyAsync(m => m.UserId == userId && m.State != MembershipState.Revoked && !known.Contains(m.AccountId), ct)) return new UserOfOtherAccount();
        if (state is UserState.Disabled && user.State is UserState.Active && await states.OrphanedAsync(userId, null, ct) is { } orphan)
            return new LastAdmin(orphan.Name) { Path = ["state"] };
        var moved = await states.MoveAsync(user, state, null, ct);
        if (!moved.Succeeded) return Outcome<User>.Refused(moved.Refusals);
        await write.CommitAsync(ct);
        moved.Value.Forget();
        return user;
    }

    private static IReadOnlyList<string> Names(Membership membership) => [.. membership.Permissions.Order().Select(p => p.Name())];
}
