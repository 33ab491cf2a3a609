using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Registration;
using Portal.Graph.Domain.Accounts.Sessions;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Mail;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Accounts;

[Requirement("ACC-06")]
public class PasswordResetTests
{
    private const string Next = "another-long-secret";

    [Fact]
    public async Task A_mailed_link_sets_a_new_password_once_and_ends_all_sessions()
    {
        await using var database = await TestDatabase.CreateAsync();
        await Practice.UserAsync(database, "jane.doe", Practice.Account(Market.OH));
        var (first, second) = ((await database.SignInAsync("jane.doe")).Value!, (await database.SignInAsync("jane.doe")).Value!);
        (await database.ActorAsync(first.AccessToken)).Succeeded.ShouldBeTrue();
        await RequestAsync(database, "jane.doe");
        var link = (await database.LastMailAsync("jane.doe")).Token;

        (await ResetAsync(database, link, Next)).Refusals.ShouldBeEmpty();

        (await database.ActorAsync(first.AccessToken)).Refusal<SessionExpired, Actor>();
        (await database.RefreshAsync(second.RefreshToken)).Refusal<SessionExpired, SessionTokens>();
        (await database.SignInAsync("jane.doe")).Refusal<LoginFailed, SessionTokens>();
        (await database.SignInAsync("jane.doe", Next)).Succeeded.ShouldBeTrue();
        (await ResetAsync(database, link, Next)).Refusal<ResetLinkInvalid, User>();
        (await database.LastMailAsync("jane.doe")).Subject.ShouldBe(MailTemplates.PasswordChanged.Subject);
    }

    [Fact]
    public async Task The_link_is_good_for_60_minutes()
    {
        await using var database = await TestDatabase.CreateAsync();
        await Practice.UserAsync(database, "jane.doe", Practice.Account(Market.OH));
        await RequestAsync(database, "jane.doe");
        var first = (await database.LastMailAsync("jane.doe")).Token;
        database.Clock.Advance(new(0, 60, 1));
        (await ResetAsync(database, first, Next)).Refusal<ResetLinkInvalid, User>();
        await RequestAsync(database, "jane.doe");
        var second = (await database.LastMailAsync("jane.doe")).Token;
        database.Clock.Advance(new(0, 60, 0));
        (await ResetAsync(database, second, Next)).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task A_weak_password_is_refused_and_the_link_stays_good()
    {
        await using var database = await TestDatabase.CreateAsync();
        await Practice.UserAsync(database, "jane.doe", Practice.Account(Market.OH));
        await RequestAsync(database, "jane.doe");
        var link = (await database.LastMailAsync("jane.doe")).Token;
        (await ResetAsync(database, link, "jane.doe")).Refusal<PasswordTooWeak, User>().UnmetRules.Count.ShouldBe(2);
        (await ResetAsync(database, link, Next)).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task Unknown_disabled_and_staff_names_get_the_same_answer_and_no_mail()
    {
        await using var database = await TestDatabase.CreateAsync();
        await Practice.UserAsync(database, "jane.doe", Practice.Account(Market.OH), change: u => u.State = UserState.Disabled);
        await Practice.StaffAsync(database, "staff.person", StaffRole.ClaimsAnalyst);
        foreach (var name in new[] { "jane.doe", "staff.person", "nobody.here" }) await RequestAsync(database, name);
        await using var scope = database.Scope(Actor.Anonymous);
        (await scope.Db.Set<OutgoingMail>().CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_reset_ends_the_lock_of_the_name_and_links_for_other_purposes_are_none()
    {
        await using var database = await TestDatabase.CreateAsync();
        await Practice.UserAsync(database, "jane.doe", Practice.Account(Market.OH));
        for (var i = 0; i < 5; i++) await database.SignInAsync("jane.doe", "wrong");
        (await database.SignInAsync("jane.doe")).Refusal<UserLocked, SessionTokens>();
        await RequestAsync(database, "jane.doe");
        var link = (await database.LastMailAsync("jane.doe")).Token;
        await using (var scope = database.Scope(Actor.Anonymous))
            (await scope.Get<EmailVerificationDesk>().VerifyAsync(link, default)).Refusal<ResetLinkInvalid, User>();
        (await ResetAsync(database, link, Next)).Succeeded.ShouldBeTrue();
        (await database.SignInAsync("jane.doe", Next)).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task Nothing_stored_tells_the_link()
    {
        await using var database = await TestDatabase.CreateAsync();
        await Practice.UserAsync(database, "jane.doe", Practice.Account(Market.OH));
        await RequestAsync(database, "jane.doe");
        var secret = (await database.LastMailAsync("jane.doe")).Token.Split('.')[1];
        await using var scope = database.Scope(Actor.Anonymous);
        var token = await scope.Db.Set<MailedToken>().SingleAsync();
        var mail = await scope.Db.Set<OutgoingMail>().SingleAsync();
        $"{token.Selector} {token.SecretHash} {mail.Fields} {mail.LinkSelector}".ShouldNotContain(secret);
        (await ResetAsync(database, $"{token.Selector}.{token.SecretHash}", Next)).Refusal<ResetLinkInvalid, User>();
    }

    private static async Task RequestAsync(TestDatabase database, string username)
    {
        await using var scope = database.Scope(Actor.Anonymous);
        (await scope.Get<PasswordResetDesk>().RequestAsync(username, "10.0.0.1", default)).Value.ShouldBeTrue();
    }

    private static async Task<Outcome<User>> ResetAsync(TestDatabase database, string token, string password)
    {
        await using var scope = database.Scope(Actor.Anonymous);
        return await scope.Get<PasswordResetDesk>().ResetAsync(token, password, default);
    }
}
