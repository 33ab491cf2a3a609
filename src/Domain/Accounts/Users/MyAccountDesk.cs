using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts.Registration;
using Portal.Graph.Domain.Accounts.Sessions;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Mail;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Users;

/// <summary>What a user changes about the own account; null leaves it as it is.</summary>
/// <param name="Phone">An empty text takes the number away.</param>
public sealed record MyAccountChange(string? Name, string? Email, string? Phone, long? DefaultAccountId, IReadOnlyList<NotificationKind>? Notifications);

/// <summary>The user after the change.</summary>
/// <param name="EmailToConfirm">The new address, which counts once the link mailed to it was followed; null when it stays.</param>
public sealed record MyAccount(User User, string? EmailToConfirm);

/// <summary>ACC-13: users change their own name, address, phone, default provider and what they are told of. Provider data is changed in Maintenance.</summary>
public sealed class MyAccountDesk(
    PortalDb db, MailedTokens links, IdentityLimits limits, MailDesk mail, OpenSessions sessions, ILookupNormalizer normalizer, AuditLog audit, ActorScope scope, TimeProvider clock)
{
    /// <summary>Mails with a link sent to new addresses of one user within an hour at most.</summary>
    public const int MailsPerHour = 5;

    public async Task<Outcome<MyAccount>> UpdateAsync(MyAccountChange change, string? ip, CancellationToken ct)
    {
        if (scope.Actor.NotInPerson is { } nobody) return nobody;
        if (scope.Actor is not { Kind: ActorKind.PortalUser, UserId: { } me }) return new Forbidden("portal user");
        if (scope.Actor.TermsDue is { } version) return new TermsNotAccepted(version);
        await using var write = await db.BeginWriteAsync(ct);
        await db.LockAsync($"user:{me}", ct);
        var user = await db.Set<User>().SingleAsync(u => u.Id == me, ct);
        var email = change.Email?.Trim();
        // The same address is no change; another spelling of it is.
        if (email == user.Email) email = null;
        List<Refusal> faults = [.. FaultsOf(change, email)];
        if (change.DefaultAccountId is { } account && !(await UserAccess.LoadAsync(db, user, ct)).Includes(account))
            faults.Add(new NotFound("provider account") { Path = ["defaultAccountId"] });
        if (email is not null && await links.CountAsync(me, MailedTokenPurpose.ChangeEmail, clock.GetUtcNow().AddHours(-1), ct) >= MailsPerHour)
            faults.Add(new RateLimited(3600) { Path = ["email"] });
        if (faults.Count > 0) return faults;

        var changed = Apply(user, change);
        if (email is not null)
        {
            changed.Add("emailAsked");
            await AskAsync(user, email, ip, ct);
        }
        if (changed.Count == 0) return new MyAccount(user, null);
        user.ConcurrencyStamp = Guid.NewGuid().ToString();
        audit.Changed("user.accountUpdated", user, after: new { Changed = changed, user.DefaultAccountId, user.NotificationChoices });
        var open = await sessions.ChangeAsync(me, ct);
        await write.CommitAsync(ct);
        open.Forget();
        return new MyAccount(user, email);
    }

    private static IEnumerable<Refusal> FaultsOf(MyAccountChange change, string? email) =>
        RegistrationPolicy.FaultsOf(change.Name ?? "unchanged", email ?? "unchanged@example.org", change.Phone)
            .Select(f => f.Path is ["displayName"] ? f with { Path = ["name"] } : f);

    /// <summary>Names of what changed, for the audit: never the values.</summary>
    private static List<string> Apply(User user, MyAccountChange change)
    {
        List<string> changed = [];
        void Set<T>(string name, T was, T now, Action set)
        {
            if (EqualityComparer<T>.Default.Equals(was, now)) return;
            set();
            changed.Add(name);
        }
        if (change.Name?.Trim() is { } name) Set("name", user.DisplayName, name, () => user.DisplayName = name);
        if (change.Phone?.Trim() is { } phone) Set("phone", user.PhoneNumber ?? "", phone, () => user.PhoneNumber = phone.Length > 0 ? phone : null);
        if (change.DefaultAccountId is { } account) Set("defaultAccount", user.DefaultAccountId, account, () => user.DefaultAccountId = account);
        if (change.Notifications is { } kinds)
        {
            var before = user.NotificationChoices;
            user.ToldOf = kinds;
            if (user.NotificationChoices != before) changed.Add("notifications");
        }
        return changed;
    }

    // ACC-13: the new address is proved before it counts, and the old one is told.
    private async Task AskAsync(User user, string email, string? ip, CancellationToken ct)
    {
        await links.RetireAsync(user.Id, MailedTokenPurpose.ChangeEmail, ct);
        var fields = new Dictionary<string, string> { [MailFields.Name] = user.DisplayName, [MailFields.Username] = user.UserName! };
        mail.Queue(MailTemplates.ConfirmNewEmail, email, user.DisplayName, fields,
            links.Issue(user, MailedTokenPurpose.ChangeEmail, await limits.VerifyEmailAsync(ct), ip, email));
        if (user is { EmailConfirmed: true, Email: { Length: > 0 } old } && normalizer.NormalizeEmail(old) != normalizer.NormalizeEmail(email))
            mail.Queue(MailTemplates.EmailChanging, old, user.DisplayName, fields);
    }
}
