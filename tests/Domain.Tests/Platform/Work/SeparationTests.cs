using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Work;
using Portal.Graph.Domain.Tests.Claims;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Platform.Work;

public sealed class SeparationTests
{
    [Fact]
    public void Who_decided_the_earlier_case_or_submitted_this_one_decides_it_not()
    {
        Conflict(SeparationPolicy.Refuse(1, [], [1, 2])).ShouldBe(ReviewConflict.DecidedEarlierCase);
        Conflict(SeparationPolicy.Refuse(1, [3, 1], [])).ShouldBe(ReviewConflict.SubmittedIt);
        Conflict(SeparationPolicy.Refuse(1, [1], [1])).ShouldBe(ReviewConflict.SubmittedIt);
        SeparationPolicy.Refuse(1, [2], [3]).ShouldBeNull();
        SeparationPolicy.Refuse(1, [], []).ShouldBeNull();
    }

    [Fact, Requirement("CLM-25")]
    public async Task An_analyst_who_submitted_a_claim_in_the_name_of_a_provider_does_not_decide_it()
    {
        await using var plan = await ClaimPlan.CreateAsync();
        var draft = await plan.DraftAsync(Forms.Complete(ClaimPlan.Today));
        Claim claim;
        await using (var scope = plan.As(plan.Biller with { ImpersonatorId = plan.Analyst.UserId }))
            claim = (await scope.Get<ClaimDesk>().SubmitAsync(draft.Id, draft.Version, "own-1", default)).Value.ShouldNotBeNull();
        var lines = await LinesAsync(plan, claim);
        var result = new Adjudication(0, [.. lines.Select(l => new LineDecision(l.No, 0, 0, [ClaimPlan.Co("45", l.Charge)]))], [], DenialCategory: DenialCategory.Other);
        (await DecideAsync(plan, plan.Analyst, claim, result)).Refusals.ShouldHaveSingleItem().ShouldBeOfType<SameReviewerForbidden>().Conflict.ShouldBe(ReviewConflict.SubmittedIt);
        (await DecideAsync(plan, ClaimPlan.Staff(22, "Otto Other"), claim, result)).Refusals.ShouldBeEmpty();
    }

    private static ReviewConflict? Conflict(Refusal? refusal) => refusal.ShouldBeOfType<SameReviewerForbidden>().Conflict;

    private static async Task<IReadOnlyList<ClaimLine>> LinesAsync(ClaimPlan plan, Claim claim)
    {
        await using var scope = plan.As(plan.Analyst);
        return [.. (await scope.Get<ClaimReads>().LinesAsync([claim.Id], default))[claim.Id]];
    }

    private static async Task<Outcome<Claim>> DecideAsync(ClaimPlan plan, Actor analyst, Claim claim, Adjudication result)
    {
        await using var scope = plan.As(analyst);
        return await scope.Get<ClaimReviewDesk>().DecideAsync(claim.Id, claim.Version, result, default);
    }
}
