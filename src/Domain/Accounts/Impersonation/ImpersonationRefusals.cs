using Portal.Graph.Domain.Platform;

namespace Portal.Graph.Domain.Accounts.Impersonation;

/// <summary>An impersonation needs a ticket number and a reason of ten characters or more.</summary>
public sealed record ImpersonationReasonRequired() : Refusal("Give the number of the support ticket, and the reason in ten characters or more.");

/// <summary>This user cannot be impersonated now.</summary>
/// <param name="Reason">Why not.</param>
public sealed record ImpersonationNotAllowed(string Reason) : Refusal(Reason);
