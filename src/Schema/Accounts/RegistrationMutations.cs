using Microsoft.AspNetCore.Http;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Registration;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Schema.Platform;
using Portal.GraphQL.Building;

namespace Portal.Graph.Schema.Accounts;

/// <summary>The answer of `verifyRegistration`.</summary>
/// <param name="RegistrationToken">For `createAccount`: good for 30 minutes and for one user.</param>
/// <param name="TermsVersion">The version of the terms to read and accept; its text is `terms`.</param>
public sealed record VerifyRegistrationPayload(string RegistrationToken, string TermsVersion);

/// <summary>The answer of `createAccount`.</summary>
/// <param name="User">The user that was created.</param>
/// <param name="Warnings">What to know: ADMIN_EXISTS when the user waits for the approval of the account's administrator.</param>
public sealed record CreateAccountPayload(User User, IReadOnlyList<Warning> Warnings);

[MutationType, ClosedForMaintenance]
public static class RegistrationMutations
{
    // ACC-01, ACC-02
    /// <summary>Step 1 of a registration: four values that must all match one provider of the plan.</summary>
    /// <param name="providerName">The provider's name; case, punctuation, repeated spaces and LLC, INC or PC at its end do not matter.</param>
    /// <param name="taxId">9 digits; hyphens do not matter.</param>
    /// <param name="careSourceProviderId">The plan's number of the provider, 12 digits.</param>
    /// <param name="zip">5 digits or ZIP+4 of a service or billing address; the first five are compared.</param>
    /// <param name="market">The market chosen before; it decides whose telephone number a refusal gives.</param>
    [Error<RegistrationNoMatch>, Error<RegistrationLocked>]
    public static async Task<Outcome<VerifyRegistrationPayload>> VerifyRegistrationAsync(
        string providerName, string taxId, string careSourceProviderId, string zip, Market? market, RegistrationDesk desk, IHttpContextAccessor http, CancellationToken ct) =>
        (await desk.VerifyAsync(new(providerName, taxId, careSourceProviderId, zip), market, http.Source(), ct))
            .Map(proved => new VerifyRegistrationPayload(proved.RegistrationToken, proved.TermsVersion));

    // ACC-03, ACC-04
    /// <summary>
    /// Steps 2 and 3 of a registration: the accepted terms and the sign-in. A link is mailed that proves the address; it is good once
    /// and for 24 hours, and needed before the first sign-in.
    /// </summary>
    /// <param name="registrationToken">From `verifyRegistration`.</param>
    /// <param name="termsVersion">The version of the terms that was shown.</param>
    /// <param name="accepted">That the terms are accepted; nothing is created otherwise.</param>
    /// <param name="username">6 to 64 letters, digits or . - _ @ +; unique whatever the case.</param>
    /// <param name="password">12 characters or more, none of the 1,000 commonest passwords, without the user name in it.</param>
    /// <param name="displayName">First and last name.</param>
    /// <param name="email">Where the link goes.</param>
    /// <param name="phone">10 digits; may be left out.</param>
    [Error<RegistrationExpired>, Error<UsernameTaken>, Error<PasswordTooWeak>]
    public static async Task<Outcome<CreateAccountPayload>> CreateAccountAsync(
        string registrationToken, string termsVersion, bool accepted, string username, string password, string displayName, string email, string? phone,
        RegistrationDesk desk, IHttpContextAccessor http, CancellationToken ct) =>
        (await desk.CreateAsync(new(registrationToken, termsVersion, accepted, username, password, displayName, email, phone), http.Source(), ct))
            .Map(made => new CreateAccountPayload(made.User, made.Warnings));

    // ACC-04
    /// <summary>Follows the mailed link that proves an e-mail address.</summary>
    /// <param name="token">What stands behind <c>token=</c> in the link.</param>
    [Error<ResetLinkInvalid>]
    public static Task<Outcome<User>> VerifyEmailAsync(string token, EmailVerificationDesk desk, CancellationToken ct) => desk.VerifyAsync(token, ct);

    // ACC-04
    /// <summary>Mails the link that proves an e-mail address once more. The answer is the same whether or not there is such a user.</summary>
    /// <param name="username">The user name.</param>
    [PayloadField("ok")]
    public static Task<Outcome<bool>> RequestEmailVerificationAsync(string username, EmailVerificationDesk desk, IHttpContextAccessor http, CancellationToken ct) =>
        desk.RequestAsync(username, http.Source(), ct);

    // ACC-06
    /// <summary>Mails a link to set a new password: good once and for 60 minutes. The answer is the same whether or not there is such a user.</summary>
    /// <param name="username">The user name.</param>
    [PayloadField("ok")]
    public static Task<Outcome<bool>> RequestPasswordResetAsync(string username, PasswordResetDesk desk, IHttpContextAccessor http, CancellationToken ct) =>
        desk.RequestAsync(username, http.Source(), ct);

    // ACC-06
    /// <summary>Sets a new password by a mailed link and ends all sessions of the user.</summary>
    /// <param name="token">What stands behind <c>token=</c> in the link.</param>
    /// <param name="newPassword">12 characters or more, none of the 1,000 commonest passwords, without the user name in it.</param>
    [Error<ResetLinkInvalid>, Error<PasswordTooWeak>]
    public static Task<Outcome<User>> ResetPasswordAsync(string token, string newPassword, PasswordResetDesk desk, CancellationToken ct) =>
        desk.ResetAsync(token, newPassword, ct);
}

internal static class RequestSource
{
    /// <summary>The address that the request came from; null when there is none.</summary>
    public static string? Source(this IHttpContextAccessor http) => http.HttpContext?.Connection.RemoteIpAddress?.ToString();
}
