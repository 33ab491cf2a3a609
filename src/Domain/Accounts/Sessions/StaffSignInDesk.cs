using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Availability;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Sessions;

/// <summary>What the back office puts into its cookie.</summary>
public sealed record StaffSession(long SessionId, long UserId, string Username, string DisplayName, DateTimeOffset EndsAt);

/// <summary>The staff's own sign-in, with an obligatory second factor (ACC-05, ACC-23). Sign-out is <see cref="SignInDesk.SignOutAsync"/>.</summary>
public sealed class StaffSignInDesk(PortalDb db, CredentialCheck check, SessionRules rules, SignInRate rate, AuditLog audit, TimeProvider clock)
{
    public async Task<Outcome<StaffSession>> SignInAsync(string username, string password, string? totp, string? ip, CancellationToken ct)
    {
        if (rate.Refuse(ip) is { } tooMany) return tooMany;
        var credentials = await check.ProveAsync(username, password, UserKind.Staff, ct);
        var limits = await rules.LimitsAsync(ct);
        await using var write = await db.BeginSharedWriteAsync(ct);
        var judged = await check.JudgeAsync(credentials, totp, ip, limits, _ => Task.FromResult<Refusal?>(null), ct);
        if (!judged.Succeeded)
        {
            await write.CommitAsync(ct);
            return Outcome<StaffSession>.Refused(judged.Refusals);
        }
        var session = Session.Start(judged.Value.Id, null, clock.GetUtcNow(), limits, ip);
        db.Add(session);
        audit.ChangedBy(judged.Value.ActorKind, judged.Value.Id, "session.opened", session, after: new { session.UserId });
        await write.CommitAsync(ct);
        return new StaffSession(session.Id, judged.Value.Id, judged.Value.UserName!, judged.Value.DisplayName, session.ExpiresAt);
    }
}
