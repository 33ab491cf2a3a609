using Portal.Graph.Domain.Platform;

namespace Portal.Graph.Domain.Accounts.Tokens;

/// <summary>The account has as many tokens as it may.</summary>
/// <param name="Limit">How many that are; revoked and expired ones do not count.</param>
public sealed record TokenLimit(int Limit) : Refusal($"An account can have {Limit} API tokens. Revoke one that is no longer used.");
