using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Sessions;
using Portal.Graph.Domain.Accounts.Registration;
using Portal.Graph.Domain.Accounts.Team;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Mail;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Accounts.Team;

[Requirement("ACC-12")]
public class InvitationTests
{
    [Fact]
    public async Task An_invited_person_chooses_name_and_password_and_signs_in_with_what_was_granted()
    {
        await using var team = await Team.CreateAsync();
        var invited = (await team.InviteAsync(permissions: ["claims.read", "payments.read"])).Value.ShouldNotBeNull();
        invited.State.ShouldBe(UserState.Pending);
        (await team.Database.SignInAsync("jane.doe")).Refusal<LoginFailed, SessionTokens>();
        var mail = await team.Database.LastMailAsync("jane.doe");
        mail.Subject.ShouldBe(MailTemplates.UserInvite.Subject);
        mail.Text.ShouldContain(team.Account.Name);

        (await team.AcceptAsync(mail.Token, "jane.d")).Value.ShouldNotBeNull();

        var actor = await team.ActorAsync("jane.d");
        actor.Permissions.ShouldBe([Permission.ClaimsRead, Permission.PaymentsRead], ignoreOrder: true);
        (await team.AcceptAsync(mail.Token)).Refusal<ResetLinkInvalid, User>();
        var row = (await team.AuditAsync("user.invited")).ShouldHaveSingleItem();
        row.EntityId.ShouldBe(invited.Id);
        row.After.ShouldNotBeNull().ShouldContain("payments.read");
        var accepted = (await team.AuditAsync("user.inviteAccepted")).ShouldHaveSingleItem();
        (accepted.EntityId, accepted.ActorKind, accepted.ActorId).ShouldBe((invited.Id, ActorKind.PortalUser, invited.Id));
        // Whoever asks the trail what somebody did finds when they signed in.
        (await team.AuditAsync("session.opened")).ShouldContain(row => row.ActorKind == ActorKind.PortalUser && row.ActorId == invited.Id);
    }

    [Fact]
    public async Task The_link_is_good_for_7_days_and_a_new_one_makes_it_worthless()
    {
        await using var team = await Team.CreateAsync();
        var invited = (await team.InviteAsync()).Value.ShouldNotBeNull();
        var late = (await team.Database.LastMailAsync("jane.doe")).Token;
        team.Database.Clock.Advance(new(7, 0, 0, 1));
        (await team.AcceptAsync(late)).Refusal<ResetLinkInvalid, User>();
        (await ResendAsync(team, invited.Id)).Succeeded.ShouldBeTrue();
        var replaced = (await team.Database.LastMailAsync("jane.doe")).Token;
        (await ResendAsync(team, invited.Id)).Succeeded.ShouldBeTrue();
        (await team.AcceptAsync(replaced)).Refusal<ResetLinkInvalid, User>();
        var good = (await team.Database.LastMailAsync("jane.doe")).Token;
        team.Database.Clock.Advance(new(7, 0, 0, 0));
        (await team.AcceptAsync(good)).Succeeded.ShouldBeTrue();
        (await ResendAsync(team, invited.Id)).Refusal<NotFound, User>();
    }

    [Fact]
    public async Task The_sixth_mail_within_an_hour_is_refused()
    {
        await using var team = await Team.CreateAsync();
        var invited = (await team.InviteAsync()).Value.ShouldNotBeNull();
        for (var i = 0; i < 4; i++) (await ResendAsync(team, invited.Id)).Succeeded.ShouldBeTrue();
        (await ResendAsync(team, invited.Id)).Refusal<RateLimited, User>();
        team.Database.Clock.Advance(new(1, 0, 1));
        (await ResendAsync(team, invited.Id)).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task Everything_wrong_with_an_invitation_is_told_at_once()
    {
        await using var team = await Team.CreateAsync(Participation.NonPar);
        var refusals = (await team.AsAsync<InvitationDesk, User>(await team.ActorAsync(),
            d => d.InviteAsync(new(" ", "THE.ADMIN", "nowhere", MembershipRole.User, ["reports.registry"], null), null, default))).Refusals;
        refusals.Select(r => (r.GetType(), r.Path![0])).ShouldBe(
            [(typeof(RequiredFieldMissing), "name"), (typeof(InvalidFormat), "email"), (typeof(PermissionNotAvailable), "permissions"), (typeof(UsernameTaken), "username")]);
        (await team.AuditAsync("user.invited")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_taken_name_and_a_weak_password_leave_the_link_good()
    {
        await using var team = await Team.CreateAsync();
        (await team.InviteAsync()).Succeeded.ShouldBeTrue();
        var token = (await team.Database.LastMailAsync("jane.doe")).Token;
        var refusals = (await team.AcceptAsync(token, "The.Admin", "short")).Refusals;
        refusals.Select(r => r.GetType()).ShouldBe([typeof(UsernameTaken), typeof(PasswordTooWeak)]);
        (await team.AcceptAsync(token, "JANE.doe")).Value.ShouldNotBeNull().UserName.ShouldBe("JANE.doe");
    }

    [Fact]
    public async Task Only_who_manages_users_invites()
    {
        await using var team = await Team.CreateAsync();
        await Practice.UserAsync(team.Database, "a.biller", team.Account, PortalRole.Billing);
        (await team.InviteAsync(by: "a.biller")).Refusal<Forbidden, User>();
        (await team.AsAsync<InvitationDesk, User>(Actor.Anonymous, d => d.InviteAsync(new("J", "jane.doe", "j@e.org", MembershipRole.User, [], null), null, default))).Refusal<NotSignedIn, User>();
    }

    private static async Task<Outcome<User>> ResendAsync(Team team, long userId) =>
        await team.AsAsync<InvitationDesk, User>(await team.ActorAsync(), d => d.ResendAsync(userId, null, default));
}
