using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Team;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Accounts.Team;

[Requirement("ACC-12")]
public class TeamPolicyTests
{
    private static readonly DateTimeOffset Now = new(2025, 12, 1, 15, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_administrator_grants_everything_that_the_account_has_and_makes_administrators()
    {
        var by = By(Participation.Par, MembershipRole.Admin);
        TeamPolicy.GrantRefusal(by, MembershipRole.User, RoleTable.PortalPermissions).ShouldBeNull();
        TeamPolicy.GrantRefusal(by, MembershipRole.Admin, RoleTable.PortalPermissions).ShouldBeNull();
    }

    [Fact]
    public void What_an_account_outside_the_network_lacks_is_not_granted() =>
        TeamPolicy.GrantRefusal(By(Participation.NonPar, MembershipRole.Admin), MembershipRole.User, new HashSet<Permission> { Permission.ClaimsRead, Permission.ReportsRegistry })
            .ShouldBeOfType<PermissionNotAvailable>().Permissions.ShouldBe(["reports.registry"]);

    [Fact]
    public void Permissions_of_staff_are_granted_to_nobody() =>
        TeamPolicy.GrantRefusal(By(Participation.Par, MembershipRole.Admin), MembershipRole.User, new HashSet<Permission> { Permission.StaffSupport })
            .ShouldBeOfType<PermissionNotAvailable>().Permissions.ShouldBe(["staff.support"]);

    [Fact]
    public void Who_manages_users_without_being_an_administrator_grants_only_what_they_have()
    {
        var by = By(Participation.Par, MembershipRole.User, Permission.UsersManage, Permission.ClaimsRead);
        TeamPolicy.GrantRefusal(by, MembershipRole.User, new HashSet<Permission> { Permission.ClaimsRead }).ShouldBeNull();
        TeamPolicy.GrantRefusal(by, MembershipRole.User, new HashSet<Permission> { Permission.ClaimsRead, Permission.ClaimsSubmit })
            .ShouldBeOfType<PermissionNotAvailable>().Permissions.ShouldBe(["claims.submit"]);
        TeamPolicy.GrantRefusal(by, MembershipRole.User, new HashSet<Permission> { Permission.ClaimsSubmit }, [Permission.ClaimsSubmit]).ShouldBeNull();
        TeamPolicy.GrantRefusal(by, MembershipRole.Admin, new HashSet<Permission>()).ShouldBeOfType<PermissionNotAvailable>();
        TeamPolicy.TouchRefusal(by, By(Participation.Par, MembershipRole.Admin)).ShouldBeOfType<Forbidden>();
        TeamPolicy.TouchRefusal(by, By(Participation.Par, MembershipRole.User)).ShouldBeNull();
    }

    [Theory]
    [InlineData(UserState.Active, UserState.Disabled)]
    [InlineData(UserState.Disabled, UserState.Active)]
    [InlineData(UserState.Pending, UserState.Rejected)]
    public void A_state_goes_where_the_state_machine_leads(UserState from, UserState to) => TeamPolicy.MoveRefusal(from, to).ShouldBeNull();

    [Theory]
    [InlineData(UserState.Pending, UserState.Active)]
    [InlineData(UserState.Pending, UserState.Disabled)]
    [InlineData(UserState.Active, UserState.Active)]
    [InlineData(UserState.Active, UserState.Rejected)]
    [InlineData(UserState.Disabled, UserState.Pending)]
    [InlineData(UserState.Rejected, UserState.Active)]
    public void Every_other_way_is_refused(UserState from, UserState to) =>
        TeamPolicy.MoveRefusal(from, to).ShouldBeOfType<InvalidStateTransition>().State.ShouldBe(from.ToString().ToUpperInvariant());

    [Fact]
    public void Names_that_are_no_permissions_are_told_and_those_of_staff_with_them()
    {
        TeamPolicy.Read(["staff.support", "claims.read", "claims.fly"]).Refusals.ShouldHaveSingleItem().ShouldBeOfType<PermissionNotAvailable>().Permissions.ShouldBe(["staff.support", "claims.fly"]);
        TeamPolicy.Read(["claims.read", "claims.fly"]).Refusals.ShouldHaveSingleItem().ShouldBeOfType<PermissionNotAvailable>().Permissions.ShouldBe(["claims.fly"]);
        TeamPolicy.Read(["claims.read", "claims.read"]).Value.ShouldBe([Permission.ClaimsRead]);
    }

    private static Membership By(Participation participation, MembershipRole role, params Permission[] permissions) => Membership.Given(
        new User { DisplayName = "Somebody" },
        new ProviderAccount { Name = "Practice", TaxId = "123456789", CareSourceProviderId = "100000000123", Npi = "1234567893", Participation = participation },
        role, permissions.ToHashSet(), Now, null);
}
