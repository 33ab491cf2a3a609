using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Accounts.Staff;
using Portal.Graph.Domain.Accounts.Team;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Schema.Tests.Work;

namespace Portal.Graph.Schema.Tests.Platform.TwoProcesses;

/// <summary>What one process does to a session, the other feels: on a clock that stands still, so not because it looks again after a while.</summary>
public sealed class SharedSessionsTests(TwoHosts hosts) : IClassFixture<TwoHosts>
{
    private const string Market = "{ viewer { market } }", Rights = "{ viewer { permissions } }";

    [Fact, Requirement("ACC-05", "PLT-21")]
    public async Task Who_signs_out_at_one_is_signed_out_at_the_other()
    {
        var (here, there) = await SignedInAsync("demo.billing");
        (await there.SendAsync(Market)).Data("viewer", "market").GetString().ShouldBe("OH");
        (await here.SendAsync("mutation { signOut { signedOut errors { ... on Error { code } } } }")).PayloadCodes("signOut").ShouldBeEmpty();
        await UntilAsync(async () => (await there.SendAsync(Market)).ErrorCodes is ["NOT_SIGNED_IN"]);
    }

    [Fact, Requirement("ACC-12", "PLT-21")]
    public async Task Who_is_disabled_at_one_is_out_at_the_other()
    {
        var (_, there) = await SignedInAsync("demo.frontdesk");
        (await there.SendAsync(Market)).Data("viewer", "market").GetString().ShouldBe("OH");
        await hosts.First.AsAsync(Actor.System("test"), async services =>
        {
            var db = services.GetRequiredService<PortalDb>();
            await using var write = await db.BeginWriteAsync(default);
            var user = await db.Set<User>().SingleAsync(u => u.UserName == "demo.frontdesk");
            (await services.GetRequiredService<UserStates>().MoveAsync(user, UserState.Disabled, "test", default)).Succeeded.ShouldBeTrue();
            await write.CommitAsync(default);
            return 0;
        });
        await UntilAsync(async () => (await there.SendAsync(Market)).ErrorCodes is ["NOT_SIGNED_IN"]);
    }

    [Fact, Requirement("PLT-18", "PLT-21")]
    public async Task A_role_that_is_taken_at_one_is_gone_at_the_other_and_the_session_goes_on()
    {
        var hired = await hosts.First.HireAsync("staff.two.roles", StaffRole.ClaimsAnalyst, StaffRole.Auditor);
        var there = Client(hosts.Second, hired);
        var before = (await there.SendAsync(Rights)).Data("viewer", "permissions").GetArrayLength();
        await hosts.First.AsAsync(Actor.System("test") with { Permissions = FrozenSet.Create(Permission.StaffUsersManage) }, async services =>
        {
            var user = await services.GetRequiredService<PortalDb>().Set<User>().SingleAsync(u => u.UserName == "staff.two.roles");
            var taken = await services.GetRequiredService<StaffRoleDesk>().ChangeAsync(user.Id, StaffRole.Auditor, RoleChange.Revoke, default);
            taken.Succeeded.ShouldBeTrue();
            return 0;
        });
        await UntilAsync(async () => (await there.SendAsync(Rights)).Data("viewer", "permissions").GetArrayLength() < before);
    }

    [Fact, Requirement("ACC-07")]
    public async Task The_token_of_a_switch_at_one_is_of_its_market_at_the_other_at_once()
    {
        var (here, there) = await SignedInAsync("other.admin");
        (await there.SendAsync(Market)).Data("viewer", "market").GetString().ShouldBe("OH");
        var switched = await here.SendAsync("mutation { switchMarket(input: { market: GA }) { session { accessToken } errors { ... on Error { code } } } }");
        var georgia = new ApiClient(new HttpClient { BaseAddress = hosts.Second.Address }, switched.Data("switchMarket", "session", "accessToken").GetString());
        (await georgia.SendAsync(Market)).Data("viewer", "market").GetString().ShouldBe("GA");
    }

    private async Task<(ApiClient Here, ApiClient There)> SignedInAsync(string username)
    {
        var here = await hosts.First.SignInAsync(username);
        return (here, Client(hosts.Second, here));
    }

    private static ApiClient Client(TestPortal portal, ApiClient other) => new(new HttpClient { BaseAddress = portal.Address }, other.Token);

    private static async Task UntilAsync(Func<Task<bool>> felt)
    {
        for (var tries = 0; !await felt(); tries++)
        {
            tries.ShouldBeLessThan(600, "the other process has not noticed");
            await Task.Delay(50);
        }
    }
}
