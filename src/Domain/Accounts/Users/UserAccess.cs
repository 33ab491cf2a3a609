using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts.Links;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Users;

/// <summary>What a portal user may do in one market.</summary>
internal sealed record MarketAccess(FrozenSet<long> AccountIds, long? DefaultAccountId, FrozenSet<Permission> Permissions);

/// <summary>A user's memberships and links with the enrollments of their accounts: which markets are open, and as whom. Pure once loaded.</summary>
internal sealed class UserAccess(User user, IReadOnlyList<Membership> memberships, IReadOnlyList<ProviderAccount> linked)
{
    private static readonly Permission[] ReportsOfPcps = [Permission.ReportsMembership, Permission.ReportsRegistry];

    public static async Task<UserAccess> LoadAsync(PortalDb db, User user, CancellationToken ct) => new(
        user,
        await db.Set<Membership>().AsNoTracking().AsSplitQuery().Include(m => m.Grants).Include(m => m.Account!.Markets)
            .Where(m => m.UserId == user.Id && m.State == MembershipState.Active && m.Account!.State == AccountState.Active)
            .OrderBy(m => m.Id).ToListAsync(ct),
        await db.Set<AccountLink>().AsNoTracking().Include(l => l.Account!.Markets)
            .Where(l => l.UserId == user.Id && l.State == LinkState.Active && l.Account!.State == AccountState.Active)
            .Select(l => l.Account!).ToListAsync(ct));

    /// <summary>ACC-07: markets in which one of the user's accounts is enrolled today.</summary>
    public IReadOnlyList<Market> Markets(TimeProvider clock) =>
        [.. Enum.GetValues<Market>().Where(m => Accounts.Any(a => IsEnrolled(a, m, clock.Today(m))))];

    /// <summary>Whether the user works for the account, wherever it is enrolled.</summary>
    public bool Includes(long accountId) => Accounts.Any(a => a.Id == accountId);

    /// <summary>Null when the market is not open to the user.</summary>
    public MarketAccess? In(Market market, DateOnly today)
    {
        var enrolled = Accounts.Where(a => IsEnrolled(a, market, today)).ToList();
        if (enrolled.Count == 0) return null;
        var ids = enrolled.Select(a => a.Id).ToFrozenSet();

        // A session has one set of permissions for all its accounts. Where memberships grant different ones it is what all of
        // them grant, so that no account is reached with a permission given by another.
        var here = memberships.Where(m => ids.Contains(m.AccountId)).ToList();
        var permissions = (here.Count > 0 ? here : memberships).Select(m => m.Permissions.ToHashSet())
            .Aggregate((HashSet<Permission>?)null, (all, next) => all is null ? next : [.. all.Intersect(next)]) ?? [];
        // ACC-02: accounts outside the network have no attributed members to report on.
        if (enrolled.TrueForAll(a => a.Participation is Participation.NonPar)) permissions.ExceptWith(ReportsOfPcps);

        var standing = user.DefaultAccountId is { } chosen && ids.Contains(chosen) ? chosen : (here.FirstOrDefault()?.AccountId ?? enrolled[0].Id);
        return new(ids, standing, permissions.ToFrozenSet());
    }

    private IEnumerable<ProviderAccount> Accounts => memberships.Select(m => m.Account!).Concat(linked).DistinctBy(a => a.Id);

    private static bool IsEnrolled(ProviderAccount account, Market market, DateOnly today) =>
        account.Markets.Any(m => m.Market == market && new DateRange(m.EffectiveFrom, m.EffectiveTo).Contains(today));
}
