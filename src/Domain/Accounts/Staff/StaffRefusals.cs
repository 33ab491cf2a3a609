using System.Text.Json;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;

namespace Portal.Graph.Domain.Accounts.Staff;

// ACC-23
/// <summary>Nobody grants, approves or changes roles of their own.</summary>
public sealed record SelfGrantForbidden() : Refusal("Nobody changes what they themselves may do. Ask another administrator of the staff's users.");

/// <summary>The role is not one that people hold.</summary>
/// <param name="Role">The role that was asked for.</param>
public sealed record RoleNotForPeople(StaffRole Role) : Refusal("This role belongs to the plan's own programs. Choose one of the roles of people.");

/// <summary>One person cannot hold both roles: system administrators see no member data.</summary>
/// <param name="Role">The role that was asked for.</param>
/// <param name="Held">The roles that stand against it.</param>
public sealed record RolesConflict(StaffRole Role, IReadOnlyList<StaffRole> Held)
    : Refusal($"The role cannot be held together with {string.Join(", ", Held.Select(held => JsonNamingPolicy.SnakeCaseUpper.ConvertName(held.ToString())))}: a system administrator sees no member data.");
