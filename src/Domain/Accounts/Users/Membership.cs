using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Users;

public enum MembershipRole { Admin, User }

public enum MembershipState { Pending, Active, Revoked }

/// <summary>A user's place in a provider account with the permissions granted one by one (ACC-12).</summary>
public sealed class Membership : IVersioned
{
    private readonly List<PermissionGrant> _grants = [];

    public long Id { get; private set; }
    public int Version { get; private set; }
    public long UserId { get; private set; }
    public long AccountId { get; private set; }
    public User? User { get; private set; }
    public ProviderAccount? Account { get; private set; }
    public MembershipRole Role { get; private set; }
    public MembershipState State { get; private set; } = MembershipState.Active;
    public IReadOnlyList<PermissionGrant> Grants => _grants;

    private Membership() { }

    /// <summary>A membership with the grants of a preset of section E.1.</summary>
    public static Membership Of(User user, ProviderAccount account, PortalRole preset, DateTimeOffset at, long? grantedBy = null)
    {
        var membership = new Membership
        {
            User = user, Account = account, Role = preset is PortalRole.ProviderAdmin ? MembershipRole.Admin : MembershipRole.User,
        };
        // E.1: an administrator has every portal permission by the role itself.
        if (membership.Role is MembershipRole.User)
            membership._grants.AddRange(RoleTable.PermissionsOf(preset).Order()
                .Select(p => new PermissionGrant { Permission = p, GrantedById = grantedBy, GrantedAt = at }));
        return membership;
    }

    /// <summary>A membership that waits for an administrator of the account; it gives nothing until then.</summary>
    public static Membership AskedFor(User user, ProviderAccount account) =>
        new() { User = user, Account = account, Role = MembershipRole.User, State = MembershipState.Pending };

    // A.2: PENDING→ACTIVE
    public void Approve(PortalRole preset, DateTimeOffset at, long? approvedBy)
    {
        if (State is not MembershipState.Pending) throw new InvalidOperationException("Only what waits is approved.");
        (State, Role) = (MembershipState.Active, preset is PortalRole.ProviderAdmin ? MembershipRole.Admin : MembershipRole.User);
        if (Role is MembershipRole.User)
            _grants.AddRange(RoleTable.PermissionsOf(preset).Order().Select(p => new PermissionGrant { Permission = p, GrantedById = approvedBy, GrantedAt = at }));
    }

    public IEnumerable<Permission> Permissions => Role switch
    {
        MembershipRole.Admin => RoleTable.PermissionsOf(PortalRole.ProviderAdmin),
        MembershipRole.User => _grants.Select(g => g.Permission),
    };
}

/// <summary>One permission of a membership.</summary>
public sealed class PermissionGrant : IEntity
{
    public long Id { get; private set; }
    public long MembershipId { get; private set; }
    public required Permission Permission { get; init; }
    public long? GrantedById { get; init; }
    public required DateTimeOffset GrantedAt { get; init; }
}

public enum LinkState { Active, Revoked }

/// <summary>A further provider account that a user works for with the same sign-in (ACC-11).</summary>
public sealed class AccountLink : IEntity
{
    public long Id { get; private set; }
    public long UserId { get; private set; }
    public long AccountId { get; private set; }
    public User? User { get; init; }
    public ProviderAccount? Account { get; init; }
    public LinkState State { get; init; } = LinkState.Active;
    public required DateTimeOffset LinkedAt { get; init; }
    public long? RevokedById { get; init; }
}
