using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts.Registration;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Mail;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Users;

/// <summary>ACC-04: the e-mail address is proved by a one-time link before the first sign-in.</summary>
public sealed class EmailVerificationDesk(
    PortalDb db, MailedTokens links, IdentityLimits limits, MailDesk mail, ILookupNormalizer normalizer, AuditLog audit, TimeProvider clock)
{
    /// <summary>Mails sent to one user within an hour at most; more requests are answered alike and send nothing.</summary>
    public const int MailsPerHour = 5;

    /// <summary>Follows the mailed link.</summary>
    public async Task<Outcome<User>> VerifyAsync(string token, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        var found = await links.FindGoodAsync(token, MailedTokenPurpose.VerifyEmail, ct) ?? await links.FindGoodAsync(token, MailedTokenPurpose.ChangeEmail, ct);
        if (found is not { User: { } user } link) return new ResetLinkInvalid { Path = ["token"] };
        link.Use(clock.GetUtcNow());
        await links.RetireAsync(user.Id, link.Purpose, ct);
        user.EmailConfirmed = true;
        // ACC-13: the new address counts from here on.
        if (link.Address is { } address) (user.Email, user.NormalizedEmail) = (address, normalizer.NormalizeEmail(address));
        user.ConcurrencyStamp = Guid.NewGuid().ToString();
        audit.ChangedBy(user.ActorKind, user.Id, "email.verified", user, after: new { Changed = link.Purpose is MailedTokenPurpose.ChangeEmail });
        await write.CommitAsync(ct);
        return user;
    }

    /// <summary>Mails a new link. True whether or not there is such a user with an unproved address.</summary>
    public async Task<Outcome<bool>> RequestAsync(string username, string? ip, CancellationToken ct)
    {
        var name = normalizer.NormalizeName(username.Trim()) ?? "";
        await using var write = await db.BeginWriteAsync(ct);
        await db.LockAsync($"mail-to:{name}", ct);
        var user = await db.Set<User>().SingleOrDefaultAsync(
            u => u.NormalizedUserName == name && u.Kind == UserKind.Portal && !u.EmailConfirmed && (u.State == UserState.Active || u.State == UserState.Pending), ct);
        if (user?.Email is not { Length: > 0 } address) return true;
        if (await links.CountAsync(user.Id, MailedTokenPurpose.VerifyEmail, clock.GetUtcNow().AddHours(-1), ct) >= MailsPerHour) return true;
        var selector = links.Issue(user, MailedTokenPurpose.VerifyEmail, await limits.VerifyEmailAsync(ct), ip);
        mail.Queue(MailTemplates.VerifyEmail, address, user.DisplayName,
            new Dictionary<string, string> { [MailFields.Name] = user.DisplayName, [MailFields.Username] = user.UserName! }, selector);
        audit.Changed("email.verificationRequested", user);
        await write.CommitAsync(ct);
        return true;
    }
}
