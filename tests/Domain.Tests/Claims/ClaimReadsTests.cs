using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Claims;

public sealed class ClaimReadsTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = TestClock.Monday;
    private ClaimPlan _plan = null!;

    public async Task InitializeAsync() => _plan = await ClaimPlan.CreateAsync();

    public async Task DisposeAsync() => await _plan.DisposeAsync();

    // Scenario 28.
    [Fact]
    [Requirement("CLM-11")]
    public async Task A_claim_received_25_months_ago_is_older_than_the_lookback()
    {
        var old = await _plan.HistoryAsync(Now.AddMonths(-25));

        (await SearchAsync(new() { ClaimNumbers = [old.Number] })).Refusals.Single().ShouldBeOfType<ClaimOlderThanLookback>().OtherPath.ShouldNotBeNull();
        await using var scope = _plan.As(_plan.Biller);
        (await scope.Get<ClaimReads>().FindByNumberAsync(old.Number, default)).Refusals.Single().ShouldBeOfType<ClaimOlderThanLookback>();
        (await scope.Get<ClaimReads>().FindAsync(old.Id, default)).ShouldBeNull();
        await using var staff = _plan.As(_plan.Analyst);
        (await staff.Get<ClaimReads>().FindByNumberAsync(old.Number, default)).Succeeded.ShouldBeTrue();
    }

    [Fact]
    [Requirement("CLM-11")]
    public async Task A_claim_received_24_months_ago_to_the_day_is_in_and_a_day_earlier_is_out()
    {
        var edge = await _plan.HistoryAsync(Now.AddMonths(-24));
        var before = await _plan.HistoryAsync(Now.AddMonths(-24).AddDays(-1));

        var result = await FoundAsync(new() { ClaimNumbers = [edge.Number, before.Number] });
        result.Rows.ShouldBe([edge.Number]);
        result.Older.ShouldBe([before.Number]);
        result.NotFound.ShouldBeEmpty();
    }

    // Scenario 29.
    [Fact]
    [Requirement("CLM-14")]
    public async Task Of_two_known_and_one_unknown_number_two_rows_and_the_unknown_are_told()
    {
        var one = await _plan.HistoryAsync(Now);
        var two = await _plan.HistoryAsync(Now);

        var result = await FoundAsync(new() { ClaimNumbers = [$"{one.Number}, {two.Number}\nC0000000000000"] });
        result.Rows.ShouldBe([one.Number, two.Number], ignoreOrder: true);
        result.NotFound.ShouldBe(["C0000000000000"]);
    }

    // Scenario 30.
    [Fact]
    [Requirement("CLM-15")]
    public async Task A_check_number_finds_the_three_claims_it_paid()
    {
        for (var i = 0; i < 3; i++) await _plan.HistoryAsync(Now.AddDays(-i), "0001234567");
        await _plan.HistoryAsync(Now, "0001234568");

        (await FoundAsync(new() { CheckNumber = "1234567" })).Rows.Count.ShouldBe(3);
        (await FoundAsync(new() { CheckNumber = " 000123 4567" })).Rows.Count.ShouldBe(3);
        (await SearchAsync(new() { CheckNumber = "123456" })).Refusals.Single().ShouldBeOfType<CheckNumberNotFound>();
        (await SearchAsync(new() { CheckNumber = "000" })).Refusals.Single().ShouldBeOfType<CheckNumberNotFound>();
    }

    [Fact]
    [Requirement("CLM-13")]
    public async Task Rows_come_by_service_date_descending()
    {
        var early = await _plan.HistoryAsync(Now, service: new(2025, 10, 1));
        var late = await _plan.HistoryAsync(Now, service: new(2025, 11, 1));
        var same = await _plan.HistoryAsync(Now, service: new(2025, 10, 1));

        (await FoundAsync(new() { MemberId = "123456789" })).Rows.ShouldBe([late.Number, same.Number, early.Number]);
    }

    [Fact]
    [Requirement("CLM-13")]
    public async Task Every_option_narrows_the_search()
    {
        var claim = await _plan.HistoryAsync(Now, "77", service: new(2025, 11, 1));
        await _plan.HistoryAsync(Now.AddDays(-40), service: new(2025, 10, 1));
        var member = new ClaimSearch { MedicaidId = "oh12345678" };

        (await FoundAsync(member)).Rows.Count.ShouldBe(2);
        (await FoundAsync(new() { LastName = "EXAMPLE", FirstName = "pat", BirthDate = new(1980, 2, 29) })).Rows.Count.ShouldBe(2);
        (await FoundAsync(member with { ServiceDates = new(new(2025, 11, 1), new(2025, 11, 1)) })).Rows.ShouldBe([claim.Number]);
        (await FoundAsync(member with { ServiceDates = new(new(2025, 11, 2), null) })).Rows.ShouldBeEmpty();
        (await FoundAsync(new() { ReceivedDates = new(ClaimPlan.Today, null) })).Rows.ShouldBe([claim.Number]);
        (await FoundAsync(member with { Statuses = [PortalClaimStatus.Paid] })).Rows.ShouldBe([claim.Number]);
        (await FoundAsync(member with { Statuses = [PortalClaimStatus.Denied, PortalClaimStatus.WaitingForDocuments] })).Rows.ShouldBeEmpty();
        (await FoundAsync(member with { BillingNpi = Forms.BillingNpi, BillingAccountId = _plan.Practice.Id })).Rows.Count.ShouldBe(2);
        (await FoundAsync(member with { RenderingNpi = Forms.RenderingNpi })).Rows.ShouldBeEmpty();
        (await FoundAsync(member with { PatientAccountNumber = "none" })).Rows.ShouldBeEmpty();
        (await FoundAsync(member)).Members.ShouldBe([_plan.Member.Id]);
    }

    [Fact]
    [Requirement("CLM-13")]
    public async Task An_unknown_member_and_an_ill_formed_id_are_refused()
    {
        (await SearchAsync(new() { MemberId = "999999999" })).Refusals.Single().ShouldBeOfType<MemberNotFound>();
        (await SearchAsync(new() { MemberId = "12" })).Refusals.Single().ShouldBeOfType<InvalidFormat>();
        (await SearchAsync(new())).Refusals.Single().ShouldBeOfType<SearchTooBroad>();
    }

    [Fact]
    [Requirement("CLM-21")]
    public async Task Others_claims_look_as_if_they_were_not_there()
    {
        var own = await _plan.HistoryAsync(Now, "1");

        await using var scope = _plan.As(_plan.OtherBiller);
        var reads = scope.Get<ClaimReads>();
        (await reads.FindByNumberAsync(own.Number, default)).Refusals.Single().ShouldBeOfType<ClaimNotFound>();
        (await reads.FindAsync(own.Id, default)).ShouldBeNull();
        (await reads.LinesAsync([own.Id], default)).Count.ShouldBe(0);
        (await reads.ReasonsAsync([own.Id], default)).Count.ShouldBe(0);
        (await reads.EventsAsync([own.Id], default)).Count.ShouldBe(0);
        (await reads.SearchAsync(new() { ClaimNumbers = [own.Number] }, default)).Value.ShouldNotBeNull().NotFoundNumbers.ShouldBe([own.Number]);
        (await reads.SearchAsync(new() { CheckNumber = "1" }, default)).Refusals.Single().ShouldBeOfType<CheckNumberNotFound>();

        await using var elsewhere = _plan.As(_plan.Biller with { Market = Market.KY });
        (await elsewhere.Get<ClaimReads>().FindAsync(own.Id, default)).ShouldBeNull();
        await using var nobody = _plan.As(_plan.Biller with { Permissions = FrozenSet<Permission>.Empty });
        (await nobody.Get<ClaimReads>().FindByNumberAsync(own.Number, default)).Refusals.Single().ShouldBeOfType<Forbidden>();
        (await nobody.Get<ClaimReads>().LinesAsync([own.Id], default)).Count.ShouldBe(0);
    }

    [Fact]
    [Requirement("CLM-21")]
    public async Task The_rendering_provider_sees_the_claim_too()
    {
        var claim = (await _plan.SubmitAsync(Forms.Complete(new(2025, 11, 3)) with { RenderingNpi = _plan.Other.Npi })).Value.ShouldNotBeNull();

        await using var scope = _plan.As(_plan.OtherBiller);
        (await scope.Get<ClaimReads>().FindAsync(claim.Id, default)).ShouldNotBeNull().Number.ShouldBe(claim.Number);
    }

    [Fact]
    [Requirement("CLM-17")]
    public async Task Reasons_are_of_the_claim_or_of_a_line_with_texts()
    {
        var claim = await _plan.HistoryAsync(Now, "1");

        await using var scope = _plan.As(_plan.Biller);
        (await scope.Get<ClaimReads>().ReasonsAsync([claim.Id], default))[claim.Id].Select(r => (r.LineNo, r.Kind, r.Code, r.Group, r.Amount, r.Text)).ShouldBe(
        [
            (1, ClaimReasonKind.Adjustment, "45", AdjustmentGroup.CO, 10m, "Charge is above the fee schedule, contract or legislated maximum"),
            (1, ClaimReasonKind.Adjustment, "3", AdjustmentGroup.PR, 10m, "Copayment amount"),
        ]);
    }

    [Fact]
    [Requirement("CLM-21")]
    public async Task What_is_given_out_is_noted_as_read()
    {
        var claim = await _plan.HistoryAsync(Now);

        await using (var scope = _plan.As(_plan.Biller))
        {
            await scope.Get<ClaimReads>().FindByNumberAsync(claim.Number, default);
            await scope.Get<ClaimReads>().LinesAsync([claim.Id], default);
            await (await scope.Get<ClaimReads>().SearchAsync(new() { MemberId = "123456789" }, default)).Value!.Claims.PageAsync(1, 25, default);
            await scope.Get<AuditLog>().FlushReadsAsync(default);
        }
        await using var check = _plan.As(_plan.Biller);
        (await check.Db.Set<AuditEvent>().Where(a => a.Action == "read" && a.Entity == "Claim" && a.EntityId == claim.Id && a.MemberId == _plan.Member.Id)
            .Select(a => a.FieldGroup).ToListAsync()).ShouldBe(["claim", "lines", "summary"], ignoreOrder: true);
    }

    private async Task<Outcome<ClaimSearchResult>> SearchAsync(ClaimSearch search)
    {
        await using var scope = _plan.As(_plan.Biller);
        return await scope.Get<ClaimReads>().SearchAsync(search, default);
    }

    private async Task<(IReadOnlyList<string> Rows, IReadOnlyList<string> NotFound, IReadOnlyList<string> Older, IReadOnlyList<long> Members)> FoundAsync(ClaimSearch search)
    {
        await using var scope = _plan.As(_plan.Biller);
        var result = (await scope.Get<ClaimReads>().SearchAsync(search, default)).Value.ShouldNotBeNull();
        return ([.. (await result.Claims.PageAsync(1, 200, default)).Rows.Select(c => c.Number)], result.NotFoundNumbers, result.OlderNumbers, result.MemberIds);
    }
}
