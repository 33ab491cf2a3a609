using Portal.Graph.Domain.Platform.Policies;

namespace Portal.Graph.Domain.Accounts.Registration;

/// <summary>How many failed registrations lock, for how long, and after how many a person looks at them.</summary>
public sealed record RegistrationLimits(int LockTries, TimeSpan Lock, int WorkTries);

/// <summary>The limits of registration and of mailed links as the policy table has them today.</summary>
public sealed class IdentityLimits(MarketPolicies policies, TimeProvider clock)
{
    public async ValueTask<RegistrationLimits> RegistrationAsync(CancellationToken ct) => new(
        await Of("registration.lockTries", ct), TimeSpan.FromMinutes(await Of("registration.lockMinutes", ct)), await Of("registration.workTries", ct));

    public async ValueTask<TimeSpan> VerifyEmailAsync(CancellationToken ct) => TimeSpan.FromHours(await Of("auth.email.verifyHours", ct));

    public async ValueTask<TimeSpan> ResetPasswordAsync(CancellationToken ct) => TimeSpan.FromMinutes(await Of("auth.password.resetMinutes", ct));

    public async ValueTask<TimeSpan> InviteAsync(CancellationToken ct) => TimeSpan.FromDays(await Of("auth.invite.days", ct));

    /// <summary>How long a user may stay away before being disabled.</summary>
    public async ValueTask<TimeSpan> IdleAsync(CancellationToken ct) => TimeSpan.FromDays(await Of("auth.idle.days", ct));

    /// <summary>How many accounts one user may be linked to.</summary>
    public ValueTask<int> LinksAsync(CancellationToken ct) => Of("links.max", ct);

    /// <summary>How many API tokens one account may have.</summary>
    public ValueTask<int> TokensAsync(CancellationToken ct) => Of("tokens.max", ct);

    public async ValueTask<TimeSpan> TokenLifeAsync(CancellationToken ct) => TimeSpan.FromDays(await Of("tokens.maxDays", ct));

    public ValueTask<int> TokenRequestsAsync(CancellationToken ct) => Of("tokens.requestsPerMinute", ct);

    private async ValueTask<int> Of(string key, CancellationToken ct) =>
        (await policies.IntAsync(key, default, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), ct)).Value;
}
