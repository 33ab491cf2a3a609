using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts.Staff;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Team;

/// <summary>Which users; all that is given must hold.</summary>
/// <param name="Permission">Users who have this permission in one of the accounts.</param>
/// <param name="Text">Part of the name, the user name or the e-mail address; case does not matter.</param>
public sealed record TeamFilter(UserState? State = null, Permission? Permission = null, string? Text = null);

/// <summary>ACC-12: the users of the accounts whose users the actor manages.</summary>
public sealed class TeamReads(PortalDb db, ManagedAccounts managed, ActorScope scope)
{
    /// <summary>By name. People of a practice and no health data: reads are not audited.</summary>
    public AuditedQuery<User> Users(TeamFilter filter)
    {
        var members = managed.Members();
        if (filter.Permission is { } permission)
            members = members.Where(m => m.State == MembershipState.Active && (m.Role == MembershipRole.Admin || m.Grants.Any(g => g.Permission == permission)));
        var users = db.Set<User>().AsNoTracking().Where(u => members.Any(m => m.UserId == u.Id));
        if (filter.State is { } state) users = users.Where(u => u.State == state);
        if (filter.Text?.Trim().ToUpperInvariant() is { Length: > 0 } text)
            users = users.Where(u => u.NormalizedUserName!.Contains(text) || u.NormalizedEmail!.Contains(text) || u.DisplayName.ToUpper().Contains(text));
        return new(users.OrderBy(u => u.DisplayName).ThenBy(u => u.Id), _ => { });
    }

    /// <summary>What the actor may see of the users' places: the own ones, those in accounts whose users the actor manages, and for support all.</summary>
    public async Task<ILookup<long, Membership>> MembershipsAsync(IReadOnlyCollection<long> userIds, CancellationToken ct)
    {
        var (accounts, me, all) = (managed.Own().Select(m => m.AccountId), scope.Actor.UserId, StaffUserReads.SeePortalUsers.Any(scope.Actor.Has));
        var rows = await db.Set<Membership>().AsNoTracking().Include(m => m.Grants)
            .Where(m => userIds.Contains(m.UserId) && (all || m.UserId == me || accounts.Contains(m.AccountId))).OrderBy(m => m.Id).ToListAsync(ct);
        return rows.ToLookup(m => m.UserId);
    }
}
