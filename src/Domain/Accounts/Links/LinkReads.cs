using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts.Team;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Links;

/// <summary>ACC-11: the links of the actor, and those of others to accounts whose users the actor manages.</summary>
public sealed class LinkReads(PortalDb db, ManagedAccounts managed, ActorScope scope)
{
    /// <summary>The actor's own, ended ones too, by the account's name.</summary>
    public async Task<IReadOnlyList<AccountLink>> OwnAsync(CancellationToken ct)
    {
        var me = scope.Actor.UserId;
        return await Links().Where(l => l.UserId == me).OrderBy(l => l.Account!.Name).ThenBy(l => l.Id).ToListAsync(ct);
    }

    /// <summary>Who is linked to the accounts, the newest first.</summary>
    public AuditedQuery<AccountLink> ToManaged(LinkState? state)
    {
        var accounts = managed.Own().Select(m => m.AccountId);
        var links = Links().Where(l => accounts.Contains(l.AccountId));
        if (state is { } wanted) links = links.Where(l => l.State == wanted);
        return new(links.OrderByDescending(l => l.LinkedAt).ThenByDescending(l => l.Id), _ => { });
    }

    private IQueryable<AccountLink> Links() => db.Set<AccountLink>().AsNoTracking().Include(l => l.User).Include(l => l.Account);
}
