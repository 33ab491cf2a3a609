using Portal.Graph.Domain.Platform;

namespace Portal.Graph.Domain.Accounts;

// ACC-05
/// <summary>Sign-in failed: unknown user name or wrong password, without telling which.</summary>
public sealed record LoginFailed() : Refusal("The user name or password is wrong. If you forgot the password, ask for a reset link on the sign-in page.");

/// <summary>The user name is locked after too many wrong passwords.</summary>
/// <param name="MinutesLeft">Full minutes until it can be tried again.</param>
public sealed record UserLocked(int MinutesLeft)
    : Refusal($"Too many wrong passwords. This user name is locked for {MinutesLeft} more {(MinutesLeft == 1 ? "minute" : "minutes")}.");

/// <summary>The user was disabled and may not sign in.</summary>
public sealed record UserDisabled() : Refusal("This user may not sign in. Ask your administrator.");

/// <summary>The code of the authenticator app is missing, wrong or already used, or no app is set up.</summary>
/// <param name="IsSetUp">Whether there is an authenticator app whose code can be entered; false: set one up first.</param>
public sealed record SecondFactorRequired(bool IsSetUp = true)
    : Refusal(IsSetUp ? "Enter the current code of your authenticator app." : "Set up an authenticator app first.");

/// <summary>The e-mail address must be verified before the first sign-in.</summary>
public sealed record EmailNotVerified() : Refusal("Use the link mailed to you to verify your e-mail address, or ask to have it sent again.");

/// <summary>None of your accounts is enrolled in the market asked for.</summary>
/// <param name="Markets">The markets in which you have an account; empty when none.</param>
public sealed record MarketNotEnrolled(IReadOnlyList<Market> Markets)
    : Refusal($"Your accounts are not enrolled in this market. Your markets: {(Markets.Count == 0 ? "none" : string.Join(", ", Markets))}.");

/// <summary>The session ended, or its refresh token was used before.</summary>
public sealed record SessionExpired() : Refusal("Your session is over. Sign in again.");

/// <summary>Somebody has this user name already.</summary>
public sealed record UsernameTaken() : Refusal("This user name is taken. Choose another.");

/// <summary>The password does not meet the rules.</summary>
/// <param name="UnmetRules">Each rule that it does not meet, as a sentence.</param>
public sealed record PasswordTooWeak(IReadOnlyList<string> UnmetRules) : Refusal($"The password does not meet these rules: {string.Join(" ", UnmetRules)}");

// ACC-13
/// <summary>The old password is not right.</summary>
public sealed record OldPasswordWrong() : Refusal("The old password is wrong. If you forgot it, ask for a reset link on the sign-in page.");
