using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts.Registration;
using Portal.Graph.Domain.Accounts.Sessions;
using Portal.Graph.Domain.Accounts.Team;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Mail;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Staff;

/// <summary>ACC-23: staff users are invited, disabled and enabled; support and privacy decide about portal users, with a reason.</summary>
public sealed class StaffUserDesk(
    PortalDb db, UserDesk users, UserStates states, StaffRoleDesk roles, MailedTokens links, IdentityLimits limits, MailDesk mail, AuditLog audit, ActorScope scope,
    TimeProvider clock)
{
    /// <summary>Makes a staff user without roles and mails an invitation; the second factor is set up at the first sign-in.</summary>
    public async Task<Outcome<User>> InviteAsync(string name, string username, string email, string? ip, CancellationToken ct)
    {
        if (scope.Actor.Lacks(Permission.StaffUsersManage) is { } lacks) return lacks;
        await using var write = await db.BeginWriteAsync(ct);
        List<Refusal> faults = [.. RegistrationPolicy.FaultsOf(name, email, null).Select(f => f.Path is ["displayName"] ? f with { Path = ["name"] } : f)];
        var made = await users.AddAsync(new(username, null, email ?? "", name ?? "", UserKind.Staff), faults);
        if (!made.Succeeded) return made;
        var user = made.Value;
        user.State = UserState.Pending;
        await MailAsync(user, ip, ct);
        audit.Changed("staff.invited", user);
        await write.CommitAsync(ct);
        return user;
    }

    /// <summary>Mails a new link to somebody who was invited and has not come yet; the links before are worthless.</summary>
    public async Task<Outcome<User>> ResendInvitationAsync(long userId, string? ip, CancellationToken ct)
    {
        if (scope.Actor.Lacks(Permission.StaffUsersManage) is { } lacks) return lacks;
        await using var write = await db.BeginWriteAsync(ct);
        await db.LockAsync($"user:{userId}", ct);
        if (await db.Set<User>().SingleOrDefaultAsync(u => u.Id == userId && u.Kind == UserKind.Staff && u.State == UserState.Pending, ct) is not { } user)
            return new NotFound("invited staff user") { Path = ["userId"] };
        if (await links.CountAsync(userId, MailedTokenPurpose.AcceptInvite, clock.GetUtcNow().AddHours(-1), ct) >= InvitationDesk.MailsPerHour) return new RateLimited(3600);
        await links.RetireAsync(userId, MailedTokenPurpose.AcceptInvite, ct);
        await MailAsync(user, ip, ct);
        audit.Changed("staff.inviteResent", user);
        await write.CommitAsync(ct);
        return user;
    }

    private async Task MailAsync(User user, string? ip, CancellationToken ct) => mail.Queue(
        MailTemplates.StaffInvite, user.Email!, user.DisplayName,
        new Dictionary<string, string> { [MailFields.Name] = user.DisplayName, [MailFields.Username] = user.UserName! },
        links.Issue(user, MailedTokenPurpose.AcceptInvite, await limits.InviteAsync(ct), ip));

    /// <summary>Disables a staff user, whose sessions end at once, enables one again, or takes an invitation back.</summary>
    public async Task<Outcome<User>> SetStaffStateAsync(long userId, UserState state, string? reason, CancellationToken ct)
    {
        if (scope.Actor.Lacks(Permission.StaffUsersManage) is { } lacks) return lacks;
        if (scope.Actor.UserId == userId) return new SelfGrantForbidden();
        return await SetStateAsync(userId, UserKind.Staff, state, reason, ct);
    }

    /// <summary>The same of a portal user, whoever administers the account.</summary>
    public async Task<Outcome<User>> SetPortalStateAsync(long userId, UserState state, string? reason, CancellationToken ct)
    {
        if (!scope.Actor.Has(Permission.StaffPrivacy) && scope.Actor.Lacks(Permission.StaffSupport) is { } lacks) return lacks;
        return await SetStateAsync(userId, UserKind.Portal, state, reason, ct);
    }

    /// <summary>Ends the lock that wrong passwords put on a user name.</summary>
    public async Task<Outcome<User>> UnlockAsync(long userId, CancellationToken ct)
    {
        if (!scope.Actor.Has(Permission.StaffUsersManage) && scope.Actor.Lacks(Permission.StaffSupport) is { } lacks) return lacks;
        await using var write = await db.BeginWriteAsync(ct);
        var user = await db.Set<User>().SingleOrDefaultAsync(u => u.Id == userId, ct);
        // Support looks after the users of providers, the administrators of staff users after these.
        if (user is null || !scope.Actor.Has(user.Kind is UserKind.Staff ? Permission.StaffUsersManage : Permission.StaffSupport)) return new NotFound("user") { Path = ["userId"] };
        var hash = LoginGuard.HashOf(user.Kind, user.NormalizedUserName!);
        await db.LockAsync($"login:{hash}", ct);
        var guard = await db.Set<LoginGuard>().SingleOrDefaultAsync(g => g.NameHash == hash, ct);
        if (guard?.MinutesLeft(clock.GetUtcNow()) is null) return new InvalidStateTransition("user name", "Unlocked", []);
        guard.Succeed();
        audit.Changed("user.unlocked", user);
        await write.CommitAsync(ct);
        return user;
    }

    private async Task<Outcome<User>> SetStateAsync(long userId, UserKind kind, UserState state, string? reason, CancellationToken ct)
    {
        if (UserDecision.FaultOf(reason, Wanted(state)) is { } fault) return fault;
        await using var write = await db.BeginWriteAsync(ct);
        await db.LockAsync("staff-roles", ct);
        await db.LockAsync($"user:{userId}", ct);
        var user = await db.Set<User>().Include(u => u.StaffRoles).SingleOrDefaultAsync(u => u.Id == userId && u.Kind == kind, ct);
        if (user is null) return new NotFound("user") { Path = ["userId"] };
        if (state is UserState.Disabled && user.StaffRoles.Any(r => r.Role is StaffRole.SystemAdmin) && await roles.IsLastAsync(user.Id, ct)) return new LastAdmin("The plan's staff");
        var moved = await states.MoveAsync(user, state, "staff", ct);
        if (!moved.Succeeded) return Outcome<User>.Refused(moved.Refusals);
        db.Add(UserDecision.Of(user, UserDecisionKind.State, reason!, scope.Actor, clock.GetUtcNow()));
        await write.CommitAsync(ct);
        moved.Value.Forget();
        return user;
    }

    private static string Wanted(UserState state) => state switch
    {
        UserState.Disabled => "why the user may not sign in any more",
        UserState.Active => "why the user may sign in",
        UserState.Rejected => "why the user is not let in",
        UserState.Pending => "why the user waits",
    };
}
