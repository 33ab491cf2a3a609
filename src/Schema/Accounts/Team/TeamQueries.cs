using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Team;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Schema.Platform;
using Portal.GraphQL.Building;
using Portal.GraphQL.Filtering;
using Portal.GraphQL.Paging;

namespace Portal.Graph.Schema.Accounts.Team;

/// <summary>Which users; all that is given must hold.</summary>
/// <param name="State">Users in this state.</param>
/// <param name="Permission">Users who have this permission, such as <c>claims.submit</c>; administrators have all.</param>
/// <param name="Text">Part of the name, the user name or the e-mail address; case does not matter.</param>
public sealed record UserFilterInput(UserState? State = null, string? Permission = null, string? Text = null);

[QueryType, RequiresPermission(Permission.UsersManage)]
public static class TeamQueries
{
    // ACC-12
    /// <summary>The users of the accounts whose users you manage, by name. INVALID_FORMAT when there is no such permission.</summary>
    /// <param name="where">Filters.</param>
    [UsePaging, UseSorting(typeof(UserOrder))]
    public static Outcome<PagedQuery<User>> GetUsers(UserFilterInput? where, TeamReads reads)
    {
        var named = where?.Permission is { } name ? PermissionNames.Find(name) : null;
        if (where?.Permission is not null && named is null) return new InvalidFormat("Permission", "a permission's dotted name", "claims.read") { Path = ["where", "permission"] };
        return reads.Users(new(where?.State, named, where?.Text)).Paged();
    }
}

/// <summary>What users can be sorted by; the name when nothing is said.</summary>
internal sealed class UserOrder : SortInputType<User>
{
    protected override void Configure(MemberFields<User> fields) => fields.Add(u => u.DisplayName).Add(u => u.State).Add(u => u.LastSignInAt);
}

[ObjectType<Membership>(Fields = [nameof(Membership.Version), nameof(Membership.Role), nameof(Membership.State)])]
public static class MembershipType
{
    [ID<Membership>]
    public static long GetId([Parent] Membership membership) => membership.Id;

    /// <summary>The account.</summary>
    public static async ValueTask<ProviderAccount?> GetAccountAsync([Parent] Membership membership, AccountById loader) => await loader.LoadAsync(membership.AccountId);

    /// <summary>Dotted names of what the user may do for the account, such as <c>claims.read</c>, in the catalogue's order.</summary>
    public static IReadOnlyList<string> GetPermissions([Parent] Membership membership) => [.. membership.Permissions.Order().Select(p => p.Name())];
}
