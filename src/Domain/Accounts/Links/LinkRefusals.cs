using Portal.Graph.Domain.Platform;

namespace Portal.Graph.Domain.Accounts.Links;

/// <summary>You work for this provider account already.</summary>
public sealed record AlreadyLinked() : Refusal("You work for this provider account already. Choose it in the Providers list.");

/// <summary>You are linked to as many accounts as one user may be.</summary>
/// <param name="Limit">How many that are.</param>
public sealed record LinkLimit(int Limit) : Refusal($"A user can be linked to {Limit} provider accounts. End a link that you no longer need.");

/// <summary>An administrator of the account ended your link to it.</summary>
public sealed record LinkTakenBack() : Refusal("An administrator of this provider account ended your link. Ask there for a user of the account's own.");
