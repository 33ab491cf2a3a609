using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Sessions;

/// <summary>Judges the second factor of a user who has one, inside the caller's open write scope.</summary>
public sealed class SecondFactorCheck(PortalDb db, SecretSeal seal, TimeProvider clock)
{
    /// <summary>A code of the app, or one of the recovery codes; either works once.</summary>
    public async Task<bool> ProvesAsync(User user, string code, CancellationToken ct)
    {
        if (user.TotpSecret is not { } stored) return false;
        var now = clock.GetUtcNow();
        if (Totp.Match(seal.Open(stored, user.Id), code, now, user.TotpLastStep) is { } step)
        {
            user.TotpLastStep = step;
            return true;
        }
        if (RecoveryCode.HashOf(user.Id, code) is not { } hash) return false;
        if (await db.Set<RecoveryCode>().SingleOrDefaultAsync(c => c.UserId == user.Id && c.CodeHash == hash && c.UsedAt == null, ct) is not { } recovery) return false;
        recovery.Use(now);
        return true;
    }

    /// <summary>The same of somebody signed in: wrong codes count like wrong passwords, or a stolen session could try them all.</summary>
    public async Task<Refusal?> AskAsync(User user, string? code, SessionLimits limits, CancellationToken ct)
    {
        var (now, hash) = (clock.GetUtcNow(), LoginGuard.HashOf(user.Kind, user.NormalizedUserName!));
        await db.LockAsync($"login:{hash}", ct);
        var guard = await db.Set<LoginGuard>().SingleOrDefaultAsync(g => g.NameHash == hash, ct);
        if (guard is null) db.Add(guard = new LoginGuard { NameHash = hash });
        if (guard.MinutesLeft(now) is { } minutes) return new UserLocked(minutes);
        if (string.IsNullOrWhiteSpace(code)) return new SecondFactorRequired();
        if (await ProvesAsync(user, code, ct)) return null;
        guard.Fail(now, limits);
        return guard.MinutesLeft(now) is { } left ? new UserLocked(left) : new SecondFactorRequired();
    }
}
