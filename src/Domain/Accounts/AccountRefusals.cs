using Portal.Graph.Domain.Platform;

namespace Portal.Graph.Domain.Accounts;

/// <summary>ACC-05: the same for an unknown name and a wrong password.</summary>
public sealed record LoginFailed() : Refusal("The user name or password is wrong. If you forgot the password, ask for a reset link on the sign-in page.");

public sealed record UserLocked(int MinutesLeft)
    : Refusal($"Too many wrong passwords. This user name is locked for {MinutesLeft} more {(MinutesLeft == 1 ? "minute" : "minutes")}.");

public sealed record UserDisabled() : Refusal("This user may not sign in. Ask your administrator.");

public sealed record SecondFactorRequired() : Refusal("Enter the current code of your authenticator app.");

public sealed record EmailNotVerified() : Refusal("Use the link mailed to you to verify your e-mail address, or ask to have it sent again.");

public sealed record MarketNotEnrolled(IReadOnlyList<Market> Markets)
    : Refusal($"Your accounts are not enrolled in this market. Your markets: {(Markets.Count == 0 ? "none" : string.Join(", ", Markets))}.");

public sealed record SessionExpired() : Refusal("Your session is over. Sign in again.");

public sealed record UsernameTaken() : Refusal("This user name is taken. Choose another.");

public sealed record PasswordTooWeak(IReadOnlyList<string> UnmetRules) : Refusal($"The password does not meet these rules: {string.Join(" ", UnmetRules)}");
