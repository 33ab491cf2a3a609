using Portal.Graph.Domain.Accounts.Links;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Schema.Platform;
using Portal.GraphQL.Building;
using Portal.GraphQL.Paging;

namespace Portal.Graph.Schema.Accounts.Links;

[QueryType]
public static class LinkQueries
{
    // ACC-11
    /// <summary>Provider accounts that you linked to your sign-in, by name; ended links too. Those open in your market are also among <c>viewer { accounts }</c>.</summary>
    [Authorize]
    public static Task<IReadOnlyList<AccountLink>> GetLinkedAccountsAsync(LinkReads reads, CancellationToken ct) => reads.OwnAsync(ct);

    // ACC-11
    /// <summary>Users of other practices who linked an account whose users you manage, the newest first.</summary>
    /// <param name="state">Links in this state; all when left out.</param>
    [UsePaging, RequiresPermission(Permission.UsersManage)]
    public static PagedQuery<AccountLink> GetAccountLinks(LinkState? state, LinkReads reads) => reads.ToManaged(state).Paged();
}

[ObjectType<AccountLink>(Fields =
    [nameof(AccountLink.User), nameof(AccountLink.Account), nameof(AccountLink.State), nameof(AccountLink.LinkedAt), nameof(AccountLink.RevokedAt)])]
public static class AccountLinkType
{
    [ID<AccountLink>]
    public static long GetId([Parent] AccountLink link) => link.Id;
}
