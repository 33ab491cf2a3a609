using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Team;

/// <summary>ACC-12: of which accounts the actor manages the users. A membership with users.manage gives that; a link gives no say.</summary>
public sealed class ManagedAccounts(PortalDb db, ActorScope scope)
{
    /// <summary>The actor's own memberships that give it.</summary>
    public IQueryable<Membership> Own()
    {
        var (accounts, me) = (scope.Actor.AccountIds.ToList(), scope.Actor.Has(Permission.UsersManage) ? scope.Actor.UserId : null);
        return db.Set<Membership>().Where(m => m.UserId == me && accounts.Contains(m.AccountId) && m.State == MembershipState.Active
            && (m.Role == MembershipRole.Admin || m.Grants.Any(g => g.Permission == Permission.UsersManage)));
    }

    /// <summary>Everybody's memberships of the accounts.</summary>
    public IQueryable<Membership> Members()
    {
        var accounts = Own().Select(m => m.AccountId);
        return db.Set<Membership>().Where(m => accounts.Contains(m.AccountId));
    }

    /// <summary>The actor's membership of the account meant: the one named, else the session's own, else the only one.</summary>
    public async Task<Outcome<Membership>> PickAsync(long? accountId, CancellationToken ct)
    {
        var own = await Own().Include(m => m.Grants).Include(m => m.Account!.Markets).AsSplitQuery().ToListAsync(ct);
        if (own.Count == 0) return new Forbidden(Permission.UsersManage.Name());
        if (accountId is { } id) return own.Find(m => m.AccountId == id) is { } named ? named : new NotFound("provider account") { Path = ["accountId"] };
        var meant = own.Find(m => m.AccountId == scope.Actor.DefaultAccountId) ?? (own.Count == 1 ? own[0] : null);
        return meant is null ? new RequiredFieldMissing("Provider account") { Path = ["accountId"] } : meant;
    }
}
