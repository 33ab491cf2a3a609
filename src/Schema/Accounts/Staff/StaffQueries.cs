using Portal.Graph.Domain.Accounts.Staff;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Schema.Platform;
using Portal.GraphQL.Building;
using Portal.GraphQL.Fetching;
using Portal.GraphQL.Paging;

namespace Portal.Graph.Schema.Accounts.Staff;

/// <summary>Which staff users; all that is given must hold.</summary>
/// <param name="State">Users in this state.</param>
/// <param name="Role">Users who hold this role.</param>
/// <param name="Text">Part of the name, the user name or the e-mail address; case does not matter.</param>
public sealed record StaffUserFilterInput(UserState? State = null, StaffRole? Role = null, string? Text = null);

/// <summary>Which users of providers; all that is given must hold.</summary>
/// <param name="State">Users in this state.</param>
/// <param name="Text">Part of the name, the user name or the e-mail address, case does not matter; or a whole Provider ID.</param>
public sealed record PortalUserFilterInput(UserState? State = null, string? Text = null);

[QueryType]
public static class StaffQueries
{
    // ACC-23
    /// <summary>Users on the plan's staff, by name.</summary>
    /// <param name="where">Filters.</param>
    [UsePaging, RequiresPermission(Permission.StaffUsersManage)]
    public static PagedQuery<User> GetStaffUsers(StaffUserFilterInput? where, StaffUserReads reads) =>
        reads.Users(UserKind.Staff, new(where?.State, where?.Role, where?.Text)).Paged();

    /// <summary>Users at providers', by name.</summary>
    /// <param name="where">Filters.</param>
    [UsePaging, RequiresPermission(Permission.StaffSupport, Permission.StaffPrivacy, Permission.StaffImpersonate)]
    public static PagedQuery<User> GetPortalUsers(PortalUserFilterInput? where, StaffUserReads reads) =>
        reads.Users(UserKind.Portal, new(where?.State, null, where?.Text)).Paged();

    // ACC-23
    /// <summary>Changes of roles that wait for a second person, the longest first.</summary>
    [RequiresPermission(Permission.StaffUsersManage)]
    public static Task<IReadOnlyList<StaffRoleRequest>> GetStaffRoleRequestsAsync(StaffUserReads reads, CancellationToken ct) => reads.RequestsAsync(ct);
}

[ObjectType<StaffRoleRequest>(Fields =
[
    nameof(StaffRoleRequest.User), nameof(StaffRoleRequest.Role), nameof(StaffRoleRequest.Change), nameof(StaffRoleRequest.State), nameof(StaffRoleRequest.RequestedBy),
    nameof(StaffRoleRequest.RequestedAt), nameof(StaffRoleRequest.DecidedAt),
])]
public static class StaffRoleRequestType
{
    [ID<StaffRoleRequest>]
    public static long GetId([Parent] StaffRoleRequest request) => request.Id;
}

[ExtendObjectType<User>]
public static class StaffUserFields
{
    // ACC-23
    /// <summary>The roles that a staff user holds: your own, and of all for who manages staff users; none for others.</summary>
    public static async ValueTask<IReadOnlyList<StaffRole>> GetStaffRolesAsync([Parent] User user, StaffRolesOfUser loader) => await loader.LoadAsync(user.Id) ?? [];
}

public sealed class StaffRolesOfUser(StaffUserReads reads, LoaderDispatcher dispatcher) : BatchDataLoader<long, IReadOnlyList<StaffRole>>(dispatcher)
{
    protected override async Task<IReadOnlyDictionary<long, IReadOnlyList<StaffRole>>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken) =>
        (await reads.RolesAsync(keys, cancellationToken)).ToDictionary(r => r.Key, IReadOnlyList<StaffRole> (r) => [.. r]);
}
