using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Sessions;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Accounts;

public class SignInTests
{
    [Fact, Requirement("ACC-05", "ACC-07")]
    public async Task Sign_in_opens_a_session_for_one_market_and_remembers_it()
    {
        await using var database = await TestDatabase.CreateAsync();
        var user = await Practice.UserAsync(database, "jane.doe", Practice.Account(Market.OH, Market.GA));

        var tokens = (await database.SignInAsync("JANE.DOE ", market: Market.GA)).Value.ShouldNotBeNull();

        var actor = (await database.ActorAsync(tokens.AccessToken)).Value.ShouldNotBeNull();
        actor.Market.ShouldBe(Market.GA);
        actor.UserId.ShouldBe(user.Id);
        actor.CorrelationId.ShouldBe("c-1");
        actor.Has(Permission.ClaimsSubmit).ShouldBeTrue();
        tokens.SessionEndsAt.ShouldBe(database.Clock.GetUtcNow().AddHours(12));
        await using var scope = database.Scope(Actor.Anonymous);
        (await scope.Db.Set<User>().SingleAsync()).LastMarket.ShouldBe(Market.GA);
        (await scope.Db.Set<LoginAttempt>().SingleAsync()).Result.ShouldBe(LoginResult.Succeeded);
        (await scope.Db.Set<RefreshToken>().SingleAsync()).TokenHash.ShouldNotBe(tokens.RefreshToken);
    }

    [Fact, Requirement("ACC-05")]
    public async Task Unknown_user_and_wrong_password_look_alike()
    {
        await using var database = await TestDatabase.CreateAsync();
        await Practice.UserAsync(database, "jane.doe", Practice.Account(Market.OH));

        var wrong = (await database.SignInAsync("jane.doe", "wrong password!")).Refusal<LoginFailed, SessionTokens>();
        var unknown = (await database.SignInAsync("john.doe", "wrong password!")).Refusal<LoginFailed, SessionTokens>();
        unknown.ShouldBe(wrong);
    }

    [Theory, Requirement("ACC-05")]
    [InlineData("jane.doe")]
    [InlineData("nobody.here")]
    public async Task The_fifth_wrong_password_locks_for_15_minutes(string username)
    {
        await using var database = await TestDatabase.CreateAsync();
        await Practice.UserAsync(database, "jane.doe", Practice.Account(Market.OH));
        for (var attempt = 1; attempt <= 4; attempt++) (await database.SignInAsync(username, "wrong")).Refusal<LoginFailed, SessionTokens>();

        (await database.SignInAsync(username, "wrong")).Refusal<UserLocked, SessionTokens>().MinutesLeft.ShouldBe(15);
        (await database.SignInAsync(username)).Refusal<UserLocked, SessionTokens>().MinutesLeft.ShouldBe(15);

        database.Clock.Advance(new(0, 14, 59));
        (await database.SignInAsync(username)).Refusal<UserLocked, SessionTokens>().MinutesLeft.ShouldBe(1);
        database.Clock.Advance(new(0, 0, 1));
        var after = await database.SignInAsync(username);
        if (username == "jane.doe") after.Succeeded.ShouldBeTrue();
        else after.Refusal<LoginFailed, SessionTokens>();
    }

    [Fact, Requirement("ACC-05")]
    public async Task Four_wrong_passwords_and_a_right_one_begin_anew()
    {
        await using var database = await TestDatabase.CreateAsync();
        await Practice.UserAsync(database, "jane.doe", Practice.Account(Market.OH));
        for (var round = 1; round <= 2; round++)
        {
            for (var attempt = 1; attempt <= 4; attempt++) (await database.SignInAsync("jane.doe", "wrong")).Refusal<LoginFailed, SessionTokens>();
            (await database.SignInAsync("jane.doe")).Succeeded.ShouldBeTrue();
        }
    }

    [Fact, Requirement("ACC-05")]
    public async Task A_disabled_or_pending_user_is_refused_only_with_the_right_password()
    {
        await using var database = await TestDatabase.CreateAsync();
        await Practice.UserAsync(database, "jane.doe", Practice.Account(Market.OH), change: u => u.State = UserState.Disabled);
        await Practice.UserAsync(database, "john.doe", Practice.Account(Market.OH), change: u => u.State = UserState.Pending);

        (await database.SignInAsync("jane.doe")).Refusal<UserDisabled, SessionTokens>();
        (await database.SignInAsync("john.doe")).Refusal<UserDisabled, SessionTokens>();
        (await database.SignInAsync("jane.doe", "wrong")).Refusal<LoginFailed, SessionTokens>();
    }

    [Fact, Requirement("ACC-05", "ACC-04")]
    public async Task An_unverified_address_is_refused()
    {
        await using var database = await TestDatabase.CreateAsync();
        await Practice.UserAsync(database, "jane.doe", Practice.Account(Market.OH), verified: false);
        (await database.SignInAsync("jane.doe")).Refusal<EmailNotVerified, SessionTokens>();
    }

    [Fact, Requirement("ACC-07")]
    public async Task A_market_without_an_enrolled_account_is_refused_with_the_open_ones()
    {
        await using var database = await TestDatabase.CreateAsync();
        var account = Practice.Account(Market.OH, Market.GA).Enroll(Market.KY, Lob.Medicaid, new(2020, 1, 1), new(2025, 11, 30));
        await Practice.UserAsync(database, "jane.doe", account);

        (await database.SignInAsync("jane.doe", market: Market.IN)).Refusal<MarketNotEnrolled, SessionTokens>()
            .Markets.ShouldBe([Market.OH, Market.GA]);
        // Enrolled to November 30: that is yesterday.
        (await database.SignInAsync("jane.doe", market: Market.KY)).Refusal<MarketNotEnrolled, SessionTokens>();
        database.Clock.Set(new(2025, 11, 30, 23, 59, 0, TimeSpan.FromHours(-5)));
        (await database.SignInAsync("jane.doe", market: Market.KY)).Succeeded.ShouldBeTrue();
    }

    [Fact, Requirement("ACC-05")]
    public async Task A_portal_user_with_an_authenticator_needs_its_code()
    {
        await using var database = await TestDatabase.CreateAsync();
        var secret = Totp.NewSecret();
        await Practice.UserAsync(database, "jane.doe", Practice.Account(Market.OH), change: u => (u.TwoFactorEnabled, u.TotpSecret) = (true, secret));

        (await database.SignInAsync("jane.doe")).Refusal<SecondFactorRequired, SessionTokens>();
        var code = Totp.Code(secret, Totp.StepOf(database.Clock.GetUtcNow()));
        (await database.SignInAsync("jane.doe", totp: code)).Succeeded.ShouldBeTrue();
        (await database.SignInAsync("jane.doe", totp: code)).Refusal<SecondFactorRequired, SessionTokens>();
    }

    [Fact, Requirement("ACC-23")]
    public async Task Staff_do_not_sign_in_at_the_portal_nor_portal_users_at_the_back_office()
    {
        await using var database = await TestDatabase.CreateAsync();
        await Practice.UserAsync(database, "jane.doe", Practice.Account(Market.OH));
        await Practice.StaffAsync(database, "staff.auditor", StaffRole.Auditor, demo: true);

        (await database.SignInAsync("staff.auditor")).Refusal<LoginFailed, SessionTokens>();
        (await database.StaffSignInAsync("jane.doe")).Refusal<LoginFailed, StaffSession>();
        (await database.StaffSignInAsync("staff.auditor")).Succeeded.ShouldBeTrue();
    }

    [Fact, Requirement("ACC-05", "ACC-23")]
    public async Task Staff_need_a_second_factor_which_counts_as_a_password_when_wrong()
    {
        await using var database = await TestDatabase.CreateAsync();
        var secret = Totp.NewSecret();
        await Practice.StaffAsync(database, "ann.analyst", StaffRole.ClaimsAnalyst, secret: secret);

        (await database.StaffSignInAsync("ann.analyst")).Refusal<SecondFactorRequired, StaffSession>();
        var wrong = Totp.Code(secret, Totp.StepOf(database.Clock.GetUtcNow()) + 5);
        for (var attempt = 1; attempt <= 4; attempt++) (await database.StaffSignInAsync("ann.analyst", wrong)).Refusal<SecondFactorRequired, StaffSession>();
        (await database.StaffSignInAsync("ann.analyst", wrong)).Refusal<UserLocked, StaffSession>();
        database.Clock.Advance(TimeSpan.FromMinutes(15));
        var session = (await database.StaffSignInAsync("ann.analyst", Totp.Code(secret, Totp.StepOf(database.Clock.GetUtcNow())))).Value.ShouldNotBeNull();

        await using var scope = database.Scope(Actor.Anonymous);
        var actor = (await scope.Get<ActorFactory>().ForUserAsync(session.UserId, null, session.SessionId, "c", default)).Value.ShouldNotBeNull();
        actor.IsStaff.ShouldBeTrue();
        actor.Permissions.Order().ShouldBe([Permission.StaffClaimsRead, Permission.StaffClaimsDecide]);
    }

    [Fact, Requirement("ACC-05")]
    public async Task The_staffs_second_factor_can_be_switched_off_by_configuration()
    {
        await using var database = await TestDatabase.CreateAsync(settings: new Dictionary<string, string?> { ["Auth:StaffSecondFactor"] = "false" });
        await Practice.StaffAsync(database, "ann.analyst", StaffRole.ClaimsAnalyst);
        (await database.StaffSignInAsync("ann.analyst")).Succeeded.ShouldBeTrue();
    }
}
