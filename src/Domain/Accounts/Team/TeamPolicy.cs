using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;

namespace Portal.Graph.Domain.Accounts.Team;

/// <summary>ACC-12: who may grant what, and which way a user's state can go. Pure.</summary>
public static class TeamPolicy
{
    private static readonly Permission[] ReportsOfPcps = [Permission.ReportsMembership, Permission.ReportsRegistry];

    // ACC-02: an account outside the network has no attributed members to report on.
    /// <summary>What users of the account can have at all.</summary>
    public static IReadOnlySet<Permission> AvailableIn(ProviderAccount account) => account.Participation switch
    {
        Participation.Par => RoleTable.PortalPermissions,
        Participation.NonPar => RoleTable.PortalPermissions.Except(ReportsOfPcps).ToHashSet(),
    };

    /// <summary>The permissions of dotted names.</summary>
    /// <param name="field">The input field that has them.</param>
    public static Outcome<IReadOnlySet<Permission>> Read(IReadOnlyList<string> names, string field = "permissions")
    {
        List<string> unknown = [.. names.Where(n => PermissionNames.Find(n) is not { } known || !RoleTable.PortalPermissions.Contains(known))];
        return unknown.Count > 0
            ? new PermissionNotAvailable(unknown) { Path = [field] }
            : Outcome.Of<IReadOnlySet<Permission>>(names.Select(n => PermissionNames.Find(n)!.Value).ToHashSet());
    }

    /// <summary>Null when whoever holds the membership may give this to a user of its account.</summary>
    /// <param name="by">The membership of who grants, with its account.</param>
    /// <param name="held">What the user has already: keeping it is no grant.</param>
    public static Refusal? GrantRefusal(Membership by, MembershipRole role, IReadOnlySet<Permission> permissions, IEnumerable<Permission>? held = null)
    {
        var available = AvailableIn(by.Account!).Intersect(by.Permissions).ToHashSet();
        // Only an administrator makes administrators: everybody else would give away what they do not have.
        IEnumerable<Permission> asked = role switch
        {
            MembershipRole.Admin => by.Role is MembershipRole.Admin ? [] : RoleTable.PortalPermissions,
            MembershipRole.User => permissions,
        };
        List<string> missing = [.. asked.Except(available).Except(held ?? []).Order().Select(p => p.Name())];
        return missing.Count > 0 ? new PermissionNotAvailable(missing) { Path = ["permissions"] } : null;
    }

    /// <summary>Null when whoever holds the membership may change the other of the same account.</summary>
    public static Refusal? TouchRefusal(Membership by, Membership other) =>
        other.Role is MembershipRole.Admin && by.Role is not MembershipRole.Admin ? new Forbidden(Forbidden.Administrator) : null;

    // A.2: ACTIVE→DISABLED→ACTIVE; PENDING→REJECTED. PENDING→ACTIVE is an approval or an accepted invitation.
    public static Refusal? MoveRefusal(UserState from, UserState to)
    {
        UserState[] next = from switch
        {
            UserState.Pending => [UserState.Rejected],
            UserState.Active => [UserState.Disabled],
            UserState.Disabled => [UserState.Active],
            UserState.Rejected => [],
        };
        return next.Contains(to) ? null : new InvalidStateTransition("user", from.ToString(), [.. next.Select(s => s.ToString())]) { Path = ["state"] };
    }
}
