using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Mail;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Users;

/// <summary>ACC-04: users who registered for an account that has an administrator, until the administrator approves.</summary>
public sealed class PendingUserDesk(PortalDb db, MailDesk mail, AuditLog audit, ActorScope scope, TimeProvider clock)
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
            return new NotFound("user who waits for approval");
        membership.Approve(preset, clock.GetUtcNow(), scope.Actor.UserId);
        if (user.State is UserState.Pending) user.State = UserState.Active;
        audit.Changed("user.approved", user, after: new { user.State, membership.AccountId, Preset = preset });
        if (user.Email is { Length: > 0 } address)
            mail.Queue(MailTemplates.UserApproved, address, user.DisplayName, new Dictionary<string, string>
            {
                [MailFields.Name] = user.DisplayName, [MailFields.Username] = user.UserName!, [MailFields.Practice] = membership.Account!.Name,
            });
        await write.CommitAsync(ct);
        return user;
    }

    // Only accounts of which the actor is the administrator: a link gives no say in an account's users.
    private IQueryable<Membership> Waiting()
    {
        var (accounts, me) = (scope.Actor.AccountIds.ToList(), scope.Actor.UserId);
        return db.Set<Membership>().Where(m => m.State == MembershipState.Pending && m.User!.State == UserState.Pending && accounts.Contains(m.AccountId)
            && db.Set<Membership>().Any(own => own.UserId == me && own.AccountId == m.AccountId && own.State == MembershipState.Active && own.Role == MembershipRole.Admin));
    }
}
