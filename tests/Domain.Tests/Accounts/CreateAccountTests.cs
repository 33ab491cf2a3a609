using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Registration;
using Portal.Graph.Domain.Accounts.Sessions;
using Portal.Graph.Domain.Accounts.Terms;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Mail;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Accounts;

public class CreateAccountTests
{
    [Fact, Requirement("ACC-03", "ACC-04")]
    public async Task The_first_user_administers_the_account_once_the_address_is_verified()
    {
        await using var database = await Registrations.WithBlueRiverAsync();
        var made = await database.RegisterAsync();
        made.Warnings.ShouldBeEmpty();
        (await database.SignInAsync("jane.doe")).Refusal<EmailNotVerified, SessionTokens>();

        await VerifyAsync(database, (await database.LastMailAsync("jane.doe")).Token);

        var actor = (await database.ActorAsync((await database.SignInAsync("jane.doe")).Value.ShouldNotBeNull().AccessToken)).Value.ShouldNotBeNull();
        actor.Has(Permission.UsersManage).ShouldBeTrue();
        actor.TermsDue.ShouldBeNull();
        await using var scope = database.Scope(Actor.Anonymous);
        (await scope.Db.Set<TermsAcceptance>().SingleAsync()).UserId.ShouldBe(made.User.Id);
        (await scope.Db.Set<Registration>().SingleAsync()).UserId.ShouldBe(made.User.Id);
        (await scope.Db.Set<User>().SingleAsync()).PhoneNumber.ShouldBe("937-555-0142");
    }

    [Theory, Requirement("ACC-03")]
    [InlineData(false, "2025-1", "accepted")]
    [InlineData(true, "2024-9", "termsVersion")]
    public async Task Nothing_is_created_until_the_version_in_force_is_accepted(bool accepted, string version, string field)
    {
        await using var database = await Registrations.WithBlueRiverAsync();
        var token = (await database.VerifyAsync(Registrations.Right)).Value!.RegistrationToken;
        var refusal = (await database.CreateAsync(Registrations.SignIn(token) with { Accepted = accepted, TermsVersion = version })).Refusal<TermsNotAccepted, CreatedSignIn>();
        refusal.TermsVersion.ShouldBe("2025-1");
        refusal.Path.ShouldBe([field]);
        (await database.CreateAsync(Registrations.SignIn(token))).Succeeded.ShouldBeTrue();
    }

    [Fact, Requirement("ACC-04")]
    public async Task All_that_is_wrong_is_told_at_once()
    {
        await using var database = await Registrations.WithBlueRiverAsync();
        var token = (await database.VerifyAsync(Registrations.Right)).Value!.RegistrationToken;
        var refused = await database.CreateAsync(Registrations.SignIn(token) with { Username = "jane", Password = "password", DisplayName = "", Email = "jane", Phone = "12" });
        refused.Refusals.Select(r => r.Path![0]).ShouldBe(["displayName", "email", "phone", "username", "password"]);
        refused.Refusals.OfType<PasswordTooWeak>().Single().UnmetRules.Count.ShouldBe(2);
    }

    [Fact, Requirement("ACC-04")]
    public async Task A_user_name_is_unique_whatever_the_case()
    {
        await using var database = await Registrations.WithBlueRiverAsync();
        await database.RegisterAsync("jane.doe");
        var token = (await database.VerifyAsync(Registrations.Right)).Value!.RegistrationToken;
        (await database.CreateAsync(Registrations.SignIn(token, "JANE.Doe"))).Refusal<UsernameTaken, CreatedSignIn>();
    }

    [Fact, Requirement("ACC-01")]
    public async Task A_registration_token_is_good_for_half_an_hour_and_for_one_user()
    {
        await using var database = await Registrations.WithBlueRiverAsync();
        var token = (await database.VerifyAsync(Registrations.Right)).Value!.RegistrationToken;
        (await database.CreateAsync(Registrations.SignIn(token[..^4] + "AAAA"))).Refusal<RegistrationExpired, CreatedSignIn>();
        (await database.CreateAsync(Registrations.SignIn("nonsense"))).Refusal<RegistrationExpired, CreatedSignIn>();
        database.Clock.Advance(new(0, 29, 59));
        (await database.CreateAsync(Registrations.SignIn(token))).Succeeded.ShouldBeTrue();
        (await database.CreateAsync(Registrations.SignIn(token, "john.doe"))).Refusal<RegistrationExpired, CreatedSignIn>();
        var second = (await database.VerifyAsync(Registrations.Right)).Value!.RegistrationToken;
        database.Clock.Advance(new(0, 30, 0));
        (await database.CreateAsync(Registrations.SignIn(second, "john.doe"))).Refusal<RegistrationExpired, CreatedSignIn>();
    }

    [Fact, Requirement("ACC-01")]
    public async Task An_access_token_is_no_registration_token()
    {
        await using var database = await Registrations.WithBlueRiverAsync();
        await database.VerifyAsync(Registrations.Right);
        await using var scope = database.Scope(Actor.Anonymous);
        var access = scope.Get<TokenIssuer>().Issue(1, 1, Market.OH).Token;
        (await database.CreateAsync(Registrations.SignIn(access))).Refusal<RegistrationExpired, CreatedSignIn>();
    }

    [Fact, Requirement("ACC-04")]
    public async Task Who_comes_second_waits_for_the_administrator_who_is_told_by_mail()
    {
        await using var database = await Registrations.WithBlueRiverAsync();
        var admin = (await database.RegisterAsync()).User;
        await VerifyAsync(database, (await database.LastMailAsync("jane.doe")).Token);

        var second = await database.RegisterAsync("john.doe");

        second.Warnings.ShouldHaveSingleItem().Code.ShouldBe("ADMIN_EXISTS");
        second.Warnings[0].Message.ShouldNotContain("Jane");
        var notice = await database.LastMailAsync("jane.doe");
        notice.Text.ShouldContain("john.doe");
        notice.Subject.ShouldBe(MailTemplates.UserPending.Subject);
        await VerifyAsync(database, (await database.LastMailAsync("john.doe")).Token);
        (await database.SignInAsync("john.doe")).Refusal<UserDisabled, SessionTokens>();

        var actor = (await database.ActorAsync((await database.SignInAsync("jane.doe")).Value!.AccessToken)).Value.ShouldNotBeNull();
        await using var scope = database.Scope(actor);
        var desk = scope.Get<PendingUserDesk>();
        (await desk.WaitingAsync(default)).ShouldHaveSingleItem().Id.ShouldBe(second.User.Id);
        (await desk.ApproveAsync(second.User.Id, PortalRole.Billing, default)).Succeeded.ShouldBeTrue();
        (await desk.ApproveAsync(second.User.Id, PortalRole.Billing, default)).Refusal<InvalidStateTransition, User>();

        var john = (await database.ActorAsync((await database.SignInAsync("john.doe")).Value.ShouldNotBeNull().AccessToken)).Value.ShouldNotBeNull();
        john.Has(Permission.ClaimsSubmit).ShouldBeTrue();
        john.Has(Permission.UsersManage).ShouldBeFalse();
        admin.Id.ShouldNotBe(second.User.Id);
    }

    [Fact, Requirement("ACC-04")]
    public async Task An_administrator_of_another_account_neither_sees_nor_approves_who_waits()
    {
        await using var database = await Registrations.WithBlueRiverAsync();
        await database.RegisterAsync();
        var second = await database.RegisterAsync("john.doe");
        await Practice.UserAsync(database, "other.admin", Practice.Account(Market.OH));
        var actor = (await database.ActorAsync((await database.SignInAsync("other.admin")).Value!.AccessToken)).Value.ShouldNotBeNull();
        await using var scope = database.Scope(actor);
        (await scope.Get<PendingUserDesk>().WaitingAsync(default)).ShouldBeEmpty();
        (await scope.Get<PendingUserDesk>().ApproveAsync(second.User.Id, PortalRole.Billing, default)).Refusal<NotFound, User>();
    }

    [Fact, Requirement("ACC-02")]
    public async Task A_provider_outside_the_network_registers_too_and_has_no_member_reports()
    {
        await using var database = await Registrations.WithBlueRiverAsync(Participation.NonPar);
        await database.RegisterAsync();
        await VerifyAsync(database, (await database.LastMailAsync("jane.doe")).Token);
        var actor = (await database.ActorAsync((await database.SignInAsync("jane.doe")).Value!.AccessToken)).Value.ShouldNotBeNull();
        actor.Has(Permission.ReportsMembership).ShouldBeFalse();
        actor.Has(Permission.ReportsRegistry).ShouldBeFalse();
        actor.Has(Permission.ClaimsSubmit).ShouldBeTrue();
    }

    [Fact, Requirement("ACC-04")]
    public async Task A_verification_link_works_once_and_for_24_hours()
    {
        await using var database = await Registrations.WithBlueRiverAsync();
        await database.RegisterAsync();
        var link = (await database.LastMailAsync("jane.doe")).Token;
        database.Clock.Advance(TimeSpan.FromHours(24) + TimeSpan.FromSeconds(1));
        await RefusedAsync(database, link);

        await RequestAsync(database, "jane.doe");
        var (second, third) = ((await database.LastMailAsync("jane.doe")).Token, "");
        await RequestAsync(database, "JANE.DOE");
        third = (await database.LastMailAsync("jane.doe")).Token;
        third.ShouldNotBe(second);
        database.Clock.Advance(TimeSpan.FromHours(24));
        await RefusedAsync(database, second[..^1] + (second[^1] == 'A' ? 'B' : 'A'));
        await VerifyAsync(database, second);
        await RefusedAsync(database, second);
        await RefusedAsync(database, third);
        (await database.SignInAsync("jane.doe")).Succeeded.ShouldBeTrue();
    }

    [Fact, Requirement("ACC-04")]
    public async Task Verification_mails_go_only_to_whom_they_concern_and_at_most_five_in_an_hour()
    {
        await using var database = await Registrations.WithBlueRiverAsync();
        await database.RegisterAsync();
        for (var i = 0; i < 7; i++) await RequestAsync(database, "jane.doe");
        (await database.MailsAsync("jane.doe")).ShouldBe(EmailVerificationDesk.MailsPerHour);
        await RequestAsync(database, "nobody.here");
        await VerifyAsync(database, (await database.LastMailAsync("jane.doe")).Token);
        database.Clock.Advance(TimeSpan.FromHours(2));
        await RequestAsync(database, "jane.doe");
        (await database.MailsAsync("jane.doe")).ShouldBe(EmailVerificationDesk.MailsPerHour);
    }

    private static async Task VerifyAsync(TestDatabase database, string token)
    {
        await using var scope = database.Scope(Actor.Anonymous);
        (await scope.Get<EmailVerificationDesk>().VerifyAsync(token, default)).Refusals.ShouldBeEmpty();
    }

    private static async Task RefusedAsync(TestDatabase database, string token)
    {
        await using var scope = database.Scope(Actor.Anonymous);
        (await scope.Get<EmailVerificationDesk>().VerifyAsync(token, default)).Refusal<ResetLinkInvalid, User>();
    }

    private static async Task RequestAsync(TestDatabase database, string username)
    {
        await using var scope = database.Scope(Actor.Anonymous);
        (await scope.Get<EmailVerificationDesk>().RequestAsync(username, null, default)).Value.ShouldBeTrue();
    }
}
