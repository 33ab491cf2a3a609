using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Claims;

public sealed class ClaimDraftPurgeTests : IAsyncLifetime
{
    private ClaimPlan _plan = null!;

    public async Task InitializeAsync() => _plan = await ClaimPlan.CreateAsync();

    public async Task DisposeAsync() => await _plan.DisposeAsync();

    [Fact, Requirement("CLM-29", "PLT-20")]
    public async Task A_draft_is_discarded_with_what_was_keyed_on_the_91st_day_and_once()
    {
        var draft = await _plan.DraftAsync(Forms.Complete(ClaimPlan.Today));
        _plan.Database.Clock.Advance(TimeSpan.FromDays(90));
        (await PurgeAsync())["discarded"].ShouldBe(0);
        _plan.Database.Clock.Advance(TimeSpan.FromDays(1));
        (await PurgeAsync())["discarded"].ShouldBe(1);
        (await PurgeAsync())["discarded"].ShouldBe(0);
        await using var scope = _plan.As(Actor.System("test"));
        var gone = (await scope.Db.FindAsync<ClaimDraft>(draft.Id)).ShouldNotBeNull();
        gone.State.ShouldBe(ClaimState.Discarded);
        gone.MemberIdGiven.ShouldBeNull();
        gone.Form.PatientLastName.ShouldBeNull();
    }

    private async Task<IReadOnlyDictionary<string, int>> PurgeAsync()
    {
        await using var scope = _plan.As(Actor.System("job"));
        return await scope.Get<ClaimDraftPurge>().RunAsync(default);
    }
}
