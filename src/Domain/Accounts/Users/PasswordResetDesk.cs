using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts.Registration;
using Portal.Graph.Domain.Accounts.Sessions;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Mail;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Users;

/// <summary>ACC-06: a forgotten password is reset by a mailed one-time link.</summary>
public sealed class PasswordResetDesk(
    PortalDb db, MailedTokens links, IdentityLimits limits, MailDesk mail, ILookupNormalizer normalizer, IPasswordHasher<User> hasher, SessionActivity activity,
    AuditLog audit, TimeProvider clock)
{
    /// <summary>Mails sent to one user within an hour at most; more requests are answered alike and send nothing.</summary>
    public const int MailsPerHour = 5;

    /// <summary>Mails a link. True whether or not there is such a user.</summary>
    /// <param name="kind">At whose door it is asked for: the users of the other are not found.</param>
    public async Task<Outcome<bool>> RequestAsync(string username, string? ip, CancellationToken ct, UserKind kind = UserKind.Portal)
    {
        var name = normalizer.NormalizeName(username.Trim()) ?? "";
        await using var write = await db.BeginWriteAsync(ct);
        await db.LockAsync($"mail-to:{name}", ct);
        var user = await db.Set<User>().SingleOrDefaultAsync(u => u.NormalizedUserName == name && u.Kind == kind && u.State == UserState.Active, ct);
        if (user?.Email is not { Length: > 0 } address) return true;
        if (await links.CountAsync(user.Id, MailedTokenPurpose.ResetPassword, clock.GetUtcNow().AddHours(-1), ct) >= MailsPerHour) return true;
        var selector = links.Issue(user, MailedTokenPurpose.ResetPassword, await limits.ResetPasswordAsync(ct), ip);
        mail.Queue(kind is UserKind.Staff ? MailTemplates.StaffResetPassword : MailTemplates.ResetPassword, address, user.DisplayName, FieldsOf(user), selector);
        audit.Changed("password.resetRequested", user);
        await write.CommitAsync(ct);
        return true;
    }

    /// <summary>Sets the password; all sessions end, the lock of the name too.</summary>
    public async Task<Outcome<User>> ResetAsync(string token, string newPassword, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        if (await links.FindGoodAsync(token, MailedTokenPurpose.ResetPassword, ct) is not { User: { State: UserState.Active } user } link)
            return new ResetLinkInvalid { Path = ["token"] };
        if (PasswordRules.Unmet(newPassword, user.UserName!) is { Count: > 0 } unmet) return new PasswordTooWeak(unmet) { Path = ["newPassword"] };
        var now = clock.GetUtcNow();
        link.Use(now);
        await links.RetireAsync(user.Id, MailedTokenPurpose.ResetPassword, ct);
        user.PasswordHash = hasher.HashPassword(user, newPassword);
        user.SecurityStamp = Guid.NewGuid().ToString("N");
        user.ConcurrencyStamp = Guid.NewGuid().ToString();
        // Who reads the mailbox has proved the address.
        user.EmailConfirmed = true;
        var hash = LoginGuard.HashOf(user.Kind, user.NormalizedUserName!);
        if (await db.Set<LoginGuard>().SingleOrDefaultAsync(g => g.NameHash == hash, ct) is { } guard) guard.Succeed();
        var ended = await db.Set<Session>().Where(s => s.UserId == user.Id && s.EndedAt == null).ToListAsync(ct);
        foreach (var session in ended) session.End(now, "password reset");
        audit.ChangedBy(user.ActorKind, user.Id, "password.reset", user, after: new { SessionsEnded = ended.Count });
        if (user.Email is { Length: > 0 } address) mail.Queue(user.Kind is UserKind.Staff ? MailTemplates.StaffPasswordChanged : MailTemplates.PasswordChanged, address, user.DisplayName, FieldsOf(user));
        await write.CommitAsync(ct);
        foreach (var session in ended) activity.Forget(session.Id);
        return user;
    }

    private static Dictionary<string, string> FieldsOf(User user) => new() { [MailFields.Name] = user.DisplayName, [MailFields.Username] = user.UserName! };
}
