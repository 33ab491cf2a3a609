using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;

namespace Portal.Graph.Domain.Accounts.Staff;

/// <summary>ACC-23, E.2: which roles go together, and which need two people. Pure.</summary>
public static class StaffRolePolicy
{
    // Roles that show no member data.
    private static readonly StaffRole[] BesideSystemAdmin = [StaffRole.SystemAdmin, StaffRole.ContentEditor, StaffRole.PolicyAdmin];

    // ACC-23: a second person for SYSTEM_ADMIN, whether it comes or goes.
    public static bool NeedsSecondPerson(StaffRole role) => role is StaffRole.SystemAdmin;

    /// <summary>The roles that people hold; the others are of the plan's own programs.</summary>
    public static IReadOnlyList<StaffRole> OfPeople { get; } = [.. Enum.GetValues<StaffRole>().Where(role => role is not StaffRole.CoreSystem)];

    // E.2: SYSTEM_ADMIN cannot read member data.
    /// <summary>Null when who holds these roles may have that one too.</summary>
    public static Refusal? ConflictOf(StaffRole role, IEnumerable<StaffRole> held)
    {
        if (!OfPeople.Contains(role)) return new RoleNotForPeople(role) { Path = ["role"] };
        List<StaffRole> against = role is StaffRole.SystemAdmin
            ? [.. held.Except(BesideSystemAdmin).Order()]
            : [.. held.Where(h => h is StaffRole.SystemAdmin && !BesideSystemAdmin.Contains(role))];
        return against.Count > 0 ? new RolesConflict(role, against) { Path = ["role"] } : null;
    }
}
