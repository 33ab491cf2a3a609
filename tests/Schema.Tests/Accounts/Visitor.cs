using Portal.Graph.Domain.Demo;

namespace Portal.Graph.Schema.Tests.Accounts;

/// <summary>Somebody without a session who registers as a client does: over HTTP, with the mails of the pick-up folder.</summary>
internal sealed class Visitor(TestPortal portal)
{
    public const string Password = "a-good-long-secret";

    private const string Verify = "mutation($input: VerifyRegistrationInput!) { verifyRegistration(input: $input) { registrationToken termsVersion errors { __typename ... on Error { code message path otherPath { kind phone } } ... on RegistrationLockedError { minutesLeft retryAt } } } }";
    private const string Create = "mutation($input: CreateAccountInput!) { createAccount(input: $input) { user { userName } warnings { code message } errors { __typename ... on Error { code path } ... on PasswordTooWeakError { unmetRules } ... on TermsNotAcceptedError { termsVersion } } } }";

    /// <summary>The demo practice's four values as its letterhead writes them.</summary>
    public static object Proofs(string zip = "45401", string taxId = DemoCast.PracticeTaxId, string providerId = DemoCast.PracticeProviderId) =>
        new { providerName = DemoCast.PracticeName.ToUpperInvariant() + " LLC", taxId, careSourceProviderId = providerId, zip, market = "OH" };

    public Mailbox Mail { get; } = new(portal.Services);

    public Task<ApiAnswer> VerifyAsync(object proofs) => SendAsync(Verify, proofs);

    public async Task<string> TokenAsync() => (await VerifyAsync(Proofs())).Data("verifyRegistration", "registrationToken").GetString().ShouldNotBeNull();

    public Task<ApiAnswer> CreateAsync(string token, string username = "jane.doe", bool accepted = true, string termsVersion = "2025-1", string password = Password) => SendAsync(Create, new
    {
        registrationToken = token, termsVersion, accepted, username, password, displayName = "Jane Doe", email = $"{username}@example.org",
    });

    /// <summary>Calls a mutation of one input; its payload's errors come with code and path.</summary>
    public Task<ApiAnswer> CallAsync(string mutation, object input) => SendAsync(
        $"mutation($input: {char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input!) {{ {mutation}(input: $input) {{ errors {{ ... on Error {{ code path }} }} }} }}", input);

    public Task<ApiAnswer> SignInAsync(string username, string password = Password, string? totp = null) => SendAsync(
        "mutation($input: SignInInput!) { signIn(input: $input) { session { accessToken } errors { ... on Error { code } } } }", new { username, password, market = "OH", totp });

    private Task<ApiAnswer> SendAsync(string document, object input) => portal.Anonymous().SendAsync(document, new { input });
}
