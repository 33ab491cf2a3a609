using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts.Sessions;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Mail;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Users;

/// <summary>ACC-13: who is signed in sets a new password by telling the old one; all other sessions end.</summary>
public sealed class PasswordChangeDesk(
    PortalDb db, IPasswordHasher<User> hasher, OpenSessions sessions, SessionRules rules, MailDesk mail, AuditLog audit, ActorScope scope, TimeProvider clock)
{
    public async Task<Outcome<User>> ChangeAsync(string oldPassword, string newPassword, CancellationToken ct)
    {
        if (scope.Actor.NotInPerson is { } nobody) return nobody;
        if (scope.Actor.UserId is not { } me) return new NotSignedIn();
        if (scope.Actor.TermsDue is { } version) return new TermsNotAccepted(version);
        var limits = await rules.LimitsAsync(ct);
        // Outside the write scope: the hash is slow on purpose.
        var known = await db.Set<User>().AsNoTracking().SingleAsync(u => u.Id == me, ct);
        var right = known.PasswordHash is { } hash && hasher.VerifyHashedPassword(known, hash, oldPassword) is not PasswordVerificationResult.Failed;
        await using var write = await db.BeginWriteAsync(ct);
        if (await GuardAsync(known, right, limits, ct) is { } refusal)
        {
            await write.CommitAsync(ct);
            return refusal;
        }
        var user = await db.Set<User>().SingleAsync(u => u.Id == me, ct);
        // Somebody changed it since: what was proved is the old one no more.
        if (user.PasswordHash != known.PasswordHash) return new OldPasswordWrong { Path = ["oldPassword"] };
        if (PasswordRules.Unmet(newPassword, user.UserName!) is { Count: > 0 } unmet) return new PasswordTooWeak(unmet) { Path = ["newPassword"] };
        user.PasswordHash = hasher.HashPassword(user, newPassword);
        (user.SecurityStamp, user.ConcurrencyStamp) = (Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString());
        var ended = await sessions.EndAsync(me, "password changed", ct, but: scope.Actor.SessionId);
        audit.Changed("password.changed", user, after: new { SessionsEnded = ended.Ids.Count });
        if (user.Email is { Length: > 0 } address)
            mail.Queue(MailTemplates.PasswordChanged, address, user.DisplayName,
                new Dictionary<string, string> { [MailFields.Name] = user.DisplayName, [MailFields.Username] = user.UserName! });
        await write.CommitAsync(ct);
        ended.Forget();
        return user;
    }

    // ACC-05: wrong passwords count here like at the sign-in, or a stolen session could try them all.
    private async Task<Refusal?> GuardAsync(User user, bool right, SessionLimits limits, CancellationToken ct)
    {
        var (now, hash) = (clock.GetUtcNow(), LoginGuard.HashOf(user.Kind, user.NormalizedUserName!));
        await db.LockAsync($"login:{hash}", ct);
        var guard = await db.Set<LoginGuard>().SingleOrDefaultAsync(g => g.NameHash == hash, ct);
        if (guard is null) db.Add(guard = new LoginGuard { NameHash = hash });
        if (guard.MinutesLeft(now) is { } minutes) return new UserLocked(minutes);
        if (right) return null;
        guard.Fail(now, limits);
        return guard.MinutesLeft(now) is { } left ? new UserLocked(left) : new OldPasswordWrong { Path = ["oldPassword"] };
    }
}
