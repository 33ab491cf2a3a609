using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Coverage;
using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Members;

public sealed class MemberReadsTests : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2025, 12, 1);
    private TestDatabase _data = null!;
    private readonly People.Family _family = People.Rivera();

    public async Task InitializeAsync()
    {
        _data = await TestDatabase.CreateAsync();
        await _data.AddAsync(_family.Records);
    }

    public Task DisposeAsync() => _data.DisposeAsync().AsTask();

    private async Task<MemberInformation> Information(Actor actor, Member member)
    {
        await using var scope = _data.Scope(actor);
        return (await scope.Get<MemberReads>().InformationOfAsync([member.Id], Today, CancellationToken.None)).ShouldHaveSingleItem();
    }

    private async Task AddPanelAsync()
    {
        var practice = new ProviderAccount { Name = "Blue River", TaxId = "123456789", CareSourceProviderId = "100000000123", Npi = "1234567893" };
        var doctor = new Practitioner { Npi = "1234567893", FirstName = "Ida", LastName = "Wells", Specialty = "Family Medicine", IsPcp = true, EffectiveFrom = new(2020, 1, 1) };
        await _data.AddAsync(practice, doctor);
        await using var scope = _data.Scope(Actor.System("test"));
        scope.Db.AttachRange(_family.Anna, _family.Luis, _family.Mia);
        scope.Db.AddRange(
            MemberAddress.Of(_family.Mia, "1 Old Rd", "Dayton", "OH", "45401", new(2015, 5, 20), to: new(2024, 12, 31)),
            MemberAddress.Of(_family.Mia, "2 New St", "Dayton", "OH", "45402", new(2025, 1, 1)),
            MemberAddress.Of(_family.Mia, "P.O. Box 3", "Dayton", "OH", "45403", new(2025, 6, 1), MemberAddressKind.Mailing),
            PcpAttribution.Of(_family.Mia, doctor.Id, practice.Id, new(2024, 1, 1), new(2025, 12, 1)),
            CaseManagerAssignment.Of(_family.Mia, "Cora Manager", "555-0100", new(2025, 1, 1)));
        await scope.Db.SaveChangesAsync();
    }

    [Fact, Requirement("MBR-11")]
    public async Task The_panel_shows_the_home_address_programme_and_pcp_of_the_day()
    {
        await AddPanelAsync();
        var panel = await Information(People.Biller(), _family.Mia);
        panel.Address.ShouldNotBeNull().Line1.ShouldBe("2 New St");
        panel.Program.ShouldNotBeNull().ProgramName.ShouldBe("OH Medicaid");
        panel.Pcp.ShouldNotBeNull().Practitioner.LastName.ShouldBe("Wells");
        panel.Pcp.Account.Name.ShouldBe("Blue River");
    }

    [Fact, Requirement("MBR-11")]
    public async Task The_case_manager_shows_only_with_member_clinical_read()
    {
        await AddPanelAsync();
        (await Information(People.Biller(), _family.Mia)).CaseManager.ShouldBeNull();
        (await Information(People.Biller().With(Permission.MemberClinicalRead), _family.Mia)).CaseManager.ShouldNotBeNull().Name.ShouldBe("Cora Manager");
    }

    [Fact, Requirement("MBR-13")]
    public async Task The_subscriber_of_a_child_is_another_person_and_a_subscriber_is_their_own()
    {
        await using var scope = _data.Scope(People.Biller());
        var subscribers = await scope.Get<MemberReads>().SubscribersOfAsync([_family.Mia.Id, _family.Anna.Id], CancellationToken.None);
        subscribers[_family.Mia.Id].FirstName.ShouldBe("Anna");
        subscribers[_family.Anna.Id].FirstName.ShouldBe("Anna");
    }

    [Fact, Requirement("MBR-25")]
    public async Task Spans_come_newest_first()
    {
        var member = People.Subscriber("200000002");
        await _data.AddAsync([.. People.Covered(member, Market.OH, Lob.Medicaid,
            new(new(2019, 1, 1), new(2019, 12, 31)), new(new(2025, 1, 1)), new(new(2021, 1, 1), new(2021, 12, 31)))]);
        await using var scope = _data.Scope(People.Biller());
        (await scope.Get<CoverageReads>().SpansOfAsync([member.Id], CancellationToken.None)).Select(s => s.Effective.Year).ShouldBe([2025, 2021, 2019]);
    }

    [Fact, Requirement("COB-02"), Requirement("COB-03")]
    public async Task Other_insurance_comes_whole_and_the_latest_primary_first()
    {
        await using (var scope = _data.Scope(Actor.System("test")))
        {
            scope.Db.Attach(_family.Anna);
            CobRecord Cob(string carrier, CobPriority priority, DateOnly from, DateOnly? to = null) => CobRecord.Of(
                _family.Anna, carrier, "PN-1", "Luis Rivera", CobRelationship.Spouse, InsuranceType.Medical, priority, from, TestClock.Monday, to, "G-7", "555-0101");
            scope.Db.AddRange(Cob("Second", CobPriority.Secondary, new(2025, 1, 1)), Cob("Ended", CobPriority.Primary, new(2020, 1, 1), new(2023, 12, 31)), Cob("Current", CobPriority.Primary, new(2024, 1, 1)));
            await scope.Db.SaveChangesAsync();
        }
        await using var biller = _data.Scope(People.Biller());
        var records = await biller.Get<CoverageReads>().CobOfAsync([_family.Anna.Id], CancellationToken.None);
        records.Select(r => r.Carrier).ShouldBe(["Current", "Ended", "Second"]);
        var first = records[0];
        (first.PolicyNumber, first.GroupNumber, first.HolderName, first.Relationship, first.Effective, first.Term, first.Type)
            .ShouldBe(("PN-1", "G-7", "Luis Rivera", CobRelationship.Spouse, new DateOnly(2024, 1, 1), null, InsuranceType.Medical));
    }

    [Fact, Requirement("COB-01")]
    public async Task Without_cob_read_no_other_insurance_is_given_out()
    {
        await using (var scope = _data.Scope(Actor.System("test")))
        {
            scope.Db.Attach(_family.Anna);
            scope.Db.Add(CobRecord.Of(_family.Anna, "Acme", "P", "Anna Rivera", CobRelationship.Self, InsuranceType.Medical, CobPriority.Primary, new(2024, 1, 1), TestClock.Monday));
            await scope.Db.SaveChangesAsync();
        }
        await using var without = _data.Scope(People.Biller().Without(Permission.CobRead));
        (await without.Get<CoverageReads>().CobOfAsync([_family.Anna.Id], CancellationToken.None)).ShouldBeEmpty();
        await using var with = _data.Scope(People.Biller());
        (await with.Get<CoverageReads>().CobOfAsync([_family.Anna.Id], CancellationToken.None)).Count.ShouldBe(1);
    }

    [Fact, Requirement("MBR-28")]
    public async Task Another_market_gives_neither_the_member_nor_what_hangs_on_it()
    {
        await using var scope = _data.Scope(People.Biller(Market.GA));
        long[] ids = [_family.Anna.Id];
        (await scope.Get<MemberReads>().FindAsync(_family.Anna.Id, CancellationToken.None)).ShouldBeNull();
        (await scope.Get<MemberReads>().FindByNumberAsync(new("123456789", "00"), CancellationToken.None)).ShouldBeNull();
        (await scope.Get<MemberReads>().InformationOfAsync(ids, Today, CancellationToken.None)).ShouldBeEmpty();
        (await scope.Get<MemberReads>().SubscribersOfAsync(ids, CancellationToken.None)).ShouldBeEmpty();
        (await scope.Get<CoverageReads>().SpansOfAsync(ids, CancellationToken.None)).ShouldBeEmpty();
        (await scope.Get<CoverageReads>().EnrollmentsOfAsync(ids, CancellationToken.None)).ShouldBeEmpty();
        (await scope.Get<CoverageReads>().CobOfAsync(ids, CancellationToken.None)).ShouldBeEmpty();
    }

    [Theory, Requirement("MBR-28")]
    [InlineData(Permission.StaffClaimsRead, true)]
    [InlineData(Permission.StaffCareWork, true)]
    [InlineData(Permission.StaffUsersManage, false)]
    [InlineData(Permission.StaffContentEdit, false)]
    public async Task Staff_read_members_of_every_market_only_when_their_work_needs_it(Permission permission, bool reads)
    {
        var staff = new Actor { Kind = ActorKind.Staff, UserId = 1, Name = "staff", Permissions = new HashSet<Permission> { permission }.ToFrozenSet() };
        await using var scope = _data.Scope(staff);
        (await scope.Get<MemberReads>().FindAsync(_family.Anna.Id, CancellationToken.None) is not null).ShouldBe(reads);
    }

    [Fact, Requirement("MBR-30")]
    public async Task Every_record_given_out_leaves_a_read_row()
    {
        await AddPanelAsync();
        await using (var scope = _data.Scope(People.Biller().With(Permission.MemberClinicalRead)))
        {
            await scope.Get<MemberReads>().FindAsync(_family.Mia.Id, CancellationToken.None);
            await scope.Get<MemberReads>().InformationOfAsync([_family.Mia.Id], Today, CancellationToken.None);
            await scope.Get<MemberReads>().SubscribersOfAsync([_family.Mia.Id], CancellationToken.None);
            await scope.Get<CoverageReads>().SpansOfAsync([_family.Mia.Id], CancellationToken.None);
            await scope.Get<CoverageReads>().EnrollmentsOfAsync([_family.Mia.Id], CancellationToken.None);
            await scope.Get<AuditLog>().FlushReadsAsync(CancellationToken.None);
        }
        await using var after = _data.Scope(Actor.System("test"));
        var rows = await after.Db.Set<AuditEvent>().Where(a => a.Action == "read").Select(a => new { a.Entity, a.FieldGroup, a.MemberId }).ToListAsync();
        rows.Select(r => $"{r.Entity}.{r.FieldGroup}").Order(StringComparer.Ordinal).ShouldBe(
            ["CaseManagerAssignment.caseManager", "EligibilitySpan.span", "Member.demographics", "Member.information", "Member.subscriber", "ProgramEnrollment.enrollment"]);
        rows.Where(r => r.FieldGroup != "subscriber").ShouldAllBe(r => r.MemberId == _family.Mia.Id);
    }
}
