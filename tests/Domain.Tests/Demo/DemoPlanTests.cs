using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Claims.Codes;
using Portal.Graph.Domain.Coverage;
using Portal.Graph.Domain.Demo;
using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Tests.Members;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Demo;

public sealed class FilledPlan : IAsyncLifetime
{
    public TestDatabase Data { get; private set; } = null!;
    public DemoReport Report { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Data = await TestDatabase.CreateAsync();
        Report = await FillAsync();
    }

    public async Task<DemoReport> FillAsync()
    {
        await using var scope = Data.Scope(Actor.System("demo plan"));
        return (await scope.Get<DemoPlan>().FillAsync(CancellationToken.None)).ShouldNotBeNull();
    }

    public Task DisposeAsync() => Data.DisposeAsync().AsTask();
}

[Requirement("PLT-23")]
public sealed class DemoPlanTests(FilledPlan plan) : IClassFixture<FilledPlan>
{
    private static readonly DateOnly Today = new(2025, 12, 1);

    private async Task<EligibilityHit> Check(string number, DateOnly? dateOfService = null, Market market = Market.OH)
    {
        await using var scope = plan.Data.Scope(People.Biller(market));
        return (await scope.Get<EligibilityDesk>().SearchAsync(new() { CareSourceId = number, DateOfService = dateOfService ?? Today }, CancellationToken.None))
            .Value.ShouldNotBeNull().ShouldHaveSingleItem();
    }

    private async Task<T> Read<T>(Func<TestScope, Task<T>> read)
    {
        await using var scope = plan.Data.Scope(Actor.System("test"));
        return await read(scope);
    }

    [Fact]
    public void There_are_at_least_two_thousand_members_and_forty_accounts()
    {
        plan.Report.WasFilled.ShouldBeFalse();
        plan.Report.Members.ShouldBeGreaterThanOrEqualTo(2_000);
        plan.Report.Accounts.ShouldBeGreaterThanOrEqualTo(40);
    }

    [Fact]
    public async Task Filling_again_changes_nothing()
    {
        var before = await Read(s => s.Db.Set<Claim>().CountAsync());
        var again = await plan.FillAsync();
        again.WasFilled.ShouldBeTrue();
        (again.Members, again.Accounts).ShouldBe((plan.Report.Members, plan.Report.Accounts));
        (await Read(s => s.Db.Set<Claim>().CountAsync())).ShouldBe(before);
    }

    [Fact]
    public async Task Where_others_have_users_nothing_is_filled()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var scope = database.Scope(Actor.System("demo plan"));
        scope.Db.Add(new User { UserName = "ann.admin", NormalizedUserName = "ANN.ADMIN", DisplayName = "Ann", Kind = UserKind.Staff });
        await scope.Db.SaveChangesAsync();
        (await scope.Get<DemoPlan>().FillAsync(CancellationToken.None)).ShouldBeNull();
        (await scope.Db.Set<User>().CountAsync()).ShouldBe(1);
        (await scope.Db.Set<ProviderAccount>().AnyAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task All_markets_and_lines_of_business_have_members()
    {
        var pairs = await Read(s => s.Db.Set<ProgramEnrollment>().Select(e => new { e.Market, e.Lob }).Distinct().ToListAsync());
        pairs.Count.ShouldBe(Enum.GetValues<Market>().Length * Enum.GetValues<Lob>().Length);
    }

    [Fact]
    public async Task Every_NPI_is_valid_and_unique()
    {
        var npis = await Read(async s => (await s.Db.Set<ProviderAccount>().Select(a => a.Npi).ToListAsync()).Concat(await s.Db.Set<Practitioner>().Select(p => p.Npi).ToListAsync()).ToList());
        npis.ShouldAllBe(n => Npi.IsValid(n));
        npis.ShouldBeUnique();
    }

    [Fact]
    public async Task The_first_practice_is_enrolled_in_all_markets_and_has_the_registered_values()
    {
        var practice = await Read(s => s.Db.Set<ProviderAccount>().Include(a => a.Markets).Include(a => a.Addresses).SingleAsync(a => a.CareSourceProviderId == DemoCast.PracticeProviderId));
        (practice.Name, practice.TaxId).ShouldBe((DemoCast.PracticeName, DemoCast.PracticeTaxId));
        practice.Addresses.ShouldAllBe(a => a.Zip == DemoCast.PracticeZip);
        practice.Markets.Select(m => m.Market).Distinct().Count().ShouldBe(6);
    }

    [Fact, Requirement("COB-13")]
    public async Task Spans_of_one_programme_never_overlap()
    {
        var spans = await Read(s => s.Db.Set<EligibilitySpan>().AsNoTracking().ToListAsync());
        foreach (var ofOne in spans.GroupBy(s => s.EnrollmentId))
        {
            var dates = ofOne.Select(s => s.Dates).ToList();
            for (var i = 0; i < dates.Count; i++)
                for (var j = i + 1; j < dates.Count; j++) dates[i].Overlaps(dates[j]).ShouldBeFalse();
        }
    }

    [Fact]
    public async Task The_cast_plays_its_parts()
    {
        (await Check(DemoCast.Subscriber)).Member.FullName.ShouldBe("Anna Rivera");
        (await Check(DemoCast.Child)).Verdict.Status.ShouldBe(EligibilityStatus.Eligible);
        (await Check(DemoCast.InGrace)).PastDueNote.ShouldNotBeNull().ClaimsMayBePended.ShouldBeTrue();
        (await Check(DemoCast.Ended)).Verdict.Status.ShouldBe(EligibilityStatus.Ineligible);
        (await Check(DemoCast.Ended, new(2025, 9, 30))).Verdict.Status.ShouldBe(EligibilityStatus.Eligible);
        (await Check(DemoCast.Future)).Verdict.Status.ShouldBe(EligibilityStatus.Ineligible);
        (await Check(DemoCast.Moved)).Verdict.Status.ShouldBe(EligibilityStatus.Ineligible);
        (await Check(DemoCast.Moved, market: Market.KY)).Verdict.Status.ShouldBe(EligibilityStatus.Eligible);
        (await Check(DemoCast.GeorgiaMedicaid, market: Market.GA)).Program.ShouldNotBeNull().Lob.ShouldBe(Lob.Medicaid);
        (await Check(DemoCast.Dual, market: Market.IN)).Program.ShouldNotBeNull().Lob.ShouldBe(Lob.Dual);

        var carl = (await Check(DemoCast.WithCob)).Member;
        await using var scope = plan.Data.Scope(People.Biller());
        (await scope.Get<CoverageReads>().CobOfAsync([carl.Id], CancellationToken.None)).Select(r => r.Carrier)
            .ShouldBe(["Prairie Health", "Lakeshore Mutual", "Union Workers Fund"]);
    }

    [Fact]
    public async Task Cover_is_current_ended_future_and_in_grace()
    {
        var spans = await Read(s => s.Db.Set<EligibilitySpan>().AsNoTracking().ToListAsync());
        spans.Count(s => s.Dates.Contains(Today)).ShouldBeGreaterThan(1_500);
        spans.Count(s => s.Termination < Today).ShouldBeGreaterThan(200);
        spans.Count(s => s.Effective > Today).ShouldBeGreaterThan(50);
        spans.Count(s => s.GraceStart <= Today && Today <= s.GraceEnd).ShouldBeGreaterThan(100);
    }

    [Fact]
    public async Task Claims_stand_in_every_state_a_claim_can_be_stored_in()
    {
        var states = await Read(s => s.Db.Set<Claim>().Select(c => c.State).Distinct().ToListAsync());
        states.ShouldBe(Enum.GetValues<ClaimState>().Except([ClaimState.Draft, ClaimState.Discarded]), ignoreOrder: true);
        var practice = await Read(s => s.Db.Set<ProviderAccount>().Where(a => a.CareSourceProviderId == DemoCast.PracticeProviderId).Select(a => a.Id).SingleAsync());
        (await Read(s => s.Db.Set<Claim>().CountAsync(c => c.BillingAccountId == practice))).ShouldBeGreaterThan(500);
    }

    [Fact]
    public async Task Every_demo_user_exists_with_the_permissions_of_the_role()
    {
        var users = await Read(s => s.Db.Set<User>().Include(u => u.StaffRoles).ToListAsync());
        users.Select(u => u.UserName).ShouldBe(DemoUsers.Usernames, ignoreOrder: true);
        DemoUsers.Usernames.ShouldContain("staff.claims.analyst");
        DemoUsers.Usernames.ShouldContain("staff.um.nurse");
        users.ShouldAllBe(u => u.IsDemo);
        users.Single(u => u.UserName == "staff.claims.analyst").StaffRoles.ShouldHaveSingleItem().Role.ShouldBe(StaffRole.ClaimsAnalyst);
        var billing = await Read(s => s.Db.Set<Membership>().Include(m => m.Grants).SingleAsync(m => m.User!.UserName == "demo.billing"));
        billing.Permissions.ShouldBe(RoleTable.PermissionsOf(PortalRole.Billing), ignoreOrder: true);
    }

    [Fact]
    public async Task Every_member_has_a_primary_care_provider_who_serves_the_market()
    {
        var rows = await Read(s => (
            from a in s.Db.Set<PcpAttribution>()
            join p in s.Db.Set<Practitioner>() on a.PractitionerId equals p.Id
            select new { a.MemberId, a.AccountId, p.IsPcp }).ToListAsync());
        rows.Select(r => r.MemberId).Distinct().Count().ShouldBe(plan.Report.Members);
        rows.ShouldAllBe(r => r.IsPcp);
    }
}
