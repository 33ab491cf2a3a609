using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Sessions;

/// <summary>What a name and a password proved, before anything was written.</summary>
public sealed record Credentials(string NameHash, long? UserId, bool AreRight);

/// <summary>The part that both sign-ins share: password, lock, state of the user, second factor.</summary>
public sealed class CredentialCheck(
    PortalDb db, SecondFactorCheck secondFactor, IPasswordHasher<User> hasher, ILookupNormalizer normalizer, TimeProvider clock, IConfiguration configuration)
{
    private static string? _noOnesHash;

    /// <summary>Takes as long for an unknown name as for a known one. Outside the write scope: the hash is slow on purpose.</summary>
    public async Task<Credentials> ProveAsync(string username, string password, UserKind kind, CancellationToken ct)
    {
        var name = normalizer.NormalizeName(username.Trim()) ?? "";
        var user = await db.Set<User>().AsNoTracking().SingleOrDefaultAsync(u => u.NormalizedUserName == name && u.Kind == kind, ct);
        var someone = user ?? new User { DisplayName = "" };
        var hash = user?.PasswordHash ?? (_noOnesHash ??= hasher.HashPassword(someone, Convert.ToHexString(RandomNumberGenerator.GetBytes(16))));
        var right = hasher.VerifyHashedPassword(someone, hash, password) is not PasswordVerificationResult.Failed;
        return new(LoginGuard.HashOf(kind, name), user?.Id, right && user is not null);
    }

    /// <summary>Inside the write scope, whose commit keeps the attempt whatever comes out.</summary>
    /// <param name="admit">The last question, asked once everything else is right.</param>
    public async Task<Outcome<User>> JudgeAsync(
        Credentials credentials, string? code, string? ip, SessionLimits limits, Func<User, Task<Refusal?>> admit, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await db.LockAsync($"login:{credentials.NameHash}", ct);
        var guard = await db.Set<LoginGuard>().SingleOrDefaultAsync(g => g.NameHash == credentials.NameHash, ct);
        if (guard is null) db.Add(guard = new LoginGuard { NameHash = credentials.NameHash });
        var user = credentials.UserId is { } id ? await db.Set<User>().Include(u => u.StaffRoles).SingleAsync(u => u.Id == id, ct) : null;

        var (result, refusal) = await AnswerAsync(credentials, user, guard, code, limits, now, admit, ct);
        db.Add(new LoginAttempt { NameHash = credentials.NameHash, UserId = credentials.UserId, Result = result, At = now, Ip = ip });
        if (refusal is not null) return refusal;
        guard.Succeed();
        user!.LastSignInAt = now;
        return user;
    }

    private async Task<(LoginResult, Refusal?)> AnswerAsync(
        Credentials credentials, User? user, LoginGuard guard, string? code, SessionLimits limits, DateTimeOffset now, Func<User, Task<Refusal?>> admit, CancellationToken ct)
    {
        if (guard.MinutesLeft(now) is { } minutes) return (LoginResult.Locked, new UserLocked(minutes));
        if (!credentials.AreRight || user is null) return Failed(guard, limits, now, new LoginFailed());
        if (user.State is not UserState.Active) return (LoginResult.Disabled, new UserDisabled());
        if (!user.EmailConfirmed) return (LoginResult.EmailNotVerified, new EmailNotVerified());
        if (NeedsSecondFactor(user))
        {
            if (user.TotpSecret is null) return (LoginResult.SecondFactorMissing, new SecondFactorRequired(IsSetUp: false));
            if (string.IsNullOrWhiteSpace(code)) return (LoginResult.SecondFactorMissing, new SecondFactorRequired());
            if (!await secondFactor.ProvesAsync(user, code, ct)) return Failed(guard, limits, now, new SecondFactorRequired());
        }
        return await admit(user) is { } refusal ? (LoginResult.MarketNotEnrolled, refusal) : (LoginResult.Succeeded, null);
    }

    // ACC-05: the fifth failure is already told as a lock.
    private static (LoginResult, Refusal?) Failed(LoginGuard guard, SessionLimits limits, DateTimeOffset now, Refusal refusal)
    {
        guard.Fail(now, limits);
        return (LoginResult.Failed, guard.MinutesLeft(now) is { } minutes ? new UserLocked(minutes) : refusal);
    }

    // ACC-05: obligatory for staff, optional for portal users; made-up users of the demo plan go without.
    private bool NeedsSecondFactor(User user) => user.Kind switch
    {
        UserKind.Staff => !user.IsDemo && !string.Equals(configuration["Auth:StaffSecondFactor"], "false", StringComparison.OrdinalIgnoreCase),
        UserKind.Portal => user is { TwoFactorEnabled: true, TotpSecret: not null },
    };
}
