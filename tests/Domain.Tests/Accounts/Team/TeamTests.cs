using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Registration;
using Portal.Graph.Domain.Accounts.Sessions;
using Portal.Graph.Domain.Accounts.Team;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Accounts.Team;

[Requirement("ACC-12")]
public class TeamTests
{
    [Fact]
    public async Task The_only_administrator_can_neither_step_down_nor_be_disabled()
    {
        await using var team = await Team.CreateAsync();
        var admin = await team.UserAsync("the.admin");
        (await team.SetPermissionsAsync(admin.Id, MembershipRole.User, permissions: "claims.read")).Refusal<LastAdmin, User>().Path.ShouldBe(["role"]);
        (await team.SetStateAsync(admin.Id, UserState.Disabled)).Refusal<LastAdmin, User>();
        // Somebody invited is not there yet, and a disabled administrator cannot help.
        await team.InviteAsync("next.admin", role: MembershipRole.Admin);
        (await team.SetPermissionsAsync(admin.Id, MembershipRole.User)).Refusal<LastAdmin, User>();
        await team.AcceptAsync((await team.Database.LastMailAsync("next.admin")).Token);
        (await team.SetPermissionsAsync(admin.Id, MembershipRole.User, permissions: "claims.read")).Succeeded.ShouldBeTrue();
        (await team.ActorAsync()).Permissions.ShouldBe([Permission.ClaimsRead]);
    }

    [Fact]
    public async Task Changed_permissions_are_felt_by_open_sessions_at_once_and_the_old_version_is_refused()
    {
        await using var team = await Team.CreateAsync();
        var biller = await Practice.UserAsync(team.Database, "a.biller", team.Account, PortalRole.Billing);
        var session = (await team.Database.SignInAsync("a.biller")).Value.ShouldNotBeNull();
        (await team.Database.ActorAsync(session.AccessToken)).Value!.Has(Permission.ClaimsSubmit).ShouldBeTrue();
        (await team.SetPermissionsAsync(biller.Id, MembershipRole.User, permissions: ["claims.read", "training.attest"])).Succeeded.ShouldBeTrue();
        (await team.Database.ActorAsync(session.AccessToken)).Value!.Permissions.ShouldBe([Permission.ClaimsRead, Permission.TrainingAttest], ignoreOrder: true);
        (await team.SetPermissionsAsync(biller.Id, MembershipRole.User, version: 1)).Refusal<ConcurrentChange, User>();
        var row = (await team.AuditAsync("user.permissionsUpdated")).ShouldHaveSingleItem();
        row.Before.ShouldNotBeNull().ShouldContain("claims.submit");
        row.After.ShouldNotBeNull().ShouldNotContain("claims.submit");
        // Nothing but the grants changed, and still the version rises.
        (await team.MembershipAsync(biller.Id)).Version.ShouldBe(2);
    }

    [Fact]
    public async Task A_disabled_user_is_out_at_once_and_comes_back_when_enabled()
    {
        await using var team = await Team.CreateAsync();
        var biller = await Practice.UserAsync(team.Database, "a.biller", team.Account, PortalRole.Billing);
        var session = (await team.Database.SignInAsync("a.biller")).Value.ShouldNotBeNull();
        (await team.Database.ActorAsync(session.AccessToken)).Succeeded.ShouldBeTrue();
        (await team.SetStateAsync(biller.Id, UserState.Disabled)).Value.ShouldNotBeNull().State.ShouldBe(UserState.Disabled);
        (await team.Database.ActorAsync(session.AccessToken)).Refusal<SessionExpired, Actor>();
        (await team.Database.RefreshAsync(session.RefreshToken)).Refusal<SessionExpired, SessionTokens>();
        (await team.Database.SignInAsync("a.biller")).Refusal<UserDisabled, SessionTokens>();
        (await team.SetStateAsync(biller.Id, UserState.Disabled)).Refusal<InvalidStateTransition, User>().AllowedNextStates.ShouldBe(["ACTIVE"]);
        (await team.SetStateAsync(biller.Id, UserState.Active)).Succeeded.ShouldBeTrue();
        (await team.Database.SignInAsync("a.biller")).Succeeded.ShouldBeTrue();
        (await team.AuditAsync("user.stateSet")).Select(r => r.After).ShouldBe(["""{"state":"Disabled","sessionsEnded":1}""", """{"state":"Active","sessionsEnded":0}"""]);
    }

    [Fact]
    public async Task Who_waits_for_approval_is_rejected_for_good()
    {
        await using var team = await Team.CreateAsync();
        var waiting = new User { UserName = "jane.doe", NormalizedUserName = "JANE.DOE", DisplayName = "Jane", State = UserState.Pending };
        await using (var scope = team.Database.Scope(Actor.System("test")))
        await using (var write = await scope.Db.BeginWriteAsync(default))
        {
            scope.Db.Attach(team.Account);
            scope.Db.Add(waiting);
            scope.Db.Add(Membership.AskedFor(waiting, team.Account));
            await write.CommitAsync(default);
        }
        (await team.SetStateAsync(waiting.Id, UserState.Active)).Refusal<InvalidStateTransition, User>().AllowedNextStates.ShouldBe(["REJECTED"]);
        (await team.SetStateAsync(waiting.Id, UserState.Rejected)).Succeeded.ShouldBeTrue();
        (await team.MembershipAsync(waiting.Id)).State.ShouldBe(MembershipState.Revoked);
        (await team.AsAsync<PendingUserDesk, User>(await team.ActorAsync(), d => d.ApproveAsync(waiting.Id, PortalRole.Billing, default))).Refusal<InvalidStateTransition, User>();
        (await team.SetStateAsync(waiting.Id, UserState.Active)).Refusal<InvalidStateTransition, User>().AllowedNextStates.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_invitation_is_taken_back_by_rejecting_it()
    {
        await using var team = await Team.CreateAsync();
        var invited = (await team.InviteAsync()).Value.ShouldNotBeNull();
        var token = (await team.Database.LastMailAsync("jane.doe")).Token;
        (await team.SetStateAsync(invited.Id, UserState.Rejected)).Succeeded.ShouldBeTrue();
        (await team.AcceptAsync(token)).Refusal<ResetLinkInvalid, User>();
    }

    [Fact]
    public async Task Users_of_other_accounts_are_neither_seen_nor_touched()
    {
        await using var team = await Team.CreateAsync();
        var other = Practice.Account(Market.OH);
        var stranger = await Practice.UserAsync(team.Database, "other.admin", other);
        await using (var scope = team.Database.Scope(await team.ActorAsync()))
        {
            (await scope.Get<TeamReads>().Users(new()).PageAsync(1, 50, default)).Rows.Select(u => u.UserName).ShouldBe(["the.admin"]);
            (await scope.Get<TeamReads>().MembershipsAsync([stranger.Id], default)).Count.ShouldBe(0);
        }
        (await team.SetStateAsync(stranger.Id, UserState.Disabled)).Refusal<NotFound, User>();
        (await team.AsAsync<TeamDesk, User>(await team.ActorAsync(), d => d.UpdatePermissionsAsync(new(stranger.Id, null, MembershipRole.User, [], 1), default))).Refusal<NotFound, User>();
        (await team.AsAsync<InvitationDesk, User>(await team.ActorAsync(),
            d => d.InviteAsync(new("Jane", "jane.doe", "jane@example.org", MembershipRole.User, [], other.Id), null, default))).Refusal<NotFound, User>();
    }

    [Fact]
    public async Task A_user_who_also_works_elsewhere_is_not_disabled_from_here()
    {
        await using var team = await Team.CreateAsync();
        var biller = await Practice.UserAsync(team.Database, "a.biller", team.Account, PortalRole.Billing);
        await using (var scope = team.Database.Scope(Actor.System("test")))
        await using (var write = await scope.Db.BeginWriteAsync(default))
        {
            scope.Db.Attach(biller);
            scope.Db.Add(Membership.Of(biller, Practice.Account(Market.OH), PortalRole.Billing, team.Database.Clock.GetUtcNow()));
            await write.CommitAsync(default);
        }
        (await team.SetStateAsync(biller.Id, UserState.Disabled)).Refusal<UserOfOtherAccount, User>();
    }

    [Fact]
    public async Task A_manager_of_users_who_is_no_administrator_leaves_administrators_alone()
    {
        await using var team = await Team.CreateAsync();
        await team.InviteAsync("office.manager", permissions: ["users.manage", "claims.read"]);
        await team.AcceptAsync((await team.Database.LastMailAsync("office.manager")).Token);
        await team.AcceptTermsAsync("office.manager");
        var admin = await team.UserAsync("the.admin");
        (await team.SetStateAsync(admin.Id, UserState.Disabled, "office.manager")).Refusal<Forbidden, User>();
        (await team.SetPermissionsAsync(admin.Id, MembershipRole.User, "office.manager")).Refusal<Forbidden, User>();
        (await team.InviteAsync("jane.doe", "office.manager", permissions: ["claims.submit"])).Refusal<PermissionNotAvailable, User>();
        (await team.InviteAsync("jane.doe", "office.manager", permissions: ["claims.read"])).Succeeded.ShouldBeTrue();
    }
}
