using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Sessions;
using Portal.Graph.Domain.Accounts.Team;
using Portal.Graph.Domain.Accounts.Tokens;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Accounts.Tokens;

[Requirement("ACC-24")]
public sealed class TokenTests : IAsyncLifetime
{
    private Team.Team _team = null!;

    public async Task InitializeAsync() => _team = await Team.Team.CreateAsync();

    public Task DisposeAsync() => _team.DisposeAsync().AsTask();

    private DateTimeOffset Now => _team.Database.Clock.GetUtcNow();

    [Fact]
    public async Task A_program_acts_for_the_account_with_what_was_chosen_and_nothing_stored_tells_the_secret()
    {
        var made = (await CreateAsync("claims.read", "eligibility.read")).Value.ShouldNotBeNull();
        var actor = (await ActorAsync(made.Secret)).Value.ShouldNotBeNull();
        actor.Permissions.ShouldBe([Permission.ClaimsRead, Permission.EligibilityRead], ignoreOrder: true);
        (actor.AccountIds.Single(), actor.Market, actor.ApiTokenId, actor.SessionId).ShouldBe((_team.Account.Id, Market.OH, made.Token.Id, null));
        await using var scope = _team.Database.Scope(Actor.Anonymous);
        var stored = await scope.Db.Set<ApiToken>().AsNoTracking().SingleAsync();
        stored.LastUsedAt.ShouldBe(Now);
        stored.Hash.ShouldNotContain(made.Secret[4..]);
        made.Secret.ShouldStartWith(stored.Hint);
        stored.Hint.Length.ShouldBe(8);
        (await ActorAsync(made.Secret[..^1] + (made.Secret[^1] == 'a' ? 'b' : 'a'))).Refusal<NotSignedIn, Actor>();
        (await ActorAsync("pgt_")).Refusal<NotSignedIn, Actor>();
        (await _team.AuditAsync("apiToken.created")).ShouldHaveSingleItem().After.ShouldNotBeNull().ShouldContain("claims.read");
    }

    [Fact]
    public async Task A_token_is_good_up_to_its_last_instant()
    {
        var made = (await CreateAsync(Now.AddDays(1), "claims.read")).Value.ShouldNotBeNull();
        _team.Database.Clock.Advance(TimeSpan.FromDays(1));
        (await ActorAsync(made.Secret)).Succeeded.ShouldBeTrue();
        _team.Database.Clock.Advance(TimeSpan.FromSeconds(1));
        (await ActorAsync(made.Secret)).Refusal<NotSignedIn, Actor>();
    }

    [Fact]
    public async Task A_token_lasts_365_days_at_most_and_not_into_the_past()
    {
        (await CreateAsync(Now.AddDays(365), "claims.read")).Succeeded.ShouldBeTrue();
        (await CreateAsync(Now.AddDays(365).AddSeconds(1), "claims.read")).Refusal<InvalidFormat, CreatedToken>().Path.ShouldBe(["expiresAt"]);
        (await CreateAsync(Now, "claims.read")).Refusal<InvalidFormat, CreatedToken>();
    }

    [Fact]
    public async Task The_tenth_token_is_made_and_the_next_refused_until_one_is_revoked()
    {
        var first = (await CreateAsync("claims.read")).Value.ShouldNotBeNull();
        for (var i = 0; i < 9; i++) (await CreateAsync("claims.read")).Succeeded.ShouldBeTrue();
        (await CreateAsync("claims.read")).Refusal<TokenLimit, CreatedToken>().Limit.ShouldBe(10);
        (await RevokeAsync(first.Token.Id)).Succeeded.ShouldBeTrue();
        (await CreateAsync("claims.read")).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task A_revoked_token_is_worthless_at_once()
    {
        var made = (await CreateAsync("claims.read")).Value.ShouldNotBeNull();
        (await ActorAsync(made.Secret)).Succeeded.ShouldBeTrue();
        (await RevokeAsync(made.Token.Id)).Value.ShouldNotBeNull().RevokedAt.ShouldBe(Now);
        (await ActorAsync(made.Secret)).Refusal<NotSignedIn, Actor>();
        (await RevokeAsync(made.Token.Id)).Refusal<InvalidStateTransition, ApiToken>();
        (await _team.AuditAsync("apiToken.revoked")).ShouldHaveSingleItem().EntityId.ShouldBe(made.Token.Id);
    }

    [Fact]
    public async Task Nobody_gives_a_token_what_they_lack_nor_what_is_for_people_only()
    {
        await _team.InviteAsync("office.manager", permissions: ["users.manage", "claims.read"]);
        await _team.AcceptAsync((await _team.Database.LastMailAsync("office.manager")).Token);
        await _team.AcceptTermsAsync("office.manager");
        (await CreateAsync("office.manager", Now.AddDays(30), "claims.submit")).Refusal<PermissionNotAvailable, CreatedToken>().Permissions.ShouldBe(["claims.submit"]);
        (await CreateAsync("users.manage", "training.attest", "claims.read")).Refusal<PermissionNotAvailable, CreatedToken>().Permissions.ShouldBe(["users.manage", "training.attest"]);
        (await CreateAsync("staff.support")).Refusal<PermissionNotAvailable, CreatedToken>();
        (await CreateAsync()).Refusal<RequiredFieldMissing, CreatedToken>();
    }

    [Fact]
    public async Task A_token_can_do_no_more_than_who_created_it_and_nothing_once_that_person_is_gone()
    {
        await _team.InviteAsync("next.admin", role: MembershipRole.Admin);
        await _team.AcceptAsync((await _team.Database.LastMailAsync("next.admin")).Token);
        await _team.AcceptTermsAsync("next.admin");
        var made = (await CreateAsync("next.admin", Now.AddDays(30), "claims.read", "claims.submit")).Value.ShouldNotBeNull();
        var next = await _team.UserAsync("next.admin");
        (await _team.SetPermissionsAsync(next.Id, MembershipRole.User, permissions: ["claims.read"])).Succeeded.ShouldBeTrue();
        (await ActorAsync(made.Secret)).Value.ShouldNotBeNull().Permissions.ShouldBe([Permission.ClaimsRead]);
        (await _team.SetStateAsync(next.Id, UserState.Disabled)).Succeeded.ShouldBeTrue();
        (await ActorAsync(made.Secret)).Refusal<NotSignedIn, Actor>();
    }

    [Fact]
    public async Task A_program_does_nothing_that_only_the_person_may()
    {
        var made = (await CreateAsync("claims.read")).Value.ShouldNotBeNull();
        var program = (await ActorAsync(made.Secret)).Value.ShouldNotBeNull();
        await using var scope = _team.Database.Scope(program);
        (await scope.Get<MyAccountDesk>().UpdateAsync(new("X", null, null, null, null), null, default)).Refusal<Forbidden, MyAccount>();
        (await scope.Get<PasswordChangeDesk>().ChangeAsync(Practice.Password, "another-long-secret", default)).Refusal<Forbidden, User>();
        (await scope.Get<SecondFactorDesk>().StartAsync(null, default)).Refusal<Forbidden, SecondFactorOffer>();
        (await scope.Get<SecondFactorDesk>().SetUpAsync("000000", default)).Refusal<Forbidden, SecondFactorReady>();
        (await scope.Get<SecondFactorDesk>().RemoveAsync("000000", default)).Refusal<Forbidden, User>();
        (await scope.Get<Domain.Accounts.Terms.TermsDesk>().AcceptAsync("2025-1", default)).Refusal<Forbidden, User>();
        (await scope.Get<TokenDesk>().CreateAsync(new("X", ["claims.read"], Now.AddDays(1), null), default)).Refusal<Forbidden, CreatedToken>();
    }

    [Fact]
    public async Task The_program_names_its_market_and_gets_none_in_which_the_account_is_not_enrolled()
    {
        var made = (await CreateAsync("claims.read")).Value.ShouldNotBeNull();
        (await ActorAsync(made.Secret, Market.OH)).Value.ShouldNotBeNull().Market.ShouldBe(Market.OH);
        (await ActorAsync(made.Secret, Market.GA)).Refusal<MarketNotEnrolled, Actor>().Markets.ShouldBe([Market.OH]);
    }

    [Fact]
    public async Task Other_accounts_see_and_revoke_none_of_them()
    {
        var made = (await CreateAsync("claims.read")).Value.ShouldNotBeNull();
        await Practice.UserAsync(_team.Database, "other.admin", Practice.Account(Market.OH));
        await using var scope = _team.Database.Scope(await _team.ActorAsync("other.admin"));
        (await scope.Get<TokenReads>().Tokens().PageAsync(1, 10, default)).Total.ShouldBe(0);
        (await scope.Get<TokenDesk>().RevokeAsync(made.Token.Id, default)).Refusal<NotFound, ApiToken>();
    }

    [Fact]
    public async Task The_six_hundred_and_first_request_of_a_minute_waits_for_the_next()
    {
        var rate = _team.Database.Services.GetService(typeof(TokenRate)).ShouldBeOfType<TokenRate>();
        for (var i = 0; i < 600; i++) (await rate.CountAsync(1, default)).ShouldBeNull();
        (await rate.CountAsync(1, default)).ShouldNotBeNull().ShouldBeInRange(1, 60);
        (await rate.CountAsync(2, default)).ShouldBeNull();
        _team.Database.Clock.Advance(TimeSpan.FromMinutes(1));
        (await rate.CountAsync(1, default)).ShouldBeNull();
    }

    private Task<Outcome<CreatedToken>> CreateAsync(params string[] permissions) => CreateAsync("the.admin", Now.AddDays(30), permissions);

    private Task<Outcome<CreatedToken>> CreateAsync(DateTimeOffset until, params string[] permissions) => CreateAsync("the.admin", until, permissions);

    private async Task<Outcome<CreatedToken>> CreateAsync(string by, DateTimeOffset until, params string[] permissions) =>
        await _team.AsAsync<TokenDesk, CreatedToken>(await _team.ActorAsync(by), d => d.CreateAsync(new("Claims export", permissions, until, null), default));

    private async Task<Outcome<ApiToken>> RevokeAsync(long id) =>
        await _team.AsAsync<TokenDesk, ApiToken>(await _team.ActorAsync(), d => d.RevokeAsync(id, default));

    private async Task<Outcome<Actor>> ActorAsync(string secret, Market? market = null)
    {
        await using var scope = _team.Database.Scope(Actor.Anonymous);
        return await scope.Get<TokenReads>().ProvenAsync(secret, Now, default) is { } id
            ? await scope.Get<ActorFactory>().ForPrincipalAsync(TokenActors.PrincipalOf(id), market, "c-1", default)
            : new NotSignedIn();
    }
}
