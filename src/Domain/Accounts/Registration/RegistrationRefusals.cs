using Portal.Graph.Domain.Platform;

namespace Portal.Graph.Domain.Accounts.Registration;

/// <summary>The four values do not match a provider; it is not told which of them.</summary>
public sealed record RegistrationNoMatch()
    : Refusal("The provider name, Tax ID, Provider ID and ZIP code do not match a provider. Check them, or call Provider Services.");

/// <summary>Too many tries that matched nothing.</summary>
/// <param name="MinutesLeft">Full minutes until it can be tried again.</param>
/// <param name="RetryAt">When it can be tried again (UTC).</param>
public sealed record RegistrationLocked(int MinutesLeft, DateTimeOffset RetryAt)
    : Refusal($"Too many tries that did not match. Try again in {MinutesLeft} {(MinutesLeft == 1 ? "minute" : "minutes")}.");

/// <summary>The registration token is not good: too old, used already, or none.</summary>
public sealed record RegistrationExpired() : Refusal("This registration is over. Begin again with the provider's name, Tax ID, Provider ID and ZIP code.");

/// <summary>The mailed link is used already, too old, or none.</summary>
public sealed record ResetLinkInvalid() : Refusal("This link is not good any more. Ask for a new one.");
