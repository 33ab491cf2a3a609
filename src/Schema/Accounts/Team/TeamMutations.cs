using Microsoft.AspNetCore.Http;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Registration;
using Portal.Graph.Domain.Accounts.Team;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Schema.Platform;
using Portal.GraphQL.Building;

namespace Portal.Graph.Schema.Accounts.Team;

// ACC-12
[MutationType, ClosedForMaintenance]
public static class TeamMutations
{
    /// <summary>Makes a user of your account and mails an invitation: its link is good once and for 7 days.</summary>
    /// <param name="name">First and last name.</param>
    /// <param name="username">6 to 64 letters, digits or . - _ @ +; unique whatever the case. The invited person may choose another.</param>
    /// <param name="email">Where the invitation goes.</param>
    /// <param name="permissions">Dotted names, such as <c>claims.read</c>; of no matter for an administrator, who has all.</param>
    /// <param name="role">ADMIN for another administrator.</param>
    /// <param name="accountId">The account; needed only when you manage the users of several and none of them is your default provider.</param>
    [RequiresPermission(Permission.UsersManage)]
    [Error<UsernameTaken>, Error<PermissionNotAvailable>]
    public static Task<Outcome<User>> InviteUserAsync(
        string name, string username, string email, IReadOnlyList<string> permissions, InvitationDesk desk, IHttpContextAccessor http, CancellationToken ct,
        MembershipRole role = MembershipRole.User, [ID<ProviderAccount>] long? accountId = null) =>
        desk.InviteAsync(new(name, username, email, role, permissions, accountId), http.Source(), ct);

    /// <summary>Mails the invitation once more; links of earlier mails are worthless then.</summary>
    /// <param name="userId">A user who was invited and has not followed the link yet.</param>
    [RequiresPermission(Permission.UsersManage)]
    public static Task<Outcome<User>> ResendInviteAsync([ID<User>] long userId, InvitationDesk desk, IHttpContextAccessor http, CancellationToken ct) =>
        desk.ResendAsync(userId, http.Source(), ct);

    /// <summary>Follows a mailed invitation: the user may sign in from then on.</summary>
    /// <param name="token">What stands behind <c>token=</c> in the link.</param>
    /// <param name="username">Another user name than the proposed one.</param>
    /// <param name="password">12 characters or more, none of the 1,000 commonest passwords, without the user name in it.</param>
    [Error<ResetLinkInvalid>, Error<UsernameTaken>, Error<PasswordTooWeak>]
    public static Task<Outcome<User>> AcceptInviteAsync(string token, string? username, string password, InvitationDesk desk, CancellationToken ct) =>
        desk.AcceptAsync(token, username, password, ct);

    /// <summary>Sets what a user may do for your account; open sessions have it at once.</summary>
    /// <param name="version">The version of the membership that you read; refused with CONCURRENT_CHANGE when it is not the present one.</param>
    /// <param name="permissions">All that the user shall have, as dotted names; of no matter for an administrator.</param>
    /// <param name="role">ADMIN makes an administrator; USER takes it back.</param>
    /// <param name="accountId">The account; needed only when the user works for several whose users you manage.</param>
    [RequiresPermission(Permission.UsersManage)]
    [Error<LastAdmin>, Error<PermissionNotAvailable>]
    public static Task<Outcome<User>> UpdateUserPermissionsAsync(
        [ID<User>] long userId, int version, IReadOnlyList<string> permissions, TeamDesk desk, CancellationToken ct,
        MembershipRole role = MembershipRole.User, [ID<ProviderAccount>] long? accountId = null) =>
        desk.UpdatePermissionsAsync(new(userId, accountId, role, permissions, version), ct);

    /// <summary>Disables a user, whose sessions end at once; enables one again; or rejects one who waits or was invited.</summary>
    /// <param name="state">DISABLED, ACTIVE or REJECTED.</param>
    [RequiresPermission(Permission.UsersManage)]
    [Error<LastAdmin>, Error<UserOfOtherAccount>]
    public static Task<Outcome<User>> SetUserStateAsync([ID<User>] long userId, UserState state, TeamDesk desk, CancellationToken ct) =>
        desk.SetStateAsync(userId, state, ct);
}
