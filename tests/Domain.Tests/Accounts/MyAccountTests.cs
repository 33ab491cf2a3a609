using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Registration;
using Portal.Graph.Domain.Accounts.Sessions;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Mail;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Accounts;

[Requirement("ACC-13")]
public sealed class MyAccountTests : IAsyncLifetime
{
    private static readonly MyAccountChange Nothing = new(null, null, null, null, null);
    private TestDatabase _database = null!;
    private ProviderAccount _account = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        await Practice.UserAsync(_database, "jane.doe", _account = Practice.Account(Market.OH));
    }

    public Task DisposeAsync() => _database.DisposeAsync().AsTask();

    [Fact]
    public async Task Name_phone_and_choices_change_and_what_is_left_out_stays()
    {
        (await UpdateAsync(Nothing with { Name = " Jane D. Doe ", Phone = "937-555-0142", Notifications = [NotificationKind.Decisions] })).Succeeded.ShouldBeTrue();
        var jane = await JaneAsync();
        (jane.DisplayName, jane.PhoneNumber, jane.NotificationChoices, jane.Email).ShouldBe(("Jane D. Doe", "937-555-0142", Notifications.Decisions, "jane.doe@example.org"));
        (await UpdateAsync(Nothing with { Phone = "" })).Succeeded.ShouldBeTrue();
        jane = await JaneAsync();
        (jane.DisplayName, jane.PhoneNumber, jane.NotificationChoices).ShouldBe(("Jane D. Doe", null, Notifications.Decisions));
        // The trail tells what was changed, not to what.
        var row = (await AuditAsync("user.accountUpdated"))[0];
        row.After.ShouldNotBeNull().ShouldContain("\"changed\":[\"name\",\"phone\",\"notifications\"]");
        row.After.ShouldNotContain("937");
    }

    [Fact]
    public async Task A_new_address_counts_once_its_link_was_followed_and_the_old_one_is_told()
    {
        (await UpdateAsync(Nothing with { Email = "jane@new.example.org" })).Value.ShouldNotBeNull().EmailToConfirm.ShouldBe("jane@new.example.org");
        (await JaneAsync()).Email.ShouldBe("jane.doe@example.org");
        (await _database.LastMailAsync("jane.doe")).Subject.ShouldBe(MailTemplates.EmailChanging.Subject);
        var link = (await new Mailbox(_database.Services).LastToAsync("jane@new.example.org")).Token;
        (await VerifyAsync(link)).Succeeded.ShouldBeTrue();
        var jane = await JaneAsync();
        (jane.Email, jane.NormalizedEmail, jane.EmailConfirmed).ShouldBe(("jane@new.example.org", "JANE@NEW.EXAMPLE.ORG", true));
        (await VerifyAsync(link)).Refusal<ResetLinkInvalid, User>();
    }

    [Fact]
    public async Task The_link_is_good_for_24_hours_and_a_later_change_makes_it_worthless()
    {
        await UpdateAsync(Nothing with { Email = "first@new.example.org" });
        var first = (await new Mailbox(_database.Services).LastToAsync("first@new.example.org")).Token;
        await UpdateAsync(Nothing with { Email = "second@new.example.org" });
        (await VerifyAsync(first)).Refusal<ResetLinkInvalid, User>();
        var second = (await new Mailbox(_database.Services).LastToAsync("second@new.example.org")).Token;
        _database.Clock.Advance(new(24, 0, 1));
        (await VerifyAsync(second)).Refusal<ResetLinkInvalid, User>();
        await UpdateAsync(Nothing with { Email = "third@new.example.org" });
        var third = (await new Mailbox(_database.Services).LastToAsync("third@new.example.org")).Token;
        _database.Clock.Advance(new(24, 0, 0));
        (await VerifyAsync(third)).Succeeded.ShouldBeTrue();
        (await JaneAsync()).Email.ShouldBe("third@new.example.org");
    }

    [Fact]
    public async Task The_sixth_new_address_within_an_hour_is_refused()
    {
        for (var i = 0; i < 5; i++) (await UpdateAsync(Nothing with { Email = $"jane{i}@new.example.org" })).Succeeded.ShouldBeTrue();
        (await UpdateAsync(Nothing with { Email = "jane9@new.example.org" })).Refusal<RateLimited, MyAccount>();
        (await UpdateAsync(Nothing with { Email = "jane.doe@example.org" })).Value.ShouldNotBeNull().EmailToConfirm.ShouldBeNull();
    }

    [Fact]
    public async Task All_faults_are_told_at_once()
    {
        var other = Practice.Account(Market.OH);
        await _database.AddAsync(other);
        var refused = await UpdateAsync(new(" ", "nowhere", "12", other.Id, null));
        refused.Refusals.Select(r => r.Path![0]).ShouldBe(["name", "email", "phone", "defaultAccountId"]);
        (await JaneAsync()).DisplayName.ShouldBe("jane.doe");
    }

    [Fact]
    public async Task The_default_provider_is_felt_at_once()
    {
        var second = Practice.Account(Market.OH);
        await using (var scope = _database.Scope(Actor.System("test")))
        await using (var write = await scope.Db.BeginWriteAsync(default))
        {
            var jane = await scope.Db.Set<User>().SingleAsync(u => u.UserName == "jane.doe");
            scope.Db.Add(Membership.Of(jane, second, PortalRole.ProviderAdmin, _database.Clock.GetUtcNow()));
            await write.CommitAsync(default);
        }
        var session = (await _database.SignInAsync("jane.doe")).Value.ShouldNotBeNull();
        (await _database.ActorAsync(session.AccessToken)).Value!.DefaultAccountId.ShouldBe(_account.Id);
        (await UpdateAsync(Nothing with { DefaultAccountId = second.Id })).Succeeded.ShouldBeTrue();
        (await _database.ActorAsync(session.AccessToken)).Value!.DefaultAccountId.ShouldBe(second.Id);
    }

    [Fact]
    public async Task A_new_password_needs_the_old_one_and_ends_the_other_sessions()
    {
        var (here, elsewhere) = ((await _database.SignInAsync("jane.doe")).Value!, (await _database.SignInAsync("jane.doe")).Value!);
        (await ChangeAsync(here, "not-the-old-one")).Refusal<OldPasswordWrong, User>().Path.ShouldBe(["oldPassword"]);
        (await ChangeAsync(here, Practice.Password, "jane.doe")).Refusal<PasswordTooWeak, User>().UnmetRules.Count.ShouldBe(2);
        (await ChangeAsync(here, Practice.Password)).Succeeded.ShouldBeTrue();
        (await _database.ActorAsync(here.AccessToken)).Succeeded.ShouldBeTrue();
        (await _database.ActorAsync(elsewhere.AccessToken)).Refusal<SessionExpired, Actor>();
        (await _database.SignInAsync("jane.doe")).Refusal<LoginFailed, SessionTokens>();
        (await _database.SignInAsync("jane.doe", "another-long-secret")).Succeeded.ShouldBeTrue();
        (await _database.LastMailAsync("jane.doe")).Subject.ShouldBe(MailTemplates.PasswordChanged.Subject);
        (await AuditAsync("password.changed")).ShouldHaveSingleItem().After.ShouldBe("""{"sessionsEnded":1}""");
    }

    [Fact]
    public async Task The_fifth_wrong_old_password_locks_the_name()
    {
        var here = (await _database.SignInAsync("jane.doe")).Value!;
        for (var i = 0; i < 4; i++) (await ChangeAsync(here, "wrong")).Refusal<OldPasswordWrong, User>();
        (await ChangeAsync(here, "wrong")).Refusal<UserLocked, User>();
        (await ChangeAsync(here, Practice.Password)).Refusal<UserLocked, User>();
        (await _database.SignInAsync("jane.doe")).Refusal<UserLocked, SessionTokens>();
    }

    [Fact]
    public async Task Nobody_and_staff_have_no_portal_account_to_change()
    {
        await using var scope = _database.Scope(Actor.Anonymous);
        (await scope.Get<MyAccountDesk>().UpdateAsync(Nothing, null, default)).Refusal<NotSignedIn, MyAccount>();
        (await scope.Get<PasswordChangeDesk>().ChangeAsync("a", "b", default)).Refusal<NotSignedIn, User>();
        await using var staff = _database.Scope(new() { Kind = ActorKind.Staff, UserId = 1, Name = "staff" });
        (await staff.Get<MyAccountDesk>().UpdateAsync(Nothing, null, default)).Refusal<Forbidden, MyAccount>();
    }

    private async Task<Outcome<MyAccount>> UpdateAsync(MyAccountChange change)
    {
        var actor = (await _database.ActorAsync((await _database.SignInAsync("jane.doe")).Value.ShouldNotBeNull().AccessToken)).Value.ShouldNotBeNull();
        await using var scope = _database.Scope(actor);
        return await scope.Get<MyAccountDesk>().UpdateAsync(change, null, default);
    }

    private async Task<Outcome<User>> ChangeAsync(SessionTokens session, string old, string next = "another-long-secret")
    {
        await using var scope = _database.Scope((await _database.ActorAsync(session.AccessToken)).Value.ShouldNotBeNull());
        return await scope.Get<PasswordChangeDesk>().ChangeAsync(old, next, default);
    }

    private async Task<Outcome<User>> VerifyAsync(string token)
    {
        await using var scope = _database.Scope(Actor.Anonymous);
        return await scope.Get<EmailVerificationDesk>().VerifyAsync(token, default);
    }

    private async Task<User> JaneAsync()
    {
        await using var scope = _database.Scope(Actor.Anonymous);
        return await scope.Db.Set<User>().AsNoTracking().SingleAsync(u => u.UserName == "jane.doe");
    }

    private async Task<List<AuditEvent>> AuditAsync(string action)
    {
        await using var scope = _database.Scope(Actor.Anonymous);
        return await scope.Db.Set<AuditEvent>().AsNoTracking().Where(e => e.Action == action).OrderBy(e => e.Seq).ToListAsync();
    }
}
