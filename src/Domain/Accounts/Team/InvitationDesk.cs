using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts.Registration;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Mail;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Team;

/// <summary>Whom to invite, and as what.</summary>
/// <param name="AccountId">Needed only by who manages the users of several accounts, none of which is the session's own.</param>
public sealed record Invitation(
    string DisplayName, string Username, string Email, MembershipRole Role, IReadOnlyList<string> Permissions, long? AccountId);

/// <summary>ACC-12: an administrator invites a user by mail (L-USER-INVITE); who follows the link chooses the password and may sign in.</summary>
public sealed class InvitationDesk(
    PortalDb db, ManagedAccounts managed, UserDesk users, MailedTokens links, IdentityLimits limits, MailDesk mail, UserManager<User> identity,
    IPasswordHasher<User> hasher, AuditLog audit, ActorScope scope, TimeProvider clock)
{
    /// <summary>Mails sent to one invited user within an hour at most.</summary>
    public const int MailsPerHour = 5;

    public async Task<Outcome<User>> InviteAsync(Invitation invitation, string? ip, CancellationToken ct)
    {
        if (scope.Actor.Lacks(Permission.UsersManage) is { } lacks) return lacks;
        await using var write = await db.BeginWriteAsync(ct);
        var mine = await managed.PickAsync(invitation.AccountId, ct);
        if (!mine.Succeeded) return Outcome<User>.Refused(mine.Refusals);
        List<Refusal> faults = [.. RegistrationPolicy.FaultsOf(invitation.DisplayName, invitation.Email, null).Select(f => f.Path is ["displayName"] ? f with { Path = ["name"] } : f)];
        var permissions = TeamPolicy.Read(invitation.Permissions);
        if (!permissions.Succeeded) faults.AddRange(permissions.Refusals);
        else if (TeamPolicy.GrantRefusal(mine.Value, invitation.Role, permissions.Value) is { } refusal) faults.Add(refusal);
        var made = await users.AddAsync(new(invitation.Username, null, invitation.Email ?? "", invitation.DisplayName ?? ""), faults);
        if (!made.Succeeded) return made;
        var (user, account, now) = (made.Value, mine.Value.Account!, clock.GetUtcNow());
        user.State = UserState.Pending;
        var membership = Membership.Given(user, account, invitation.Role, permissions.Value!, now, scope.Actor.UserId);
        db.Add(membership);
        await MailAsync(user, account, ip, ct);
        audit.Changed("user.invited", user, after: new { AccountId = account.Id, membership.Role, Permissions = membership.Permissions.Order().Select(p => p.Name()) });
        await write.CommitAsync(ct);
        return user;
    }

    /// <summary>Mails a new link to somebody who was invited and has not come yet; the links before are worthless.</summary>
    public async Task<Outcome<User>> ResendAsync(long userId, string? ip, CancellationToken ct)
    {
        if (scope.Actor.Lacks(Permission.UsersManage) is { } lacks) return lacks;
        await using var write = await db.BeginWriteAsync(ct);
        await db.LockAsync($"user:{userId}", ct);
        var membership = await managed.Members().Include(m => m.User).Include(m => m.Account)
            .FirstOrDefaultAsync(m => m.UserId == userId && m.State == MembershipState.Active && m.User!.PasswordHash == null, ct);
        if (membership?.User is not { State: UserState.Pending } user) return new NotFound("invited user") { Path = ["userId"] };
        if (await links.CountAsync(userId, MailedTokenPurpose.AcceptInvite, clock.GetUtcNow().AddHours(-1), ct) >= MailsPerHour) return new RateLimited(3600);
        await links.RetireAsync(userId, MailedTokenPurpose.AcceptInvite, ct);
        await MailAsync(user, membership.Account!, ip, ct);
        audit.Changed("user.inviteResent", user);
        await write.CommitAsync(ct);
        return user;
    }

    /// <summary>Follows the mailed link. The address is proved by it.</summary>
    /// <param name="username">Another user name than the one that the administrator proposed; null keeps that.</param>
    public async Task<Outcome<User>> AcceptAsync(string token, string? username, string password, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        if (await links.FindGoodAsync(token, MailedTokenPurpose.AcceptInvite, ct) is not { User: { State: UserState.Pending } user } link)
            return new ResetLinkInvalid { Path = ["token"] };
        var name = string.IsNullOrWhiteSpace(username) ? user.UserName! : username.Trim();
        var normalized = identity.NormalizeName(name);
        List<Refusal> refusals = [];
        if (normalized != user.NormalizedUserName)
        {
            await db.LockAsync($"username:{normalized}", ct);
            if (await users.NameRefusalAsync(name) is { } refused) refusals.Add(refused);
        }
        if (PasswordRules.Unmet(password, name) is { Count: > 0 } unmet) refusals.Add(new PasswordTooWeak(unmet) { Path = ["password"] });
        if (refusals.Count > 0) return refusals;
        var now = clock.GetUtcNow();
        link.Use(now);
        (user.UserName, user.NormalizedUserName, user.State, user.EmailConfirmed, user.EnabledAt) = (name, normalized, UserState.Active, true, now);
        user.PasswordHash = hasher.HashPassword(user, password);
        (user.SecurityStamp, user.ConcurrencyStamp) = (Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString());
        audit.ChangedBy(user.ActorKind, user.Id, "user.inviteAccepted", user, before: new { State = UserState.Pending }, after: new { user.State });
        await write.CommitAsync(ct);
        return user;
    }

    private async Task MailAsync(User user, ProviderAccount account, string? ip, CancellationToken ct) => mail.Queue(
        MailTemplates.UserInvite, user.Email!, user.DisplayName,
        new Dictionary<string, string> { [MailFields.Name] = user.DisplayName, [MailFields.Username] = user.UserName!, [MailFields.Practice] = account.Name },
        links.Issue(user, MailedTokenPurpose.AcceptInvite, await limits.InviteAsync(ct), ip));
}
