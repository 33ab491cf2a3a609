using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Claims.Forms;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Work;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Claims;

public sealed class SubmitClaimTests : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2025, 11, 3);
    private ClaimPlan _plan = null!;

    public async Task InitializeAsync() => _plan = await ClaimPlan.CreateAsync();

    public async Task DisposeAsync() => await _plan.DisposeAsync();

    [Fact]
    [Requirement("CLM-08", "CLM-09", "CLM-24")]
    public async Task A_faultless_claim_is_accepted_with_a_receipt()
    {
        var claim = Value(await _plan.SubmitAsync(Forms.Complete(Day)));

        claim.Number.ShouldBe("C2512010000001");
        claim.State.ShouldBe(ClaimState.InProcess);
        claim.ReceivedDate.ShouldBe(ClaimPlan.Today);
        claim.ReceivedAt.ShouldBe(TestClock.Monday);
        claim.MemberId.ShouldBe(_plan.Member.Id);
        claim.Lob.ShouldBe(Lob.Medicaid);

        await using var scope = _plan.As(_plan.Biller);
        var reads = scope.Get<ClaimReads>();
        (await reads.EventsAsync([claim.Id], default))[claim.Id].Select(e => (e.From, e.To)).ShouldBe(
            [(ClaimState.Draft, ClaimState.Submitted), (ClaimState.Submitted, ClaimState.InProcess)]);
        var line = (await reads.LinesAsync([claim.Id], default))[claim.Id].Single();
        (line.No, line.Code, line.Charge, line.Units, line.DiagnosisPointer).ShouldBe((1, "G0439", 120.50m, 1m, "AB"));
        (await reads.DiagnosesAsync([claim.Id], default))[claim.Id].Select(d => (d.Letter, d.DisplayCode)).ShouldBe([('A', "E11.9"), ('B', "I10")]);
        (await reads.FormAsync(claim.Id, default)).ShouldNotBeNull().Form.InsuredName.ShouldBe("Example, Pat");
        (await scope.Db.Set<AuditEvent>().CountAsync(a => a.Action == "claim.submitted" && a.EntityId == claim.Id)).ShouldBe(1);
    }

    [Theory]
    [Requirement("CLM-08")]
    [InlineData("2025-12-02T04:59:59Z", "2025-12-01")]
    [InlineData("2025-12-02T05:00:00Z", "2025-12-02")]
    public async Task The_received_date_is_the_calendar_date_of_the_market(string instant, string received)
    {
        var draft = await _plan.DraftAsync(Forms.Complete(Day));
        _plan.Database.Clock.Set(DateTimeOffset.Parse(instant));

        Value(await _plan.SubmitAsync(draft)).ReceivedDate.ShouldBe(DateOnly.Parse(received));
    }

    // Scenario 23.
    [Fact]
    [Requirement("CLM-04")]
    public async Task A_draft_without_npi_and_diagnosis_is_refused_naming_both_and_stays()
    {
        var draft = await _plan.DraftAsync(Forms.Complete(Day) with { BillingNpi = null, Diagnoses = [] });

        var refusals = (await _plan.SubmitAsync(draft)).Refusals;

        refusals.OfType<RequiredFieldMissing>().Select(m => m.Box).ShouldBe(["21", "33a"]);
        await using var scope = _plan.As(_plan.Biller);
        var kept = (await scope.Get<ClaimDraftReads>().FindAsync(draft.Id, default)).Value.ShouldNotBeNull().Draft;
        (kept.State, kept.Version).ShouldBe((ClaimState.Draft, draft.Version));
        (await scope.Db.Set<Claim>().CountAsync()).ShouldBe(0);
    }

    // Scenario 31.
    [Fact]
    [Requirement("CLM-22")]
    public async Task Day_365_is_accepted_and_day_366_is_refused_with_the_last_day()
    {
        var form = Forms.Complete(new(2024, 12, 1));
        Value(await _plan.SubmitAsync(form)).State.ShouldBe(ClaimState.InProcess);

        _plan.Database.Clock.Set(new(2025, 12, 2, 15, 0, 0, TimeSpan.Zero));
        (await _plan.SubmitAsync(form.WithLine(l => l with { Code = "G0402" }))).Refusals.Single()
            .ShouldBeOfType<TimelyFilingExpired>().LastDay.ShouldBe(new(2025, 12, 1));
    }

    [Fact]
    [Requirement("CLM-22", "CLM-05")]
    public async Task A_secondary_claim_has_90_days_from_the_primary_payment()
    {
        var form = Forms.Complete(new(2024, 10, 1)) with { OtherInsurance = true };
        var payer = new OtherPayer { Name = "Other Plan", Paid = 20, PaidDate = ClaimPlan.Today.AddDays(-91) };

        (await _plan.SubmitAsync(form, payer)).Refusals.Single().ShouldBeOfType<TimelyFilingExpired>();
        var claim = Value(await _plan.SubmitAsync(form, payer with { PaidDate = ClaimPlan.Today.AddDays(-90) }));
        await using var scope = _plan.As(_plan.Biller);
        (await scope.Get<ClaimReads>().OtherPayersAsync([claim.Id], default))[claim.Id].Single().Paid.ShouldBe(20);
    }

    // Scenario 32.
    [Fact]
    [Requirement("CLM-23")]
    public async Task The_same_claim_again_is_refused_naming_the_first()
    {
        var first = Value(await _plan.SubmitAsync(Forms.Complete(Day)));

        (await _plan.SubmitAsync(Forms.Complete(Day))).Refusals.Single().ShouldBeOfType<ClaimDuplicate>().ClaimNumber.ShouldBe(first.Number);
    }

    [Fact]
    [Requirement("CLM-23")]
    public async Task A_rejected_claim_is_no_duplicate()
    {
        var rejected = Value(await _plan.SubmitAsync(Forms.Complete(Day) with { TaxId = "111111111" }));
        rejected.State.ShouldBe(ClaimState.Rejected);
        Value(await _plan.SubmitAsync(Forms.Complete(Day))).State.ShouldBe(ClaimState.InProcess);
    }

    [Fact]
    [Requirement("CLM-23")]
    public async Task A_suspected_duplicate_is_accepted_and_waits_for_a_person()
    {
        var first = Value(await _plan.SubmitAsync(Forms.Complete(Day)));
        var second = Value(await _plan.SubmitAsync(Forms.Complete(Day).WithLine(l => l with { Units = 2 })));

        (second.State, second.PendReason, second.Status).ShouldBe((ClaimState.Pended, ClaimPendReason.SuspectedDuplicate, PortalClaimStatus.InProcess));
        await using var scope = _plan.As(_plan.Analyst);
        var item = (await scope.Get<WorkReads>().Queue("Q-CLAIM-PEND", new()).PageAsync(1, 25, default)).Rows.Single();
        (item.SubjectId, item.SubjectNumber).ShouldBe((second.Id, second.Number));
        item.Reason.ShouldContain(first.Number);
        // Prompt pay: 30 days from receipt, to the end of the day in Ohio.
        item.DueAt.ShouldBe(new(2026, 1, 1, 4, 59, 59, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("25000.00", ClaimState.InProcess)]
    [InlineData("25000.01", ClaimState.Pended)]
    public async Task A_charge_above_the_threshold_waits_for_a_person(string charge, ClaimState state)
    {
        var claim = Value(await _plan.SubmitAsync(Forms.Complete(Day).WithLines(Forms.Line(Day, charge: decimal.Parse(charge)))));
        (claim.State, claim.ReviewKind).ShouldBe((state, state is ClaimState.Pended ? ClaimReviewKind.HighDollar : null));
    }

    public static TheoryData<string, ClaimForm> Unknown => new()
    {
        { "MEMBER_NOT_FOUND", Forms.Complete(Day) with { MemberId = "999999999" } },
        { "MEMBER_NOT_ELIGIBLE_ON_DATE", Forms.Complete(new(2019, 12, 31)) },
        { "BILLING_NPI_UNKNOWN", Forms.Complete(Day) with { BillingNpi = "2066907439" } },
        { "RENDERING_NPI_UNKNOWN", Forms.Complete(Day) with { RenderingNpi = "2066907439" } },
        { "TAX_ID_MISMATCH", Forms.Complete(Day) with { TaxId = "111111111" } },
        { "INVALID_DIAGNOSIS_CODE", Forms.Complete(Day) with { Diagnoses = ["E11", "I10"] } },
        { "INVALID_PROCEDURE_CODE", Forms.Complete(Day).WithLines(Forms.Line(Day, "A9998")) },
    };

    [Theory]
    [Requirement("CLM-09")]
    [MemberData(nameof(Unknown))]
    public async Task What_only_the_plans_records_tell_makes_a_rejected_claim(string code, ClaimForm form)
    {
        // Eligibility is asked for a date before the cover began, so filing must not be late.
        if (form.Lines[0].From < new DateOnly(2020, 1, 1)) _plan.Database.Clock.Set(new(2020, 3, 2, 15, 0, 0, TimeSpan.Zero));

        var claim = Value(await _plan.SubmitAsync(form));

        claim.State.ShouldBe(ClaimState.Rejected);
        await using var scope = _plan.As(_plan.Biller);
        var rejection = (await scope.Get<ClaimReads>().RejectionsAsync([claim.Id], default))[claim.Id].Single();
        rejection.Code.ShouldBe(code);
        rejection.Field.ShouldStartWith("form.");
    }

    [Fact]
    [Requirement("CLM-09")]
    public async Task All_reasons_of_a_rejection_are_told_at_once()
    {
        var claim = Value(await _plan.SubmitAsync(Forms.Complete(Day) with { MemberId = "999999999", TaxId = "111111111", Diagnoses = ["E11", "ZZZ"] }));

        await using var scope = _plan.As(_plan.Biller);
        (await scope.Get<ClaimReads>().RejectionsAsync([claim.Id], default))[claim.Id].Select(r => r.Code).ShouldBe(
            ["MEMBER_NOT_FOUND", "TAX_ID_MISMATCH", "INVALID_DIAGNOSIS_CODE", "INVALID_DIAGNOSIS_CODE"]);
    }

    [Fact]
    public async Task The_version_read_must_be_the_one_submitted()
    {
        var draft = await _plan.DraftAsync(Forms.Complete(Day));
        await using var scope = _plan.As(_plan.Biller);
        (await scope.Get<ClaimDesk>().SubmitAsync(draft.Id, draft.Version - 1, "r1", default)).Refusals.Single().ShouldBeOfType<ConcurrentChange>();
    }

    [Fact]
    public async Task A_repeat_gets_the_first_answer_and_other_content_under_its_id_is_refused()
    {
        var draft = await _plan.DraftAsync(Forms.Complete(Day));
        var first = Value(await _plan.SubmitAsync(draft, "r1"));

        Value(await _plan.SubmitAsync(draft, "r1")).Number.ShouldBe(first.Number);
        (await _plan.SubmitAsync(await _plan.DraftAsync(Forms.Complete(Day)), "r1")).Refusals.Single().ShouldBeOfType<IdempotencyMismatch>();
        (await _plan.SubmitAsync(draft, "r2")).Refusals.Single().ShouldBeOfType<InvalidStateTransition>().State.ShouldBe("SUBMITTED");
    }

    [Fact]
    public async Task Of_100_identical_submits_at_once_one_makes_the_claim_and_all_get_it()
    {
        var draft = await _plan.DraftAsync(Forms.Complete(Day));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => _plan.SubmitAsync(draft, "same"))));

        outcomes.Select(o => Value(o).Number).Distinct().Count().ShouldBe(1);
        await using var scope = _plan.As(_plan.Biller);
        (await scope.Db.Set<Claim>().CountAsync()).ShouldBe(1);
    }

    [Fact]
    [Requirement("CLM-23")]
    public async Task Of_equal_drafts_submitted_at_once_one_is_accepted_and_the_others_are_duplicates()
    {
        List<ClaimDraft> drafts = [];
        for (var i = 0; i < 10; i++) drafts.Add(await _plan.DraftAsync(Forms.Complete(Day)));

        var outcomes = await Task.WhenAll(drafts.Select(d => Task.Run(() => _plan.SubmitAsync(d))));

        var number = outcomes.Single(o => o.Succeeded).Value!.Number;
        outcomes.Where(o => !o.Succeeded).Select(o => o.Refusals.Single().ShouldBeOfType<ClaimDuplicate>().ClaimNumber).ShouldBe(Enumerable.Repeat(number, 9));
    }

    private static Claim Value(Outcome<Claim> outcome) =>
        outcome.Value.ShouldNotBeNull(string.Join("; ", outcome.Refusals.Select(r => r.Message)));
}
