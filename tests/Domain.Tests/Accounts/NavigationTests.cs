using Portal.Graph.Domain.Accounts.Navigation;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Availability;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Accounts;

public class NavigationTests
{
    private static Actor With(PortalRole role) =>
        new() { Kind = ActorKind.PortalUser, UserId = 1, Name = "x", Permissions = RoleTable.PermissionsOf(role) };

    [Fact, Requirement("ACC-10")]
    public void An_administrator_sees_the_whole_menu_but_the_staffs_entries()
    {
        var menu = NavigationTable.MenuOf(With(PortalRole.ProviderAdmin));
        menu.Select(g => g.Label).ShouldBe(["Member Search", "Claims", "Member Reports", "Users", "Providers", "Assessments"]);
        menu.Single(g => g.Label == "Claims").Entries.Select(e => e.Label).ShouldBe(
            ["Online Claim Submission", "Claim Information and Attachments", "Rejected Claims", "Recovery Request", "Claim Disputes", "Appeals", "Payment History"]);
        menu.Single(g => g.Label == "Users").Entries.Select(e => e.Label).ShouldBe(["Account Linker", "Manage Users", "Update My Account", "Provider Training"]);
    }

    [Fact, Requirement("ACC-10")]
    public void The_front_desk_sees_only_what_it_may_use()
    {
        var actor = With(PortalRole.FrontDesk);
        NavigationTable.MenuOf(actor).SelectMany(g => g.Entries).Select(e => e.PageKey).ShouldBe(
            ["members.eligibility", "members.cob", "members.fileUpload", "users.account", "users.training", "providers.priorAuth"]);
        NavigationTable.MenuOf(Actor.Anonymous).ShouldBeEmpty();
    }

    [Theory, Requirement("ACC-25")]
    [InlineData("members.eligibility")]
    [InlineData("claims.information")]
    [InlineData("claims.payments")]
    [InlineData("providers.priorAuth")]
    // Gaps in care stand in the Clinical Practice Registry.
    [InlineData("reports.registry")]
    // Education: the trainings.
    [InlineData("users.training")]
    public void What_providers_were_promised_is_a_menu_entry_of_home(string pageKey)
    {
        var admin = With(PortalRole.ProviderAdmin);
        NavigationTable.MenuOf(admin).SelectMany(g => g.Entries).Select(e => e.PageKey).ShouldContain(pageKey);
    }

    [Theory]
    [InlineData(PortalRole.ProviderAdmin, 21)]
    [InlineData(PortalRole.Billing, 12)]
    [InlineData(PortalRole.Clinical, 10)]
    [InlineData(PortalRole.FrontDesk, 5)]
    [InlineData(PortalRole.Credentialer, 3)]
    public void Presets_give_what_the_table_says(PortalRole role, int permissions) => RoleTable.PermissionsOf(role).Count.ShouldBe(permissions);

    [Fact, Requirement("ACC-23")]
    public void Every_staff_role_has_permissions_and_none_of_the_portals() =>
        Enum.GetValues<StaffRole>().ShouldAllBe(r => RoleTable.PermissionsOf(r).Count > 0 && !RoleTable.PermissionsOf(r).Overlaps(RoleTable.PortalPermissions));

    [Fact, Requirement("ACC-09")]
    public async Task The_viewer_of_an_account_outside_the_network_has_no_reports()
    {
        await using var database = await TestDatabase.CreateAsync();
        var account = new ProviderAccount
        {
            Name = "Outside", TaxId = "123456789", CareSourceProviderId = "123456789012", Npi = "1234567893", Participation = Participation.NonPar,
        }.Enroll(Market.OH, Lob.Medicaid, new(2020, 1, 1));
        await Practice.UserAsync(database, "jane.doe", account);
        var actor = (await database.ActorAsync((await database.SignInAsync("jane.doe")).Value!.AccessToken)).Value.ShouldNotBeNull();

        await using var scope = database.Scope(actor);
        var viewer = (await scope.Get<ViewerReads>().FindAsync(default)).ShouldNotBeNull();
        (viewer.User.UserName, viewer.Market, viewer.DefaultAccount!.Name).ShouldBe(("jane.doe", Market.OH, "Outside"));
        viewer.Permissions.ShouldContain("claims.submit");
        viewer.Permissions.ShouldNotContain("reports.membership");
        viewer.Menu.ShouldNotContain(g => g.Label == "Member Reports");
        viewer.Accounts.ShouldHaveSingleItem();
        viewer.Tiles.Select(t => t.Key).ShouldBe(["eligibility", "claims", "priorAuth", "documents", "clinicalServices", "assessments", "roster"]);
    }

    [Fact, Requirement("ACC-21")]
    public async Task Maintenance_is_announced_48_hours_ahead_and_closes_writes_until_its_end()
    {
        var from = TestClock.Monday.AddHours(48);
        await using var database = await TestDatabase.CreateAsync(settings: new Dictionary<string, string?>
        {
            ["Maintenance:From"] = from.ToString("O"), ["Maintenance:Until"] = from.AddHours(2).ToString("O"),
        });
        await using var scope = database.Scope(Actor.Anonymous);
        var window = scope.Get<MaintenanceWindow>();
        database.Clock.Set(TestClock.Monday.AddSeconds(-1));
        window.Notice().ShouldBeNull();
        database.Clock.Set(TestClock.Monday);
        window.Notice().ShouldNotBeNull().From.ShouldBe(from);
        database.Clock.Set(from.AddSeconds(-1));
        window.RefusesWrites().ShouldBeNull();
        database.Clock.Set(from);
        window.RefusesWrites().ShouldNotBeNull().Until.ShouldBe(from.AddHours(2));
        database.Clock.Set(from.AddHours(2));
        window.RefusesWrites().ShouldBeNull();
        window.Notice().ShouldBeNull();
    }
}
