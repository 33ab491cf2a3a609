using Microsoft.AspNetCore.Http;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Staff;
using Portal.Graph.Domain.Accounts.Team;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Schema.Platform;
using Portal.GraphQL.Building;

namespace Portal.Graph.Schema.Accounts.Staff;

// ACC-23
[MutationType, ClosedForMaintenance]
public static class StaffMutations
{
    /// <summary>Makes a staff user without roles and mails an invitation, good once and for 7 days.</summary>
    /// <param name="name">First and last name.</param>
    /// <param name="username">6 to 64 letters, digits or . - _ @ +; unique whatever the case.</param>
    /// <param name="email">Where the invitation goes.</param>
    [RequiresPermission(Permission.StaffUsersManage), Error<UsernameTaken>]
    public static Task<Outcome<User>> InviteStaffUserAsync(string name, string username, string email, StaffUserDesk desk, IHttpContextAccessor http, CancellationToken ct) =>
        desk.InviteAsync(name, username, email, http.Source(), ct);

    /// <summary>Mails a new invitation to a staff user who has not come yet; the links before are worthless.</summary>
    [RequiresPermission(Permission.StaffUsersManage)]
    public static Task<Outcome<User>> ResendStaffInvitationAsync([ID<User>] long userId, StaffUserDesk desk, IHttpContextAccessor http, CancellationToken ct) =>
        desk.ResendInvitationAsync(userId, http.Source(), ct);

    /// <summary>
    /// Takes back the authenticator app and the recovery codes of a user who lost them, and ends the open sessions: support for users of
    /// providers, administrators of the staff's users for staff. The user is told by mail.
    /// </summary>
    /// <param name="reason">How you know that the user asks for it, at most 500 characters.</param>
    [RequiresPermission(Permission.StaffSupport, Permission.StaffUsersManage), Error<SelfGrantForbidden>, Error<DecisionReasonRequired>]
    public static Task<Outcome<User>> ResetSecondFactorAsync([ID<User>] long userId, string reason, SecondFactorResetDesk desk, CancellationToken ct) =>
        desk.ResetAsync(userId, reason, ct);

    /// <summary>Gives a staff user a role at once; SYSTEM_ADMIN waits for a second person.</summary>
    /// <param name="role">The role to give.</param>
    [RequiresPermission(Permission.StaffUsersManage), PayloadField("change"), Error<SelfGrantForbidden>, Error<RolesConflict>, Error<RoleNotForPeople>]
    public static Task<Outcome<RoleChangeMade>> GrantStaffRoleAsync([ID<User>] long userId, StaffRole role, StaffRoleDesk desk, CancellationToken ct) =>
        desk.ChangeAsync(userId, role, RoleChange.Grant, ct);

    /// <summary>Takes a role from a staff user at once; SYSTEM_ADMIN waits for a second person.</summary>
    /// <param name="role">The role to take back.</param>
    [RequiresPermission(Permission.StaffUsersManage), PayloadField("change"), Error<SelfGrantForbidden>]
    public static Task<Outcome<RoleChangeMade>> RevokeStaffRoleAsync([ID<User>] long userId, StaffRole role, StaffRoleDesk desk, CancellationToken ct) =>
        desk.ChangeAsync(userId, role, RoleChange.Revoke, ct);

    /// <summary>Decides a change of a role as the second person; who asked can only take it back.</summary>
    /// <param name="requestId">One of `staffRoleRequests`.</param>
    /// <param name="approve">False declines it, or takes it back.</param>
    [RequiresPermission(Permission.StaffUsersManage), PayloadField("change")]
    [Error<SelfGrantForbidden>, Error<ApprovalByAuthorForbidden>, Error<RolesConflict>, Error<RoleNotForPeople>, Error<LastAdmin>]
    public static Task<Outcome<RoleChangeMade>> DecideStaffRoleAsync([ID<StaffRoleRequest>] long requestId, bool approve, StaffRoleDesk desk, CancellationToken ct) =>
        desk.DecideAsync(requestId, approve, ct);

    /// <summary>Disables a staff user, whose sessions end at once; enables one again; or takes an invitation back.</summary>
    /// <param name="state">DISABLED, ACTIVE or REJECTED.</param>
    /// <param name="reason">Why, at most 500 characters.</param>
    [RequiresPermission(Permission.StaffUsersManage), Error<SelfGrantForbidden>, Error<DecisionReasonRequired>, Error<LastAdmin>]
    public static Task<Outcome<User>> SetStaffUserStateAsync([ID<User>] long userId, UserState state, string reason, StaffUserDesk desk, CancellationToken ct) =>
        desk.SetStaffStateAsync(userId, state, reason, ct);

    /// <summary>Disables a provider's user, whose sessions end at once; enables one again; or rejects one who waits.</summary>
    /// <param name="state">DISABLED, ACTIVE or REJECTED.</param>
    /// <param name="reason">Why, at most 500 characters.</param>
    [RequiresPermission(Permission.StaffSupport, Permission.StaffPrivacy), Error<DecisionReasonRequired>]
    public static Task<Outcome<User>> SetPortalUserStateAsync([ID<User>] long userId, UserState state, string reason, StaffUserDesk desk, CancellationToken ct) =>
        desk.SetPortalStateAsync(userId, state, reason, ct);

    /// <summary>Ends the lock that wrong passwords put on a user name.</summary>
    [RequiresPermission(Permission.StaffSupport, Permission.StaffUsersManage)]
    public static Task<Outcome<User>> UnlockUserAsync([ID<User>] long userId, StaffUserDesk desk, CancellationToken ct) => desk.UnlockAsync(userId, ct);
}

[ObjectType<RoleChangeMade>(Name = "StaffRoleChange")]
public static class StaffRoleChangeType;
