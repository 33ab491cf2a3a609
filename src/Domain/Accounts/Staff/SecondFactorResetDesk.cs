using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts.Sessions;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Mail;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Staff;

/// <summary>ACC-05: who lost the authenticator app and the recovery codes too gets in again through staff, who say why.</summary>
public sealed class SecondFactorResetDesk(
    PortalDb db, SecondFactorDesk secondFactor, OpenSessions sessions, MailDesk mail, AuditLog audit, ActorScope scope, TimeProvider clock)
{
    /// <summary>Takes the app and the codes back and ends the user's sessions. The password stays, and the user is told by mail.</summary>
    public async Task<Outcome<User>> ResetAsync(long userId, string? reason, CancellationToken ct)
    {
        if (!scope.Actor.Has(Permission.StaffUsersManage) && scope.Actor.Lacks(Permission.StaffSupport) is { } lacks) return lacks;
        if (scope.Actor.UserId == userId) return new SelfGrantForbidden();
        if (UserDecision.FaultOf(reason, "how you know that the user asks for it") is { } fault) return fault;
        await using var write = await db.BeginWriteAsync(ct);
        await db.LockAsync($"second-factor:{userId}", ct);
        var user = await db.Set<User>().SingleOrDefaultAsync(u => u.Id == userId, ct);
        // Support looks after the users of providers, the administrators of staff users after these.
        if (user is null || !scope.Actor.Has(user.Kind is UserKind.Staff ? Permission.StaffUsersManage : Permission.StaffSupport)) return new NotFound("user") { Path = ["userId"] };
        if (user.TotpSecret is null) return new InvalidStateTransition("authenticator app", "NotSetUp", []);
        await secondFactor.TakeAsync(user, ct);
        var ended = await sessions.EndAsync(user.Id, "second factor reset", ct);
        db.Add(UserDecision.Of(user, UserDecisionKind.SecondFactor, reason!, scope.Actor, clock.GetUtcNow()));
        if (user.Email is { Length: > 0 } address)
            mail.Queue(MailTemplates.SecondFactorReset, address, user.DisplayName,
                new Dictionary<string, string> { [MailFields.Name] = user.DisplayName, [MailFields.Username] = user.UserName! });
        audit.Changed("secondFactor.reset", user, after: new { SessionsEnded = ended.Ids.Count });
        await write.CommitAsync(ct);
        ended.Forget();
        return user;
    }
}
