using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Outbox;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Claims;

public sealed class ClaimChangeFeedTests : IAsyncLifetime
{
    private ClaimPlan _plan = null!;

    private ClaimChangeFeed Feed => _plan.Database.Services.GetRequiredService<ClaimChangeFeed>();
    private OutboxReader Outbox => _plan.Database.Services.GetRequiredService<OutboxReader>();

    public async Task InitializeAsync() => _plan = await ClaimPlan.CreateAsync();

    public async Task DisposeAsync() => await _plan.DisposeAsync();

    [Fact, Requirement("CLM-24", "PLT-21")]
    public async Task Every_step_of_a_claim_is_published_in_its_order_with_ids_only()
    {
        var claim = (await _plan.SubmitAsync(Forms.Complete(new(2025, 11, 3)))).Value.ShouldNotBeNull();
        var entries = await Outbox.AfterAsync(0, default);
        entries.Select(e => (e.Topic, e.SubjectId)).ShouldBe([(ClaimChangeFeed.StatusTopic, claim.Id), (ClaimChangeFeed.StatusTopic, claim.Id)]);
        await using var scope = _plan.As(_plan.Analyst);
        var steps = await scope.Db.Set<ClaimEvent>().AsNoTracking().Where(e => e.ClaimId == claim.Id).ToDictionaryAsync(e => e.Id, e => e.To);
        entries.Select(e => steps[e.DetailId!.Value]).ShouldBe([ClaimState.Submitted, ClaimState.InProcess]);
    }

    [Fact, Requirement("CLM-24")]
    public async Task A_refused_claim_publishes_nothing()
    {
        (await _plan.SubmitAsync(Forms.Complete(new(2025, 11, 3)) with { TotalCharge = 1m })).Succeeded.ShouldBeFalse();
        (await Outbox.LastAsync(default)).ShouldBe(0);
    }

    [Fact, Requirement("CLM-21")]
    public async Task Who_may_be_told_is_who_may_read()
    {
        var claim = (await _plan.SubmitAsync(Forms.Complete(new(2025, 11, 3)))).Value.ShouldNotBeNull();
        var rendered = (await _plan.SubmitAsync(Forms.Complete(new(2025, 11, 4)) with { RenderingNpi = _plan.Other.Npi })).Value.ShouldNotBeNull();
        Actor[] actors =
        [
            _plan.Biller, _plan.OtherBiller, _plan.Analyst, Actor.Anonymous, Actor.System("test"), _plan.Biller with { Market = Market.KY },
            _plan.Biller with { Permissions = FrozenSet<Permission>.Empty }, _plan.Biller with { Market = null }, _plan.Analyst with { Permissions = FrozenSet<Permission>.Empty },
        ];
        var entries = await Outbox.AfterAsync(0, default);
        var told = 0;
        await using var all = _plan.As(Actor.System("test"));
        foreach (var actor in actors)
        {
            await using var scope = _plan.As(actor);
            var visible = await scope.Db.Set<Claim>().AsNoTracking().VisibleTo(actor).Select(c => c.Id).ToListAsync();
            foreach (var id in new[] { claim.Id, rendered.Id })
            {
                var one = await all.Db.Set<Claim>().AsNoTracking().SingleAsync(c => c.Id == id);
                ClaimScope.Sees(actor, one.Market, one.BillingAccountId, one.RenderingAccountId).ShouldBe(visible.Contains(id), $"{actor.Name} {id}");
                if (visible.Contains(id)) told++;
            }
        }
        told.ShouldBe(7);
        entries.Count.ShouldBe(4);
    }

    [Fact, Requirement("PLT-21")]
    public async Task A_follower_that_does_not_read_is_told_that_it_missed_some_and_holds_nobody_up()
    {
        var claim = (await _plan.SubmitAsync(Forms.Complete(new(2025, 11, 3)))).Value.ShouldNotBeNull();
        var step = (await Outbox.AfterAsync(0, default))[0];
        using var leaving = new CancellationTokenSource();
        var stream = await Feed.FollowAsync(_plan.Biller, null, leaving.Token);
        for (var i = 0; i < 1001; i++)
            await Feed.ReceiveAsync([new() { Seq = 100 + i, Topic = step.Topic, SubjectId = claim.Id, DetailId = step.DetailId, OccurredAt = step.OccurredAt }], default);
        Feed.Followers.ShouldBe(0);
        var read = 0;
        await Should.ThrowAsync<ChangesMissedException>(async () =>
        {
            await foreach (var change in stream) read += change.ClaimId == claim.Id ? 1 : 0;
        });
        read.ShouldBe(1000);
    }

    [Fact, Requirement("PLT-21")]
    public async Task A_follower_that_leaves_without_reading_is_forgotten()
    {
        using var leaving = new CancellationTokenSource();
        await Feed.FollowAsync(_plan.Biller, null, leaving.Token);
        Feed.Followers.ShouldBe(1);
        await leaving.CancelAsync();
        Feed.Followers.ShouldBe(0);
    }
}
