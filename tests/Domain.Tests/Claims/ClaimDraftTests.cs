using System.Collections.Frozen;
using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Claims;

public sealed class ClaimDraftTests : IAsyncLifetime
{
    private ClaimPlan _plan = null!;

    public async Task InitializeAsync() => _plan = await ClaimPlan.CreateAsync();

    public async Task DisposeAsync() => await _plan.DisposeAsync();

    [Fact]
    [Requirement("CLM-02", "CLM-03")]
    public async Task A_draft_starts_with_the_only_linked_provider()
    {
        await using var scope = _plan.As(_plan.Biller);
        var desk = scope.Get<ClaimDesk>();

        (await desk.CreateDraftAsync(ClaimType.Hcfa, null, default)).Value.ShouldNotBeNull().AccountId.ShouldBe(_plan.Practice.Id);
        Refusal(await desk.CreateDraftAsync(ClaimType.Hcfa, _plan.Other.Id, default)).ShouldBeOfType<ProviderNotLinked>();
        Refusal(await desk.CreateDraftAsync(null, null, default)).ShouldBeOfType<DocTypeRequired>();
        Refusal(await desk.CreateDraftAsync(ClaimType.Ub, null, default)).ShouldBeOfType<DocTypeNotAllowed>().AllowedTypes.ShouldBe([ClaimType.Hcfa]);
    }

    [Fact]
    [Requirement("CLM-02")]
    public async Task With_several_linked_providers_one_must_be_chosen()
    {
        await using var scope = _plan.As(_plan.Biller with { AccountIds = new[] { _plan.Practice.Id, _plan.Other.Id }.ToFrozenSet() });
        Refusal(await scope.Get<ClaimDesk>().CreateDraftAsync(ClaimType.Hcfa, null, default)).ShouldBeOfType<RequiredFieldMissing>();
        (await scope.Get<ClaimDesk>().CreateDraftAsync(ClaimType.Hcfa, _plan.Other.Id, default)).Succeeded.ShouldBeTrue();
    }

    [Fact]
    [Requirement("CLM-01", "CLM-04")]
    public async Task An_unfinished_draft_is_saved_and_tells_what_is_missing()
    {
        var draft = await _plan.DraftAsync(Forms.Complete(ClaimPlan.Today) with { BillingNpi = null, Diagnoses = ["E11", "I10"] });

        await using var scope = _plan.As(_plan.Biller);
        var view = (await scope.Get<ClaimDraftReads>().FindAsync(draft.Id, default)).Value.ShouldNotBeNull();
        view.Draft.Form.PatientLastName.ShouldBe("Example");
        view.MissingFields.Select(m => m.Box).ShouldBe(["33a"]);
        view.Faults.Single().ShouldBeOfType<InvalidDiagnosisCode>();
        view.LastDay.ShouldBe(new(2026, 3, 1));
        var list = (await scope.Get<ClaimDraftReads>().ListAsync(default)).Value.ShouldNotBeNull();
        (await list.PageAsync(1, 25, default)).Rows.Single().ShouldSatisfyAllConditions(
            d => d.MemberIdGiven.ShouldBe(Forms.MemberId), d => d.TotalCharge.ShouldBe(120.50m), d => d.FirstServiceDate.ShouldBe(ClaimPlan.Today));
    }

    [Fact]
    public async Task Drafts_of_another_account_look_as_if_they_were_not_there()
    {
        var draft = await _plan.DraftAsync(Forms.Complete(ClaimPlan.Today));

        await using var scope = _plan.As(_plan.OtherBiller);
        Refusal(await scope.Get<ClaimDraftReads>().FindAsync(draft.Id, default)).ShouldBeOfType<NotFound>();
        Refusal(await scope.Get<ClaimDesk>().SaveDraftAsync(draft.Id, draft.Version, new(), [], default)).ShouldBeOfType<NotFound>();
        Refusal(await scope.Get<ClaimDesk>().SubmitAsync(draft.Id, draft.Version, "r", default)).ShouldBeOfType<NotFound>();
        (await (await scope.Get<ClaimDraftReads>().ListAsync(default)).Value!.PageAsync(1, 25, default)).Rows.ShouldBeEmpty();
        await using var nobody = _plan.As(_plan.Biller with { Permissions = FrozenSet<Permission>.Empty });
        Refusal(await nobody.Get<ClaimDesk>().CreateDraftAsync(ClaimType.Hcfa, null, default)).ShouldBeOfType<Forbidden>().Permission.ShouldBe("claims.submit");
    }

    [Fact]
    public async Task A_draft_can_be_used_on_day_90_and_has_expired_on_day_91()
    {
        var draft = await _plan.DraftAsync(Forms.Complete(ClaimPlan.Today));

        _plan.Database.Clock.Advance(TimeSpan.FromDays(90));
        await using (var scope = _plan.As(_plan.Biller))
        {
            (await scope.Get<ClaimDraftReads>().FindAsync(draft.Id, default)).Value.ShouldNotBeNull().EndsSoon.ShouldBeTrue();
            (await (await scope.Get<ClaimDraftReads>().ListAsync(default)).Value!.PageAsync(1, 25, default)).Total.ShouldBe(1);
        }
        _plan.Database.Clock.Advance(TimeSpan.FromDays(1));
        await using (var scope = _plan.As(_plan.Biller))
        {
            Refusal(await scope.Get<ClaimDraftReads>().FindAsync(draft.Id, default)).ShouldBeOfType<DraftExpired>();
            (await (await scope.Get<ClaimDraftReads>().ListAsync(default)).Value!.PageAsync(1, 25, default)).Total.ShouldBe(0);
            Refusal(await scope.Get<ClaimDesk>().SaveDraftAsync(draft.Id, draft.Version, new(), [], default)).ShouldBeOfType<DraftExpired>();
        }
        Refusal(await _plan.SubmitAsync(draft)).ShouldBeOfType<DraftExpired>();
    }

    [Fact]
    public async Task Saving_over_somebody_elses_save_is_refused()
    {
        var draft = await _plan.DraftAsync(Forms.Complete(ClaimPlan.Today));
        await using var scope = _plan.As(_plan.Biller);
        Refusal(await scope.Get<ClaimDesk>().SaveDraftAsync(draft.Id, draft.Version - 1, new(), [], default)).ShouldBeOfType<ConcurrentChange>();
    }

    [Fact]
    [Requirement("CLM-24")]
    public async Task A_discarded_draft_is_emptied_and_cannot_be_used_again()
    {
        var draft = await _plan.DraftAsync(Forms.Complete(ClaimPlan.Today));
        await using (var scope = _plan.As(_plan.Biller))
        {
            var discarded = (await scope.Get<ClaimDesk>().DiscardDraftAsync(draft.Id, draft.Version, default)).Value.ShouldNotBeNull();
            discarded.Form.PatientLastName.ShouldBeNull();
            Refusal(await scope.Get<ClaimDraftReads>().FindAsync(draft.Id, default)).ShouldBeOfType<NotFound>();
        }
        await using (var scope = _plan.As(_plan.Biller))
            Refusal(await scope.Get<ClaimDesk>().SaveDraftAsync(draft.Id, draft.Version + 1, new(), [], default)).ShouldBeOfType<InvalidStateTransition>();
        Refusal(await _plan.SubmitAsync(draft)).ShouldBeOfType<InvalidStateTransition>().State.ShouldBe("DISCARDED");
    }

    private static Refusal Refusal<T>(Outcome<T> outcome) => outcome.Refusals.Single();
}
