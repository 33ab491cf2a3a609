using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Users;

/// <summary>What a user is in a provider account.</summary>
public enum MembershipRole
{
    /// <summary>Has every permission of the account and manages its users.</summary>
    Admin,

    /// <summary>Has the permissions that were granted one by one.</summary>
    User,
}

/// <summary>Whether a user works for a provider account.</summary>
public enum MembershipState
{
    /// <summary>Waits for an administrator of the account.</summary>
    Pending,

    /// <summary>Works for it.</summary>
    Active,

    /// <summary>Works for it no more, or never did.</summary>
    Revoked,
}

// ACC-12
/// <summary>A user's place in a provider account, with the permissions granted one by one.</summary>
public sealed class Membership : IVersioned
{
    private readonly List<PermissionGrant> _grants = [];

    public long Id { get; private set; }
    public int Version { get; private set; }
    public long UserId { get; private set; }
    public long AccountId { get; private set; }
    public User? User { get; private set; }
    public ProviderAccount? Account { get; private set; }

    /// <summary>What the user is in the account.</summary>
    public MembershipRole Role { get; private set; }

    /// <summary>Whether the user works for the account.</summary>
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

    /// <summary>A membership that an administrator gives, with permissions chosen one by one.</summary>
    public static Membership Given(User user, ProviderAccount account, MembershipRole role, IReadOnlySet<Permission> permissions, DateTimeOffset at, long? grantedBy)
    {
        var membership = new Membership { User = user, Account = account };
        membership.Set(role, permissions, at, grantedBy);
        return membership;
    }

    /// <summary>A membership that waits for an administrator of the account; it gives nothing until then.</summary>
    public static Membership AskedFor(User user, ProviderAccount account) =>
        new() { User = user, Account = account, Role = MembershipRole.User, State = MembershipState.Pending };

    // A.2: PENDING→ACTIVE
    public void Approve(MembershipRole role, IReadOnlySet<Permission> permissions, DateTimeOffset at, long? approvedBy)
    {
        if (State is not MembershipState.Pending) throw new InvalidOperationException("Only what waits is approved.");
        State = MembershipState.Active;
        Set(role, permissions, at, approvedBy);
    }

    /// <summary>Changes role and grants; what remains keeps who granted it. The grants taken away are returned, to be deleted.</summary>
    public IReadOnlyList<PermissionGrant> Set(MembershipRole role, IReadOnlySet<Permission> permissions, DateTimeOffset at, long? grantedBy)
    {
        Role = role;
        // E.1: an administrator has every portal permission by the role itself.
        var wanted = role is MembershipRole.Admin ? new HashSet<Permission>() : permissions;
        List<PermissionGrant> taken = [.. _grants.Where(g => !wanted.Contains(g.Permission))];
        _grants.RemoveAll(taken.Contains);
        _grants.AddRange(wanted.Except(_grants.Select(g => g.Permission)).Order()
            .Select(p => new PermissionGrant { Permission = p, GrantedById = grantedBy, GrantedAt = at }));
        return taken;
    }

    // A.2: ACTIVE→REVOKED, PENDING→REVOKED
    public void Revoke() => State = MembershipState.Revoked;

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
