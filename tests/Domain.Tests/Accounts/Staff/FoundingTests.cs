using System.Collections.Frozen;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Sessions;
using Portal.Graph.Domain.Accounts.Staff;
using Portal.Graph.Domain.Accounts.Team;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Accounts.Staff;

public sealed class FoundingTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public Task DisposeAsync() => _database.DisposeAsync().AsTask();

    [Fact, Requirement("ACC-23")]
    public async Task The_machine_makes_two_system_administrators_and_no_third()
    {
        var ada = (await FoundAsync("ada.first", Actor.System("verb"))).Value.ShouldNotBeNull();
        ada.User.State.ShouldBe(UserState.Pending);
        ada.User.StaffRoles.Select(r => r.Role).ShouldBe([StaffRole.SystemAdmin]);
        ada.Link.ShouldStartWith("http://127.0.0.1:5080/staff/invitation#token=");
        await AcceptAsync(ada);

        // One alone can grant the role to nobody.
        await AcceptAsync((await FoundAsync("bob.second", Actor.System("verb"))).Value.ShouldNotBeNull());
        (await FoundAsync("cyd.third", Actor.System("verb"))).Refusals.ShouldHaveSingleItem().ShouldBeOfType<Forbidden>();

        await using (var scope = _database.Scope(Actor.System("verb")))
            await scope.Get<StaffUserDesk>().SetStaffStateAsync(ada.User.Id, UserState.Disabled, "Left", default);
        (await FoundAsync("cyd.third", Actor.System("verb"))).Succeeded.ShouldBeTrue();
    }

    [Fact, Requirement("ACC-23")]
    public async Task Nobody_who_is_signed_in_makes_administrators_this_way()
    {
        var manager = new Actor { Kind = ActorKind.Staff, UserId = 9, Name = "x", Permissions = FrozenSet.Create(Permission.StaffUsersManage) };
        (await FoundAsync("eve.sneaky", manager)).Refusals.ShouldHaveSingleItem().ShouldBeOfType<Forbidden>();
        (await FoundAsync("x", Actor.System("verb"))).Refusals.ShouldHaveSingleItem().ShouldBeOfType<InvalidFormat>().Path.ShouldBe(["username"]);
    }

    private async Task<Outcome<Founder>> FoundAsync(string username, Actor by)
    {
        await using var scope = _database.Scope(by);
        return await scope.Get<FoundingDesk>().AddAsync("A Founder", username, $"{username}@plan.example", default);
    }

    private async Task AcceptAsync(Founder founder)
    {
        await using (var scope = _database.Scope(Actor.Anonymous))
            (await scope.Get<InvitationDesk>().AcceptAsync(founder.Link.Split("#token=")[1], null, Practice.Password, default)).Succeeded.ShouldBeTrue();
        await using var door = _database.Scope(Actor.Anonymous);
        (await door.Get<StaffSignInDesk>().SignInAsync(founder.User.UserName!, Practice.Password, null, null, default))
            .Refusals.ShouldHaveSingleItem().ShouldBeOfType<SecondFactorRequired>().IsSetUp.ShouldBeFalse();
    }
}
