using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Registration;
using Portal.Graph.Domain.Accounts.Sessions;
using Portal.Graph.Domain.Accounts.Staff;
using Portal.Graph.Domain.Accounts.Team;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Accounts.Staff;

public sealed class StaffUserTests : IAsyncLifetime
{
    private static readonly Actor Support = Staff(Permission.StaffSupport), Privacy = Staff(Permission.StaffPrivacy), Manager = Staff(Permission.StaffUsersManage);
    private TestDatabase _database = null!;
    private User _jane = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _jane = await Practice.UserAsync(_database, "jane.doe", Practice.Account(Market.OH));
    }

    public Task DisposeAsync() => _database.DisposeAsync().AsTask();

    [Fact, Requirement("ACC-12", "ACC-23")]
    public async Task Support_disables_a_portal_user_with_a_reason_and_the_session_ends_at_once()
    {
        var session = (await _database.SignInAsync("jane.doe")).Value.ShouldNotBeNull();
        var missing = (await StateAsync(Support, UserState.Disabled, " ")).Refusal<DecisionReasonRequired, User>();
        missing.Message.ShouldBe("Write why the user may not sign in any more.");
        missing.Path.ShouldBe(["reason"]);
        (await StateAsync(Support, UserState.Rejected, "left")).Refusal<InvalidStateTransition, User>();
        (await StateAsync(Manager, UserState.Disabled, "left")).Refusal<Forbidden, User>();
        (await StateAsync(Privacy, UserState.Disabled, "Shared the password")).Succeeded.ShouldBeTrue();
        (await _database.ActorAsync(session.AccessToken)).Refusal<SessionExpired, Actor>();
        (await StateAsync(Support, UserState.Active, "Cleared up")).Succeeded.ShouldBeTrue();
        (await _database.SignInAsync("jane.doe")).Succeeded.ShouldBeTrue();
        await using var scope = _database.Scope(Support);
        (await scope.Get<StaffUserReads>().DecisionsAsync(_jane.Id, default)).Select(d => (d.State, d.Reason)).ShouldBe([(UserState.Active, "Cleared up"), (UserState.Disabled, "Shared the password")]);
    }

    [Fact, Requirement("ACC-05")]
    public async Task Support_ends_the_lock_of_a_portal_user_and_not_that_of_staff()
    {
        var staff = await Practice.StaffAsync(_database, "staff.person", StaffRole.Auditor, demo: true);
        (await UnlockAsync(Support, _jane.Id)).Refusal<InvalidStateTransition, User>();
        for (var i = 0; i < 5; i++)
        {
            await _database.SignInAsync("jane.doe", "wrong");
            await _database.StaffSignInAsync("staff.person", password: "wrong");
        }
        await using (var scope = _database.Scope(Support))
            (await scope.Get<StaffUserReads>().LockedUntilAsync(_jane, default)).ShouldBe(_database.Clock.GetUtcNow().AddMinutes(15));
        (await UnlockAsync(Manager, _jane.Id)).Refusal<NotFound, User>();
        (await UnlockAsync(Support, staff.Id)).Refusal<NotFound, User>();
        (await UnlockAsync(Support, _jane.Id)).Succeeded.ShouldBeTrue();
        (await _database.SignInAsync("jane.doe")).Succeeded.ShouldBeTrue();
        (await UnlockAsync(Manager, staff.Id)).Succeeded.ShouldBeTrue();
        (await _database.StaffSignInAsync("staff.person")).Succeeded.ShouldBeTrue();
    }

    [Fact, Requirement("ACC-23")]
    public async Task An_invited_staff_user_has_no_roles_and_signs_in_only_with_a_second_factor()
    {
        await using (var scope = _database.Scope(Manager))
        {
            (await scope.Get<StaffUserDesk>().InviteAsync("Ann Smith", "JANE.doe", "ann@plan.example", null, default)).Refusal<UsernameTaken, User>();
            (await scope.Get<StaffUserDesk>().InviteAsync("Ann Smith", "ann.smith", "ann.smith@example.org", null, default)).Value.ShouldNotBeNull().Kind.ShouldBe(UserKind.Staff);
        }
        await using (var scope = _database.Scope(Support))
            (await scope.Get<StaffUserDesk>().InviteAsync("X", "x.person", "x@plan.example", null, default)).Refusal<Forbidden, User>();
        (await _database.StaffSignInAsync("ann.smith")).Refusal<LoginFailed, StaffSession>();
        var link = (await _database.LastMailAsync("ann.smith")).Token;
        await using (var scope = _database.Scope(Actor.Anonymous))
            (await scope.Get<InvitationDesk>().AcceptAsync(link, null, Practice.Password, default)).Succeeded.ShouldBeTrue();
        (await _database.StaffSignInAsync("ann.smith")).Refusal<SecondFactorRequired, StaffSession>().IsSetUp.ShouldBeFalse();
        (await _database.SignInAsync("ann.smith")).Refusal<LoginFailed, SessionTokens>();
        await using var check = _database.Scope(Manager);
        (await check.Db.Set<StaffRoleGrant>().CountAsync()).ShouldBe(0);
    }

    [Fact, Requirement("ACC-23")]
    public async Task An_invitation_is_sent_again_and_only_the_newest_link_is_good()
    {
        await using (var scope = _database.Scope(Manager))
            (await scope.Get<StaffUserDesk>().InviteAsync("Ann Smith", "ann.smith", "ann.smith@example.org", null, default)).Succeeded.ShouldBeTrue();
        var first = await _database.LastMailAsync("ann.smith");
        _database.Clock.Advance(TimeSpan.FromDays(8));
        (await AcceptAsync(first.Token)).Refusal<ResetLinkInvalid, User>();
        var ann = (await ResendAsync(Manager)).Value.ShouldNotBeNull();
        var second = (await _database.LastMailAsync("ann.smith")).Token;
        for (var sent = 2; sent <= InvitationDesk.MailsPerHour; sent++) (await ResendAsync(Manager, ann.Id)).Succeeded.ShouldBeTrue();
        (await ResendAsync(Manager, ann.Id)).Refusal<RateLimited, User>();
        (await ResendAsync(Support, ann.Id)).Refusal<Forbidden, User>();
        (await ResendAsync(Manager, _jane.Id)).Refusal<NotFound, User>();
        (await AcceptAsync(second)).Refusal<ResetLinkInvalid, User>();
        (await AcceptAsync((await _database.LastMailAsync("ann.smith")).Token)).Succeeded.ShouldBeTrue();
        (await ResendAsync(Manager, ann.Id)).Refusal<NotFound, User>();

        async Task<Outcome<User>> AcceptAsync(string token)
        {
            await using var scope = _database.Scope(Actor.Anonymous);
            return await scope.Get<InvitationDesk>().AcceptAsync(token, null, Practice.Password, default);
        }

        async Task<Outcome<User>> ResendAsync(Actor by, long? userId = null)
        {
            await using var scope = _database.Scope(by);
            var id = userId ?? (await scope.Db.Set<User>().SingleAsync(u => u.UserName == "ann.smith")).Id;
            return await scope.Get<StaffUserDesk>().ResendInvitationAsync(id, null, default);
        }
    }

    [Fact, Requirement("ACC-23")]
    public async Task Portal_users_are_found_by_name_and_Provider_ID_by_support_and_by_nobody_else()
    {
        await using var support = _database.Scope(Support);
        var reads = support.Get<StaffUserReads>();
        var place = (await reads.MembershipsAsync(_jane.Id, default)).ShouldHaveSingleItem();
        (await reads.Users(UserKind.Portal, new(Text: place.Account!.CareSourceProviderId)).PageAsync(1, 10, default)).Rows.ShouldHaveSingleItem().Id.ShouldBe(_jane.Id);
        (await reads.Users(UserKind.Portal, new(Text: "JANE")).PageAsync(1, 10, default)).Total.ShouldBe(1);
        (await reads.Users(UserKind.Portal, new(State: UserState.Disabled)).PageAsync(1, 10, default)).Total.ShouldBe(0);
        (await reads.FindAsync(UserKind.Staff, _jane.Id, default)).ShouldBeNull();
        await using var auditor = _database.Scope(Staff(Permission.StaffAuditRead));
        (await auditor.Get<StaffUserReads>().Users(UserKind.Portal, new()).PageAsync(1, 10, default)).Total.ShouldBe(0);
        (await auditor.Get<StaffUserReads>().MembershipsAsync(_jane.Id, default)).ShouldBeEmpty();
    }

    private async Task<Outcome<User>> StateAsync(Actor by, UserState state, string reason)
    {
        await using var scope = _database.Scope(by);
        return await scope.Get<StaffUserDesk>().SetPortalStateAsync(_jane.Id, state, reason, default);
    }

    private async Task<Outcome<User>> UnlockAsync(Actor by, long userId)
    {
        await using var scope = _database.Scope(by);
        return await scope.Get<StaffUserDesk>().UnlockAsync(userId, default);
    }

    private static Actor Staff(params Permission[] permissions) => new() { Kind = ActorKind.Staff, UserId = 999, Name = "staff", Permissions = [.. permissions] };
}
