using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Portal.Graph.Domain.Platform.Availability;

/// <summary>Section <c>RateLimits</c> of the configuration: requests a minute; 0 for any number. API tokens have a policy of their own.</summary>
public sealed record RateLimits
{
    public const string Section = "RateLimits";

    /// <summary>False switches all of them off, where something before the portal limits.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Of one user, in all sessions together.</summary>
    public int UserPerMinute { get; init; } = 600;

    /// <summary>From one address, whoever asks: a practice or an office may share one.</summary>
    public int AddressPerMinute { get; init; } = 3000;

    /// <summary>From one address without a session.</summary>
    public int AnonymousPerMinute { get; init; } = 300;

    /// <summary>Attempts to sign in from one address, whatever the user name.</summary>
    public int SignInPerMinute { get; init; } = 30;

    /// <exception cref="OptionsValidationException">A value makes no sense; the program must not start with it.</exception>
    public static RateLimits Read(IConfiguration configuration)
    {
        var limits = configuration.GetSection(Section).Get<RateLimits>() ?? new();
        string[] faults =
        [
            .. new[]
            {
                (nameof(UserPerMinute), limits.UserPerMinute), (nameof(AddressPerMinute), limits.AddressPerMinute),
                (nameof(AnonymousPerMinute), limits.AnonymousPerMinute), (nameof(SignInPerMinute), limits.SignInPerMinute),
            }.Where(l => l.Item2 < 0).Select(l => $"{Section}:{l.Item1} must not be negative."),
        ];
        return faults.Length == 0 ? limits : throw new OptionsValidationException(Section, typeof(RateLimits), faults);
    }
}

/// <summary>
/// Attempts to sign in by address: who tries many names with one password is not stopped by the lock of a name (ACC-05).
/// </summary>
public sealed class SignInRate(RateLimits limits, TimeProvider clock)
{
    private readonly MinuteCounter _counter = new(clock);

    /// <summary>Counts an attempt.</summary>
    /// <param name="ip">Where it comes from; null when that is not known.</param>
    public RateLimited? Refuse(string? ip) =>
        limits.Enabled && ip is not null && _counter.Count(ip, limits.SignInPerMinute) is { } seconds ? new(seconds) : null;
}
