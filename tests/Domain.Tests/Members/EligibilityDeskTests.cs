using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Coverage;
using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Members;

public sealed class EligibilityDeskTests : IAsyncLifetime
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

    private async Task<Outcome<IReadOnlyList<EligibilityHit>>> Search(EligibilitySearch search, Actor? actor = null)
    {
        await using var scope = _data.Scope(actor ?? People.Biller());
        var answer = await scope.Get<EligibilityDesk>().SearchAsync(search with { DateOfService = search.DateOfService ?? Today }, CancellationToken.None);
        // As the completion of a request does.
        await scope.Get<AuditLog>().FlushReadsAsync(CancellationToken.None);
        return answer;
    }

    private async Task<string> FoundBy(EligibilitySearch search) =>
        string.Join(' ', (await Search(search)).Value.ShouldNotBeNull().Select(h => h.Member.FirstName));

    // Scenario 12.
    [Fact, Requirement("MBR-04")]
    public async Task Without_suffix_the_subscriber_is_found_and_with_suffix_that_person()
    {
        (await FoundBy(new() { CareSourceId = "123456789" })).ShouldBe("Anna");
        (await FoundBy(new() { CareSourceId = "12345678902" })).ShouldBe("Mía-Rose");
        (await FoundBy(new() { CareSourceId = "123456789-01" })).ShouldBe("Luis");
    }

    [Fact, Requirement("MBR-04")]
    public async Task An_unknown_suffix_of_a_known_family_is_refused_and_points_to_the_subscriber()
    {
        var refusal = (await Search(new() { CareSourceId = "123456789-09" })).Refusals.ShouldHaveSingleItem().ShouldBeOfType<MemberSuffixNotFound>();
        refusal.Code.ShouldBe("MEMBER_SUFFIX_NOT_FOUND");
        refusal.Message.ShouldContain("subscriber");
    }

    [Fact, Requirement("MBR-01")]
    public async Task An_unknown_member_is_refused_with_the_phone_of_Provider_Services()
    {
        var refusal = (await Search(new() { CareSourceId = "999999999-01" })).Refusals.ShouldHaveSingleItem().ShouldBeOfType<MemberNotFound>();
        refusal.Code.ShouldBe("MEMBER_NOT_FOUND");
        refusal.Message.ShouldContain("ID card");
        refusal.OtherPath.ShouldNotBeNull().Phone.ShouldBe("1-800-488-0134");
    }

    [Fact, Requirement("MBR-01")]
    public async Task Every_mode_finds_the_member()
    {
        (await FoundBy(new() { MedicaidId = "a1b2c3d4" })).ShouldBe("Anna");
        (await FoundBy(new() { MemberInfo = new("mía rose", "RIVERA", new(2015, 5, 20)) })).ShouldBe("Mía-Rose");
        (await FoundBy(new() { CaseNumber = "oh5000001" })).ShouldBe("Anna Luis Mía-Rose");
        (await FoundBy(new() { CareSourceIds = "12345678901, 123456789" })).ShouldBe("Anna Luis");
        (await FoundBy(new() { MedicaidIds = "C3D4E5F6\nB2C3D4E5" })).ShouldBe("Luis Mía-Rose");
    }

    [Fact, Requirement("MBR-01")]
    public async Task Another_birth_date_does_not_find_the_name() =>
        (await Search(new() { MemberInfo = new("Anna", "Rivera", new(1984, 3, 10)) })).Refusals.ShouldHaveSingleItem().ShouldBeOfType<MemberNotFound>();

    [Fact, Requirement("MBR-28")]
    public async Task A_member_of_another_market_looks_like_nobody()
    {
        var elsewhere = await Search(new() { CareSourceId = "123456789-01" }, People.Biller(Market.KY));
        var nobody = await Search(new() { CareSourceId = "999999999-01" }, People.Biller(Market.KY));
        elsewhere.Refusals.ShouldHaveSingleItem().ShouldBe(nobody.Refusals.ShouldHaveSingleItem());
    }

    [Fact, Requirement("MBR-28")]
    public async Task Without_the_permission_the_search_is_refused_and_names_it()
    {
        var refusals = (await Search(new() { CareSourceId = "123456789" }, People.Biller().Without(Permission.EligibilityRead))).Refusals;
        refusals.ShouldHaveSingleItem().ShouldBeOfType<Forbidden>().Permission.ShouldBe("eligibility.read");
        (await Search(new() { CareSourceId = "123456789" }, Actor.Anonymous)).Refusals.ShouldHaveSingleItem().ShouldBeOfType<NotSignedIn>();
    }

    // Scenario 13.
    [Fact, Requirement("MBR-05")]
    public async Task Several_ids_are_answered_each_on_its_own_in_the_order_given()
    {
        await using var scope = _data.Scope(People.Biller());
        var answers = (await scope.Get<EligibilityDesk>().SearchManyAsync(
            new() { MedicaidIds = "A1B2C3D4, , A1B2C3D4, ZZZ!, D9D9D9D9", DateOfService = Today }, CancellationToken.None)).Value.ShouldNotBeNull();
        answers.Select(a => (a.Input, a.Outcome)).ShouldBe(
            [("A1B2C3D4", IdOutcome.Found), ("ZZZ!", IdOutcome.Invalid), ("D9D9D9D9", IdOutcome.NotFound)]);
        answers[0].Hit.ShouldNotBeNull().Member.FirstName.ShouldBe("Anna");
        answers[1].Hit.ShouldBeNull();
    }

    [Fact, Requirement("MBR-05")]
    public async Task Several_CareSource_ids_are_answered_in_the_order_given_whatever_their_form()
    {
        await using var scope = _data.Scope(People.Biller());
        var answers = (await scope.Get<EligibilityDesk>().SearchManyAsync(
            new() { CareSourceIds = "123456789-02\n123456789\n12345\n123456789-08", DateOfService = Today }, CancellationToken.None)).Value.ShouldNotBeNull();
        answers.Select(a => a.Hit?.Member.FirstName ?? a.Outcome.ToString()).ShouldBe(["Mía-Rose", "Anna", "Invalid", "NotFound"]);
    }

    [Fact, Requirement("MBR-05")]
    public async Task A_single_mode_is_no_list_of_ids()
    {
        await using var scope = _data.Scope(People.Biller());
        (await scope.Get<EligibilityDesk>().SearchManyAsync(new() { CareSourceId = "123456789", DateOfService = Today }, CancellationToken.None))
            .Refusals.ShouldHaveSingleItem().ShouldBeOfType<SearchModeRequired>();
    }

    // Scenarios 15 and 16 through the desk; the hit carries what the result list shows (MBR-07).
    [Fact, Requirement("MBR-07"), Requirement("MBR-08"), Requirement("MBR-09")]
    public async Task A_hit_carries_the_verdict_the_programme_and_the_past_due_note()
    {
        var late = People.Subscriber("200000001");
        await _data.AddAsync([.. People.Covered(late, Market.OH, Lob.Marketplace,
            new SpanDetails(new(2025, 1, 1), new(2025, 12, 31), PaidThrough: new(2025, 9, 30), GraceStart: new(2025, 10, 1), GraceEnd: new(2025, 12, 29)))]);
        var hit = (await Search(new() { CareSourceId = "200000001" })).Value.ShouldNotBeNull().ShouldHaveSingleItem();
        hit.Verdict.Status.ShouldBe(EligibilityStatus.Eligible);
        hit.Verdict.Severity.ShouldBe(VerdictSeverity.Info);
        hit.Program.ShouldNotBeNull().ProgramName.ShouldBe("OH Marketplace");
        hit.PastDueNote.ShouldNotBeNull().GraceMonth.ShouldBe(3);
        hit.PastDueNote.ClaimsMayBePended.ShouldBeTrue();

        var before = (await Search(new() { CareSourceId = "200000001", DateOfService = new(2024, 12, 31) })).Value.ShouldNotBeNull().ShouldHaveSingleItem();
        before.Verdict.Status.ShouldBe(EligibilityStatus.Ineligible);
        before.Verdict.Severity.ShouldBe(VerdictSeverity.Error);
        before.PastDueNote.ShouldBeNull();
        before.Program.ShouldNotBeNull("the member's latest programme is still named");
    }

    [Fact, Requirement("MBR-08")]
    public async Task Spans_of_another_market_do_not_make_a_member_eligible_in_this_one()
    {
        var moved = People.Subscriber("200000006");
        await _data.AddAsync([.. People.Covered(moved, Market.OH, Lob.Medicaid, new SpanDetails(new(2024, 1, 1), new(2025, 6, 30)))]);
        await using (var scope = _data.Scope(Actor.System("test")))
        {
            scope.Db.Attach(moved);
            var kentucky = ProgramEnrollment.Of(moved, Market.KY, Lob.Medicaid, "KY Medicaid");
            scope.Db.AddRange(kentucky, EligibilitySpan.Of(kentucky, new(new(2025, 7, 1))));
            await scope.Db.SaveChangesAsync();
        }
        (await Search(new() { CareSourceId = "200000006" })).Value.ShouldNotBeNull()[0].Verdict.Status.ShouldBe(EligibilityStatus.Ineligible);
        (await Search(new() { CareSourceId = "200000006" }, People.Biller(Market.KY))).Value.ShouldNotBeNull()[0].Verdict.Status.ShouldBe(EligibilityStatus.Eligible);
    }

    [Fact, Requirement("MBR-01"), Requirement("MBR-30")]
    public async Task A_search_stores_an_inquiry_and_a_read_row_for_each_hit_but_no_criteria_in_clear()
    {
        await Search(new() { CaseNumber = "OH5000001", DateOfService = new(2025, 11, 3) });
        await Search(new() { CareSourceId = "999999999" });
        await using var scope = _data.Scope(Actor.System("test"));
        var inquiries = await scope.Db.Set<EligibilityInquiry>().OrderBy(i => i.Id).ToListAsync();
        inquiries.Select(i => (i.UserId, i.AccountId, i.Mode, i.DateOfService)).ShouldBe(
            [(7L, 70L, SearchMode.CaseNumber, new(2025, 11, 3)), (7L, 70L, SearchMode.CareSourceId, Today)]);
        inquiries[0].ResultMemberIds.ShouldBe($"{_family.Anna.Id},{_family.Luis.Id},{_family.Mia.Id}");
        inquiries[1].ResultMemberIds.ShouldBeEmpty();
        inquiries[0].CriteriaHash.ShouldMatch("^[0-9a-f]{64}$");
        var reads = await scope.Db.Set<AuditEvent>().Where(a => a.Action == "read" && a.Entity == nameof(Member)).Select(a => a.MemberId).ToListAsync();
        reads.Order().ShouldBe([_family.Anna.Id, _family.Luis.Id, _family.Mia.Id]);
    }

    [Fact, Requirement("MBR-03")]
    public async Task The_day_is_judged_in_the_time_zone_of_the_market()
    {
        var west = People.Subscriber("200000009");
        await _data.AddAsync([.. People.Covered(west, Market.NV, Lob.Medicaid, new SpanDetails(new(2024, 1, 1)))]);
        // 03:00 UTC on the 2nd is still the 1st in Nevada and in Ohio; 06:00 UTC is the 2nd in Ohio only.
        _data.Clock.Set(new(2025, 12, 2, 6, 0, 0, TimeSpan.Zero));
        (await Search(new() { CareSourceId = "123456789", DateOfService = new(2025, 12, 2) })).Succeeded.ShouldBeTrue();
        (await Search(new() { CareSourceId = "200000009", DateOfService = new(2025, 12, 2) }, People.Biller(Market.NV)))
            .Refusals.ShouldHaveSingleItem().ShouldBeOfType<DateOfServiceInFuture>().Today.ShouldBe(new DateOnly(2025, 12, 1));
    }

    [Fact, Requirement("MBR-08")]
    public async Task The_verdict_of_an_open_member_page_obeys_the_same_dates()
    {
        await using var scope = _data.Scope(People.Biller());
        var desk = scope.Get<EligibilityDesk>();
        (await desk.OfMemberAsync(_family.Mia.Id, Today, CancellationToken.None)).Value.ShouldNotBeNull().Verdict.Status.ShouldBe(EligibilityStatus.Eligible);
        (await desk.OfMemberAsync(_family.Mia.Id, null, CancellationToken.None)).Refusals.ShouldHaveSingleItem().ShouldBeOfType<DateOfServiceRequired>();
        (await desk.OfMemberAsync(_family.Mia.Id, new(2023, 11, 30), CancellationToken.None)).Refusals.ShouldHaveSingleItem().ShouldBeOfType<DateOfServiceTooOld>();
        await using var kentucky = _data.Scope(People.Biller(Market.KY));
        (await kentucky.Get<EligibilityDesk>().OfMemberAsync(_family.Mia.Id, Today, CancellationToken.None)).Refusals.ShouldHaveSingleItem().ShouldBeOfType<NotFound>();
    }

    [Fact, Requirement("MBR-10")]
    public async Task The_notice_to_verify_before_service_is_content()
    {
        await using var scope = _data.Scope(People.Biller());
        (await scope.Get<EligibilityNotices>().VerifyBeforeServiceAsync(Market.GA, CancellationToken.None)).ShouldContain("emergency");
    }
}
