using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts.Team;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Mail;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Users;

/// <summary>ACC-04: users who registered for an account that has an administrator, until the administrator approves.</summary>
public sealed class PendingUserDesk(PortalDb db, ManagedAccounts managed, MailDesk mail, AuditLog audit, ActorScope scope, TimeProvider clock)
{
    /// <summary>Who waits for the actor's approval, the longest first.</summary>
    public async Task<IReadOnlyList<User>> WaitingAsync(CancellationToken ct) => scope.Actor.Has(Permission.UsersManage)
        ? await Waiting().OrderBy(m => m.Id).Select(m => m.User!).AsNoTracking().ToListAsync(ct) : [];

    /// <summary>The user may sign in from now on, with the permissions of the preset.</summary>
    public async Task<Outcome<User>> ApproveAsync(long userId, PortalRole preset, CancellationToken ct)
    {
        if (scope.Actor.Lacks(Permission.UsersManage) is { } lacks) return lacks;
        await using var write = await db.BeginWriteAsync(ct);
        await db.LockAsync($"user:{userId}", ct);
        if (await Waiting().Include(m => m.User).Include(m => m.Account).FirstOrDefaultAsync(m => m.UserId == userId, ct) is not { User: { } user } membership)
            return await managed.Members().Include(m => m.User).Where(m => m.UserId == userId).Select(m => (UserState?)m.User!.State).FirstOrDefaultAsync(ct) is { } state
                ? new InvalidStateTransition("user", state.ToString(), []) : new NotFound("user who waits for approval");
        var mine = await managed.PickAsync(membership.AccountId, ct);
        if (!mine.Succeeded) return Outcome<User>.Refused(mine.Refusals);
        var role = preset is PortalRole.ProviderAdmin ? MembershipRole.Admin : MembershipRole.User;
        var asked = RoleTable.PermissionsOf(preset).Intersect(TeamPolicy.AvailableIn(membership.Account!)).ToHashSet();
        if (TeamPolicy.GrantRefusal(mine.Value, role, asked) is { } refusal) return refusal with { Path = ["preset"] };
        membership.Approve(role, asked, clock.GetUtcNow(), scope.Actor.UserId);
        if (user.State is UserState.Pending) (user.State, user.EnabledAt) = (UserState.Active, clock.GetUtcNow());
        audit.Changed("user.approved", user, after: new { user.State, membership.AccountId, Preset = preset });
        if (user.Email is { Length: > 0 } address)
            mail.Queue(MailTemplates.UserApproved, address, user.DisplayName, new Dictionary<string, string>
            {
                [MailFields.Name] = user.DisplayName, [MailFields.Username] = user.UserName!, [MailFields.Practice] = membership.Account!.Name,
            });
        await write.CommitAsync(ct);
        return user;
    }

    private IQueryable<Membership> Waiting() =>
        managed.Members().Where(m => m.State == MembershipState.Pending && m.User!.State == UserState.Pending);
}
