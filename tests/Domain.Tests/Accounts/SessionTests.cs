using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Sessions;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Accounts;

public class SessionTests
{
    private static async Task<(TestDatabase, SessionTokens)> SignedInAsync(params Market[] markets)
    {
        var database = await TestDatabase.CreateAsync();
        await Practice.UserAsync(database, "jane.doe", Practice.Account(markets));
        return (database, (await database.SignInAsync("jane.doe")).Value.ShouldNotBeNull());
    }

    [Fact, Requirement("ACC-05")]
    public async Task A_session_idle_for_15_minutes_is_over_and_before_it_is_not()
    {
        var (database, tokens) = await SignedInAsync(Market.OH);
        await using var _ = database;
        database.Clock.Advance(new(0, 14, 59));
        (await database.ActorAsync(tokens.AccessToken)).Succeeded.ShouldBeTrue();
        // That request counts: idle time begins anew.
        database.Clock.Advance(new(0, 14, 59));
        tokens = (await database.RefreshAsync(tokens.RefreshToken)).Value.ShouldNotBeNull();
        database.Clock.Advance(new(0, 15, 1));
        (await database.RefreshAsync(tokens.RefreshToken)).Refusal<SessionExpired, SessionTokens>();
        (await database.ActorAsync(tokens.AccessToken)).Succeeded.ShouldBeFalse();
    }

    [Fact, Requirement("ACC-05")]
    public async Task What_runs_without_the_user_keeps_no_session_open()
    {
        var (database, tokens) = await SignedInAsync(Market.OH);
        await using var _ = database;
        var present = (await database.ActorAsync(tokens.AccessToken)).Value.ShouldNotBeNull();
        for (var i = 0; i < 3; i++)
        {
            database.Clock.Advance(TimeSpan.FromMinutes(5));
            await using var scope = database.Scope(Actor.Anonymous);
            (await scope.Get<ActorFactory>().ForUserAsync(present.UserId!.Value, null, present.SessionId, "c", default, isPresent: false)).Succeeded.ShouldBeTrue();
        }
        database.Clock.Advance(TimeSpan.FromSeconds(1));
        await using var late = database.Scope(Actor.Anonymous);
        (await late.Get<ActorFactory>().ForUserAsync(present.UserId!.Value, null, present.SessionId, "c", default, isPresent: false)).Refusal<SessionExpired, Actor>();
    }

    [Fact, Requirement("ACC-05")]
    public async Task A_session_in_use_ends_after_12_hours()
    {
        var (database, tokens) = await SignedInAsync(Market.OH);
        await using var _ = database;
        for (var i = 0; i < 12 * 6; i++)
        {
            database.Clock.Advance(TimeSpan.FromMinutes(10));
            tokens = (await database.RefreshAsync(tokens.RefreshToken)).Value.ShouldNotBeNull($"after {i} steps");
        }
        database.Clock.Advance(TimeSpan.FromSeconds(1));
        (await database.RefreshAsync(tokens.RefreshToken)).Refusal<SessionExpired, SessionTokens>();
        (await database.ActorAsync(tokens.AccessToken)).Refusal<SessionExpired, Actor>();
    }

    [Fact, Requirement("ACC-05")]
    public async Task A_refresh_token_used_twice_ends_the_whole_session()
    {
        var (database, first) = await SignedInAsync(Market.OH);
        await using var _ = database;
        var second = (await database.RefreshAsync(first.RefreshToken)).Value.ShouldNotBeNull();
        (await database.ActorAsync(second.AccessToken)).Succeeded.ShouldBeTrue();

        (await database.RefreshAsync(first.RefreshToken)).Refusal<SessionExpired, SessionTokens>();
        (await database.RefreshAsync(second.RefreshToken)).Refusal<SessionExpired, SessionTokens>();
        (await database.ActorAsync(second.AccessToken)).Refusal<SessionExpired, Actor>();
    }

    [Fact, Requirement("ACC-05")]
    public async Task A_refresh_token_that_was_never_issued_is_refused_and_harms_nobody()
    {
        var (database, tokens) = await SignedInAsync(Market.OH);
        await using var _ = database;
        (await database.RefreshAsync(new string('0', 64))).Refusal<SessionExpired, SessionTokens>();
        (await database.RefreshAsync(tokens.RefreshToken)).Succeeded.ShouldBeTrue();
    }

    [Fact, Requirement("ACC-05")]
    public async Task Two_uses_of_one_refresh_token_at_the_same_time_give_one_pair()
    {
        var (database, tokens) = await SignedInAsync(Market.OH);
        await using var _ = database;
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => database.RefreshAsync(tokens.RefreshToken))));
        outcomes.Count(o => o.Succeeded).ShouldBe(1);
    }

    [Fact, Requirement("ACC-05")]
    public async Task Sign_out_makes_all_tokens_of_the_session_worthless()
    {
        var (database, tokens) = await SignedInAsync(Market.OH);
        await using var _ = database;
        var actor = (await database.ActorAsync(tokens.AccessToken)).Value.ShouldNotBeNull();
        await using (var scope = database.Scope(actor)) (await scope.Get<SignInDesk>().SignOutAsync(default)).Succeeded.ShouldBeTrue();

        (await database.ActorAsync(tokens.AccessToken)).Refusal<SessionExpired, Actor>();
        (await database.RefreshAsync(tokens.RefreshToken)).Refusal<SessionExpired, SessionTokens>();
        await using var again = database.Scope(actor);
        (await again.Get<SignInDesk>().SignOutAsync(default)).Refusal<NotSignedIn, bool>();
    }

    [Fact, Requirement("ACC-07")]
    public async Task The_market_of_a_session_can_be_switched_to_an_enrolled_one_only()
    {
        var (database, tokens) = await SignedInAsync(Market.OH, Market.GA);
        await using var _ = database;
        var actor = (await database.ActorAsync(tokens.AccessToken)).Value.ShouldNotBeNull();
        await using var scope = database.Scope(actor);
        (await scope.Get<SignInDesk>().SwitchMarketAsync(Market.IN, default)).Refusal<MarketNotEnrolled, SessionTokens>()
            .Markets.ShouldBe([Market.OH, Market.GA]);
        var switched = (await scope.Get<SignInDesk>().SwitchMarketAsync(Market.GA, default)).Value.ShouldNotBeNull();
        (await database.ActorAsync(switched.AccessToken)).Value.ShouldNotBeNull().Market.ShouldBe(Market.GA);
        (await database.RefreshAsync(switched.RefreshToken)).Succeeded.ShouldBeTrue();
    }

    [Fact, Requirement("ACC-05")]
    public async Task A_token_of_another_key_or_out_of_its_time_is_not_accepted()
    {
        var (database, tokens) = await SignedInAsync(Market.OH);
        var (other, foreign) = await SignedInAsync(Market.OH);
        await using var _ = database;
        await using var __ = other;
        (await database.ActorAsync(foreign.AccessToken)).Refusal<NotSignedIn, Actor>();
        database.Clock.Advance(TokenIssuer.Lifetime - TimeSpan.FromSeconds(1));
        (await database.ActorAsync(tokens.AccessToken)).Succeeded.ShouldBeTrue();
        database.Clock.Advance(TimeSpan.FromSeconds(1));
        (await database.ActorAsync(tokens.AccessToken)).Refusal<NotSignedIn, Actor>();
    }

    [Fact, Requirement("ACC-05")]
    public async Task The_signing_key_is_kept_for_its_owner_only_and_survives_a_restart()
    {
        var (database, tokens) = await SignedInAsync(Market.OH);
        await using var _ = database;
        var file = Directory.GetFiles(Path.Combine(database.Directory, "keys")).ShouldHaveSingleItem();
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await using var scope = database.Scope(Actor.Anonymous);
        var restarted = new SigningKeys(scope.Get<Portal.Graph.Domain.Platform.Storage.PortalStorage>());
        restarted.All.ShouldHaveSingleItem().KeyId.ShouldBe(new Microsoft.IdentityModel.JsonWebTokens.JsonWebToken(tokens.AccessToken).Kid);
    }
}
