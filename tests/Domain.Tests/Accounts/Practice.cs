using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Sessions;
using Portal.Graph.Domain.Accounts.Terms;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Accounts;

/// <summary>A provider account with users, enrolled in Ohio and Georgia.</summary>
internal static class Practice
{
    public const string Password = "a-good-long-secret";
    private static int _next;

    public static ProviderAccount Account(params Market[] markets)
    {
        var n = Interlocked.Increment(ref _next);
        var account = new ProviderAccount
        {
            Name = $"Practice {n}", TaxId = $"{n:D9}", CareSourceProviderId = $"{n:D12}", Npi = "1234567893",
        };
        foreach (var market in markets) account.Enroll(market, Lob.Medicaid, new(2020, 1, 1));
        return account;
    }

    public static async Task<User> UserAsync(
        TestDatabase database, string username, ProviderAccount account, PortalRole preset = PortalRole.ProviderAdmin,
        Action<User>? change = null, bool verified = true, bool acceptTerms = true)
    {
        await using var scope = database.Scope(Actor.System("test"));
        await using var write = await scope.Db.BeginWriteAsync(default);
        var user = (await scope.Get<UserDesk>().AddAsync(
            new(username, Password, $"{username}@example.org", username, EmailVerified: verified))).Value.ShouldNotBeNull();
        change?.Invoke(user);
        if (account.Id == 0) scope.Db.Add(account);
        else scope.Db.Attach(account);
        scope.Db.Add(Membership.Of(user, account, preset, database.Clock.GetUtcNow()));
        if (acceptTerms) scope.Get<TermsDesk>().Accept(user, await scope.Get<TermsReads>().CurrentAsync(default));
        await write.CommitAsync(default);
        return user;
    }

    public static async Task<User> StaffAsync(TestDatabase database, string username, StaffRole role, bool demo = false, string? secret = null)
    {
        await using var scope = database.Scope(Actor.System("test"));
        await using var write = await scope.Db.BeginWriteAsync(default);
        var user = (await scope.Get<UserDesk>().AddAsync(
            new(username, Password, $"{username}@plan.example", username, UserKind.Staff, true, demo))).Value.ShouldNotBeNull();
        user.TotpSecret = secret;
        user.Grant(role, null, database.Clock.GetUtcNow());
        await write.CommitAsync(default);
        return user;
    }

    public static async Task<Outcome<SessionTokens>> SignInAsync(
        this TestDatabase database, string username, string password = Password, Market market = Market.OH, string? totp = null)
    {
        await using var scope = database.Scope(Actor.Anonymous);
        return await scope.Get<SignInDesk>().SignInAsync(username, password, market, totp, "10.0.0.1", default);
    }

    public static async Task<Outcome<StaffSession>> StaffSignInAsync(this TestDatabase database, string username, string? totp = null, string password = Password)
    {
        await using var scope = database.Scope(Actor.Anonymous);
        return await scope.Get<StaffSignInDesk>().SignInAsync(username, password, totp, null, default);
    }

    public static async Task<Outcome<SessionTokens>> RefreshAsync(this TestDatabase database, string token)
    {
        await using var scope = database.Scope(Actor.Anonymous);
        return await scope.Get<SignInDesk>().RefreshAsync(token, default);
    }

    /// <summary>The actor that a request with the access token gets.</summary>
    public static async Task<Outcome<Actor>> ActorAsync(this TestDatabase database, string accessToken)
    {
        await using var scope = database.Scope(Actor.Anonymous);
        var verified = await new Microsoft.IdentityModel.JsonWebTokens.JsonWebTokenHandler { MapInboundClaims = false }
            .ValidateTokenAsync(accessToken, scope.Get<TokenIssuer>().ValidationParameters);
        if (!verified.IsValid) return new NotSignedIn();
        return await scope.Get<ActorFactory>().ForPrincipalAsync(new(verified.ClaimsIdentity), null, "c-1", default);
    }

    public static T Refusal<T, TValue>(this Outcome<TValue> outcome) where T : Refusal =>
        outcome.Refusals.ShouldHaveSingleItem().ShouldBeOfType<T>();
}
