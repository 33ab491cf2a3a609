using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Work;

/// <summary>Somebody who works a queue.</summary>
/// <param name="Id">The user.</param>
/// <param name="Name">First and last name.</param>
public sealed record WorkPerson(long Id, string Name);

/// <summary>Who works a queue: staff in service with a role that has its permission.</summary>
public sealed class WorkPeople(PortalDb db, ActorScope scope)
{
    /// <summary>By name; empty for those who do not work the queue themselves.</summary>
    public async Task<IReadOnlyList<WorkPerson>> OfAsync(WorkQueue queue, CancellationToken ct)
    {
        if (!scope.Actor.Has(queue.Permission)) return [];
        var roles = Enum.GetValues<StaffRole>().Where(r => RoleTable.PermissionsOf(r).Contains(queue.Permission)).ToList();
        return await db.Set<User>().AsNoTracking()
            .Where(u => u.Kind == UserKind.Staff && u.State == UserState.Active && u.StaffRoles.Any(r => roles.Contains(r.Role)))
            .OrderBy(u => u.DisplayName).ThenBy(u => u.Id).Select(u => new WorkPerson(u.Id, u.DisplayName)).ToListAsync(ct);
    }
}
