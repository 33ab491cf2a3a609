using Microsoft.AspNetCore.Http;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Sessions;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Schema.Platform;
using Portal.GraphQL.Building;

namespace Portal.Graph.Schema.Accounts;

[MutationType]
public static class SessionMutations
{
    // ACC-05, ACC-07
    /// <summary>Opens a session for one market.</summary>
    /// <param name="username">The user's name; case does not matter.</param>
    /// <param name="password">The user's password, as it is typed.</param>
    /// <param name="market">The portal market; one of your accounts must be enrolled there.</param>
    /// <param name="totp">The code of your authenticator app, when one is set up.</param>
    [PayloadField("session")]
    [Error<LoginFailed>, Error<UserLocked>, Error<UserDisabled>, Error<SecondFactorRequired>, Error<EmailNotVerified>, Error<MarketNotEnrolled>]
    public static Task<Outcome<SessionTokens>> SignInAsync(
        string username, string password, Market market, string? totp, SignInDesk desk, IHttpContextAccessor http, CancellationToken ct) =>
        desk.SignInAsync(username, password, market, totp, http.Source(), ct);

    // ACC-05, ACC-23
    /// <summary>Opens a session of the plan's staff, who have no market.</summary>
    /// <param name="username">The staff user name.</param>
    /// <param name="password">The password.</param>
    /// <param name="totp">The code of the authenticator app, which staff must have.</param>
    [PayloadField("session")]
    [Error<LoginFailed>, Error<UserLocked>, Error<UserDisabled>, Error<SecondFactorRequired>, Error<EmailNotVerified>]
    public static Task<Outcome<SessionTokens>> StaffSignInAsync(
        string username, string password, string? totp, SignInDesk desk, IHttpContextAccessor http, CancellationToken ct) =>
        desk.SignInStaffAsync(username, password, totp, http.Source(), ct);

    /// <summary>The next pair of tokens of a session. A refresh token is good once; one that comes twice ends the session.</summary>
    /// <param name="refreshToken">The token of the last pair.</param>
    [PayloadField("session")]
    [Error<SessionExpired>, Error<UserDisabled>, Error<MarketNotEnrolled>]
    public static Task<Outcome<SessionTokens>> RefreshSessionAsync(string refreshToken, SignInDesk desk, CancellationToken ct) =>
        desk.RefreshAsync(refreshToken, ct);

    // ACC-07
    /// <summary>Puts your session into another market and hands out tokens for it.</summary>
    /// <param name="market">The market to go to; one of your accounts must be enrolled there.</param>
    [Authorize, ClosedForMaintenance, PayloadField("session")]
    [Error<MarketNotEnrolled>, Error<SessionExpired>]
    public static Task<Outcome<SessionTokens>> SwitchMarketAsync(Market market, SignInDesk desk, CancellationToken ct) =>
        desk.SwitchMarketAsync(market, ct);

    /// <summary>Ends your session; its tokens are worthless from then on.</summary>
    [OpenBeforeTerms, PayloadField("signedOut")]
    public static Task<Outcome<bool>> SignOutAsync(SignInDesk desk, CancellationToken ct) => desk.SignOutAsync(ct);
}
