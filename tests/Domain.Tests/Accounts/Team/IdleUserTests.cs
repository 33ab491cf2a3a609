using Portal.Graph.Domain.Accounts.Team;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Accounts.Team;

[Requirement("ACC-12")]
public class IdleUserTests
{
    [Fact]
    public async Task A_user_is_disabled_after_180_days_without_a_sign_in_and_not_a_second_sooner()
    {
        await using var team = await Team.CreateAsync();
        await Practice.UserAsync(team.Database, "never.came", team.Account, PortalRole.Billing);
        await Practice.StaffAsync(team.Database, "staff.person", StaffRole.SupportAgent);
        team.Database.Clock.Advance(TimeSpan.FromDays(1));
        (await team.Database.SignInAsync("the.admin")).Succeeded.ShouldBeTrue();
        team.Database.Clock.Advance(TimeSpan.FromDays(179) - TimeSpan.FromSeconds(1));
        (await RunAsync(team)).ShouldBe(0);
        team.Database.Clock.Advance(TimeSpan.FromSeconds(1));
        (await RunAsync(team)).ShouldBe(1);
        (await team.UserAsync("never.came")).State.ShouldBe(UserState.Disabled);
        (await team.UserAsync("the.admin")).State.ShouldBe(UserState.Active);
        team.Database.Clock.Advance(TimeSpan.FromDays(1));
        (await RunAsync(team)).ShouldBe(1);
        (await RunAsync(team)).ShouldBe(0);
        (await team.UserAsync("the.admin")).State.ShouldBe(UserState.Disabled);
        (await team.UserAsync("staff.person")).State.ShouldBe(UserState.Active);
        (await team.AuditAsync("user.stateSet")).ShouldAllBe(r => r.After!.Contains("idle") && r.ActorKind == ActorKind.System);
    }

    [Fact]
    public async Task Who_was_enabled_again_has_180_days_more()
    {
        await using var team = await Team.CreateAsync();
        var biller = await Practice.UserAsync(team.Database, "a.biller", team.Account, PortalRole.Billing);
        team.Database.Clock.Advance(TimeSpan.FromDays(180));
        await team.ActorAsync();
        (await RunAsync(team)).ShouldBe(1);
        (await team.SetStateAsync(biller.Id, UserState.Active)).Succeeded.ShouldBeTrue();
        team.Database.Clock.Advance(TimeSpan.FromDays(180) - TimeSpan.FromSeconds(1));
        (await RunAsync(team)).ShouldBe(0);
    }

    [Fact]
    public async Task Nobody_is_judged_idle_where_people_sign_in_elsewhere()
    {
        await using var database = await TestDatabase.CreateAsync(settings: new Dictionary<string, string?> { ["Auth:Authority"] = "https://login.example.org" });
        await Practice.UserAsync(database, "jane.doe", Practice.Account(Market.OH));
        database.Clock.Advance(TimeSpan.FromDays(400));
        await using var scope = database.Scope(Actor.System("job"));
        (await scope.Get<IdleUsers>().RunAsync(default))["disabled"].ShouldBe(0);
    }

    [Fact]
    public async Task The_demo_plans_users_stay_however_long_ago_it_was_filled()
    {
        await using var team = await Team.CreateAsync();
        await using (var scope = team.Database.Scope(Actor.System("test")))
            (await scope.Get<UserDesk>().CreateAsync(new("demo.person", Practice.Password, "demo@example.org", "Demo", UserKind.Portal, EmailVerified: true, IsDemo: true), default)).Succeeded.ShouldBeTrue();
        team.Database.Clock.Advance(TimeSpan.FromDays(400));
        await RunAsync(team);
        (await team.UserAsync("demo.person")).State.ShouldBe(UserState.Active);
    }

    private static async Task<int> RunAsync(Team team)
    {
        await using var scope = team.Database.Scope(Actor.System("idle users"));
        return (await scope.Get<IdleUsers>().RunAsync(default))["disabled"];
    }
}
