using Portal.Graph.Domain.Platform;

namespace Portal.Graph.Domain.Accounts.Team;

/// <summary>The account would be left without an administrator.</summary>
/// <param name="AccountName">The account's name.</param>
public sealed record LastAdmin(string AccountName)
    : Refusal($"{AccountName} has no other administrator. Make another user an administrator first.");

/// <summary>Permissions that cannot be granted: the account does not have them, or you do not.</summary>
/// <param name="Permissions">Their dotted names, such as <c>reports.registry</c>.</param>
public sealed record PermissionNotAvailable(IReadOnlyList<string> Permissions)
    : Refusal($"These permissions cannot be granted here: {string.Join(", ", Permissions)}.");

/// <summary>The user also works for an account that you do not manage, so you cannot decide whether the person may sign in.</summary>
public sealed record UserOfOtherAccount()
    : Refusal("This user also works for a provider account that you do not manage. Take the permissions away here, or call Provider Services.");
