using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Mail;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Staff;

/// <summary>A system administrator made on the machine itself.</summary>
/// <param name="Link">Where the person chooses a password: good once, as long as the mailed one.</param>
public sealed record Founder(User User, string Link);

/// <summary>
/// ACC-23: the first two system administrators, whom nobody can invite or approve yet. Whoever runs the program on the machine holds the
/// database and its keys, so it takes no permission away from anybody; two who can sign in, and the role is granted by two people only.
/// </summary>
public sealed class FoundingDesk(PortalDb db, StaffUserDesk staff, LinkTokens links, MailSettings settings, AuditLog audit, ActorScope scope, TimeProvider clock)
{
    public const int Enough = 2;

    /// <summary>Whether there are system administrators enough to grant the role by two people.</summary>
    public async Task<bool> IsDoneAsync(CancellationToken ct) => await db.Set<User>()
        .CountAsync(u => u.Kind == UserKind.Staff && u.State == UserState.Active && u.StaffRoles.Any(r => r.Role == StaffRole.SystemAdmin), ct) >= Enough;

    /// <summary>Invites one more, while that is open.</summary>
    public async Task<Outcome<Founder>> AddAsync(string name, string username, string email, CancellationToken ct)
    {
        if (scope.Actor.Kind is not ActorKind.System || await IsDoneAsync(ct)) return new Forbidden(Permission.StaffUsersManage.Name());
        var invited = await staff.InviteAsync(name, username, email, null, ct);
        if (!invited.Succeeded) return Outcome<Founder>.Refused(invited.Refusals);
        await using var write = await db.BeginWriteAsync(ct);
        var user = await db.Set<User>().Include(u => u.StaffRoles).SingleAsync(u => u.Id == invited.Value.Id, ct);
        user.Grant(StaffRole.SystemAdmin, null, clock.GetUtcNow());
        audit.Changed("staff.roleGranted", user, after: new { Role = StaffRole.SystemAdmin });
        var selector = await db.Set<MailedToken>().Where(t => t.UserId == user.Id && t.Purpose == MailedTokenPurpose.AcceptInvite)
            .OrderByDescending(t => t.Id).Select(t => t.Selector).FirstAsync(ct);
        await write.CommitAsync(ct);
        return new Founder(user, settings.LinkTo(MailTemplates.StaffInvite.LinkPage!, links.TokenOf(selector)));
    }
}
