using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Work;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Claims;

public sealed class ReviewClaimTests : IAsyncLifetime
{
    private static readonly Adjudication Paid = new(80, [new(1, 90, 80, [ClaimPlan.Co("45", 10), ClaimPlan.Pr("3", 10)])], [], CheckNumber: "0042");
    private ClaimPlan _plan = null!;
    private Claim _claim = null!;

    public async Task InitializeAsync()
    {
        _plan = await ClaimPlan.CreateAsync();
        _claim = await _plan.HistoryAsync(TestClock.Monday);
    }

    public async Task DisposeAsync() => await _plan.DisposeAsync();

    [Fact]
    [Requirement("CLM-25")]
    public async Task A_balanced_result_pays_the_claim()
    {
        var claim = Value(await DecideAsync(_claim, Paid));

        (claim.State, claim.Allowed, claim.Paid, claim.PatientShare, claim.DecidedBy).ShouldBe((ClaimState.Paid, 90m, 80m, 10m, _plan.Analyst.UserId));
        (claim.CheckNumber, claim.CheckNumberKey, claim.PaidDate).ShouldBe(("0042", "42", ClaimPlan.Today));
        await using var scope = _plan.As(_plan.Biller);
        var line = (await scope.Get<ClaimReads>().LinesAsync([claim.Id], default))[claim.Id].Single();
        (line.State, line.Paid, line.PatientShare).ShouldBe((ClaimLineState.Paid, 80m, 10m));
    }

    [Fact]
    [Requirement("CLM-25")]
    public async Task An_unbalanced_result_is_refused_with_the_difference_and_changes_nothing()
    {
        var refusals = (await DecideAsync(_claim, Paid with { Lines = [new(1, 90, 80, [ClaimPlan.Co("45", 10), ClaimPlan.Pr("3", 9.99m)])] })).Refusals;

        refusals.OfType<AdjudicationUnbalanced>().Select(r => (r.Line, r.Difference)).ShouldBe([(1, 0.01m), (null, 0.01m)]);
        await using var scope = _plan.As(_plan.Analyst);
        (await scope.Get<ClaimReads>().FindAsync(_claim.Id, default)).ShouldNotBeNull().State.ShouldBe(ClaimState.InProcess);
    }

    [Fact]
    [Requirement("CLM-24", "CLM-25")]
    public async Task A_decided_claim_cannot_be_decided_again()
    {
        var paid = Value(await DecideAsync(_claim, Paid));
        (await DecideAsync(paid, Paid)).Refusals.Single().ShouldBeOfType<InvalidStateTransition>()
            .AllowedNextStates.ShouldBe(["IN_PROCESS", "REPLACED", "VOIDED"], ignoreOrder: true);
    }

    [Fact]
    [Requirement("CLM-25")]
    public async Task A_pended_claim_is_decided_and_its_work_item_completed_in_one_save()
    {
        var pended = Value(await PendAsync(_claim, ClaimPendReason.Review));
        var item = (await ItemsAsync()).Single();
        item.State.ShouldBe(WorkState.New);

        Value(await DecideAsync(pended, Paid)).State.ShouldBe(ClaimState.Paid);
        (await ItemsAsync()).Single().State.ShouldBe(WorkState.Done);
        await using var scope = _plan.As(_plan.Analyst);
        (await scope.Get<ClaimReads>().EventsAsync([_claim.Id], default))[_claim.Id].Select(e => e.To).ShouldBe(
            [ClaimState.Submitted, ClaimState.InProcess, ClaimState.Pended, ClaimState.InProcess, ClaimState.Paid]);
    }

    [Fact]
    [Requirement("CLM-25")]
    public async Task An_item_in_other_hands_keeps_its_claim()
    {
        var pended = Value(await PendAsync(_claim, ClaimPendReason.Review));
        await using (var scope = _plan.As(ClaimPlan.Staff(22, "Otto Other")))
            (await scope.Get<WorkDesk>().TakeAsync((await ItemsAsync()).Single().Id, default)).Succeeded.ShouldBeTrue();

        (await DecideAsync(pended, Paid)).Refusals.Single().ShouldBeOfType<WorkItemTaken>().By.ShouldBe("Otto Other");
        await using var check = _plan.As(_plan.Analyst);
        (await check.Get<ClaimReads>().FindAsync(_claim.Id, default)).ShouldNotBeNull().State.ShouldBe(ClaimState.Pended);
    }

    [Fact]
    [Requirement("CLM-24")]
    public async Task A_claim_pended_for_documents_waits_for_the_provider_until_it_is_resumed()
    {
        var pended = Value(await PendAsync(_claim, ClaimPendReason.Documents));
        pended.Status.ShouldBe(PortalClaimStatus.WaitingForDocuments);
        (await ItemsAsync()).Single().DueAt.ShouldBe(new(2026, 1, 1, 4, 59, 59, TimeSpan.Zero));

        await using (var scope = _plan.As(_plan.Analyst))
        {
            (await scope.Get<ClaimReviewDesk>().NoteAsync(_claim.Id, "Asked for the operative report", default)).Value.ShouldNotBeNull().Notes.Count.ShouldBe(1);
            (await scope.Get<ClaimReviewDesk>().NoteAsync(_claim.Id, " ", default)).Refusals.Single().ShouldBeOfType<RequiredFieldMissing>();
        }
        await using (var scope = _plan.As(_plan.Analyst))
        {
            var resumed = Value(await scope.Get<ClaimReviewDesk>().ResumeAsync(pended.Id, pended.Version, "Report came", default));
            (resumed.State, resumed.PendReason).ShouldBe((ClaimState.InProcess, null));
        }
        (await ItemsAsync()).Single().State.ShouldBe(WorkState.Done);
    }

    [Fact]
    public async Task A_pended_claim_cannot_be_pended_again_and_a_stale_version_is_refused()
    {
        var pended = Value(await PendAsync(_claim, ClaimPendReason.Review));
        (await PendAsync(pended, ClaimPendReason.Review)).Refusals.Single().ShouldBeOfType<InvalidStateTransition>();
        (await DecideAsync(_claim, Paid)).Refusals.Single().ShouldBeOfType<ConcurrentChange>();
    }

    [Fact]
    [Requirement("CLM-25")]
    public async Task Only_claims_analysts_and_the_core_system_decide()
    {
        await using (var provider = _plan.As(_plan.Biller))
            (await provider.Get<ClaimReviewDesk>().DecideAsync(_claim.Id, _claim.Version, Paid, default)).Refusals.Single().ShouldBeOfType<Forbidden>();
        var core = new Actor { Kind = ActorKind.Staff, UserId = 30, Name = "core", Permissions = new[] { Permission.SystemIntegrate }.ToFrozenSet() };
        await using var scope = _plan.As(core);
        (await scope.Get<ClaimReviewDesk>().DecideAsync(999, 1, Paid, default)).Refusals.Single().ShouldBeOfType<NotFound>();
        Value(await scope.Get<ClaimReviewDesk>().DecideAsync(_claim.Id, _claim.Version, Paid, default)).State.ShouldBe(ClaimState.Paid);
    }

    private async Task<Outcome<Claim>> DecideAsync(Claim claim, Adjudication result)
    {
        await using var scope = _plan.As(_plan.Analyst);
        return await scope.Get<ClaimReviewDesk>().DecideAsync(claim.Id, claim.Version, result, default);
    }

    private async Task<Outcome<Claim>> PendAsync(Claim claim, ClaimPendReason reason)
    {
        await using var scope = _plan.As(_plan.Analyst);
        return await scope.Get<ClaimReviewDesk>().PendAsync(claim.Id, claim.Version, reason, null, "look", default);
    }

    private async Task<List<WorkItem>> ItemsAsync()
    {
        await using var scope = _plan.As(_plan.Analyst);
        return await scope.Db.Set<WorkItem>().AsNoTracking().ToListAsync();
    }

    private static Claim Value(Outcome<Claim> outcome) =>
        outcome.Value.ShouldNotBeNull(string.Join("; ", outcome.Refusals.Select(r => r.Message)));
}
