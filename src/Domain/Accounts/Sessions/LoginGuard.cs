using System.Security.Cryptography;
using System.Text;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Sessions;

/// <summary>
/// Counts wrong passwords by name, also for names without a user, so that a lock does not tell that a user exists. The name is
/// kept as a hash: people type passwords there.
/// </summary>
public sealed class LoginGuard : IEntity
{
    public long Id { get; private set; }
    public required string NameHash { get; init; }
    public int Failures { get; private set; }
    public DateTimeOffset? LockedUntil { get; private set; }

    public static string HashOf(UserKind kind, string normalizedName) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}:{normalizedName}")));

    /// <summary>Minutes left, rounded up; null when not locked.</summary>
    public int? MinutesLeft(DateTimeOffset now) => LockedUntil is { } until && now < until ? (int)Math.Ceiling((until - now).TotalMinutes) : null;

    // ACC-05: 5 wrong passwords lock the user for 15 minutes.
    public void Fail(DateTimeOffset now, SessionLimits limits)
    {
        if (LockedUntil is not null) (Failures, LockedUntil) = (0, null);
        if (++Failures >= limits.LockTries) LockedUntil = now + limits.Lock;
    }

    public void Succeed() => (Failures, LockedUntil) = (0, null);
}

public enum LoginResult { Succeeded, Failed, Locked, Disabled, SecondFactorMissing, EmailNotVerified, MarketNotEnrolled }

/// <summary>One try to sign in.</summary>
public sealed class LoginAttempt : IEntity
{
    public long Id { get; private set; }
    public required string NameHash { get; init; }
    public long? UserId { get; init; }
    public required LoginResult Result { get; init; }
    public required DateTimeOffset At { get; init; }
    public string? Ip { get; init; }
}
