using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts.Sessions;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Team;

/// <summary>Moves users from state to state inside the caller's open write scope: by administrators, by staff, by the job that looks for idle ones.</summary>
public sealed class UserStates(PortalDb db, OpenSessions sessions, MailedTokens links, AuditLog audit, TimeProvider clock)
{
    /// <summary>The sessions that ended with it: forget them once it is committed.</summary>
    /// <param name="cause">Why, as a code for the audit; null when the action says it.</param>
    public async Task<Outcome<EndedSessions>> MoveAsync(User user, UserState to, string? cause, CancellationToken ct)
    {
        if (TeamPolicy.MoveRefusal(user.State, to) is { } refusal) return refusal;
        var from = user.State;
        (user.State, user.ConcurrencyStamp) = (to, Guid.NewGuid().ToString());
        var ended = EndedSessions.None;
        switch (to)
        {
            case UserState.Active:
                user.EnabledAt = clock.GetUtcNow();
                break;
            case UserState.Disabled:
                ended = await sessions.EndAsync(user.Id, "user disabled", ct);
                await links.RetireAsync(user.Id, MailedTokenPurpose.ResetPassword, ct);
                break;
            case UserState.Rejected:
                await links.RetireAsync(user.Id, MailedTokenPurpose.AcceptInvite, ct);
                foreach (var membership in await db.Set<Membership>().Where(m => m.UserId == user.Id && m.State != MembershipState.Revoked).ToListAsync(ct))
                    membership.Revoke();
                break;
            case UserState.Pending:
                throw new InvalidOperationException("Nobody becomes pending again.");
        }
        audit.Changed("user.stateSet", user, before: new { State = from }, after: new { State = to, cause, SessionsEnded = ended.Ids.Count });
        return ended;
    }

    /// <summary>The account that would be left without an administrator if the user were none; null when there is none.</summary>
    /// <param name="accountId">Asks of this account only.</param>
    public async Task<ProviderAccount?> OrphanedAsync(long userId, long? accountId, CancellationToken ct)
    {
        var administered = await db.Set<Membership>().Where(m => m.UserId == userId && m.State == MembershipState.Active && m.Role == MembershipRole.Admin
            && (accountId == null || m.AccountId == accountId)).OrderBy(m => m.AccountId).Select(m => m.AccountId).ToListAsync(ct);
        foreach (var id in administered)
        {
            // Two administrators who step down at the same moment must not both find the other.
            await db.LockAsync($"administrators:{id}", ct);
            if (!await db.Set<Membership>().AnyAsync(m => m.AccountId == id && m.UserId != userId && m.Role == MembershipRole.Admin
                && m.State == MembershipState.Active && m.User!.State == UserState.Active, ct))
                return await db.Set<ProviderAccount>().SingleAsync(a => a.Id == id, ct);
        }
        return null;
    }
}
