using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Claims.Demo;
using Portal.Graph.Domain.Claims.Forms;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Domain.Platform.Work;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Claims;

public sealed class DemoClaimsTests : IAsyncLifetime
{
    private ClaimPlan _plan = null!;

    public async Task InitializeAsync() => _plan = await ClaimPlan.CreateAsync();

    public async Task DisposeAsync() => await _plan.DisposeAsync();

    [Fact]
    public async Task The_demo_has_claims_in_every_state_with_all_that_belongs_to_it()
    {
        var report = await FillAsync();

        report.ByState.Values.Sum().ShouldBe(300);
        await using var scope = _plan.As(_plan.Analyst);
        var claims = await scope.Db.Set<Claim>().AsNoTracking().Include(c => c.LineItems).Include(c => c.ReasonItems)
            .Include(c => c.RejectionItems).Include(c => c.EventItems).AsSplitQuery().ToListAsync();
        claims.Select(c => c.State).Distinct().ShouldBe(
            Enum.GetValues<ClaimState>().Except([ClaimState.Draft, ClaimState.Discarded]), ignoreOrder: true);
        claims.ShouldAllBe(c => c.LineItems.Count == c.LineCount && c.TotalCharge == c.LineItems.Sum(l => l.Charge) && c.EventItems.MaxBy(e => e.Id)!.To == c.State);
        claims.ShouldAllBe(c => c.ReceivedAt <= TestClock.Monday && c.FirstServiceDate <= c.ReceivedDate && c.StateSince <= TestClock.Monday);
        claims.Where(c => c.State.IsFinal()).ShouldAllBe(c => c.TotalCharge == c.Paid + c.ReasonItems.Sum(r => r.Amount ?? 0));
        claims.Where(c => c.State is ClaimState.Paid).ShouldAllBe(c => c.Paid > 0 && c.CheckNumberKey != null);
        claims.Where(c => c.State is ClaimState.Denied).ShouldAllBe(c => c.Paid == 0 && c.DenialCategory != null);
        claims.Where(c => c.State is ClaimState.Rejected).ShouldAllBe(c => c.RejectionItems.Count == 1);
        claims.Where(c => c.State is ClaimState.Replaced).ShouldAllBe(c => claims.Exists(r => r.ReplacesClaimId == c.Id));
        var items = await scope.Db.Set<WorkItem>().AsNoTracking().Select(i => i.SubjectId).ToListAsync();
        items.ShouldBe(claims.Where(c => c.State is ClaimState.Pended).Select(c => c.Id), ignoreOrder: true);
    }

    [Fact]
    public async Task Demo_drafts_are_complete_unfinished_or_discarded()
    {
        await FillAsync();

        await using var scope = _plan.As(Actor.System("test"));
        var drafts = await scope.Db.Set<ClaimDraft>().AsNoTracking().ToListAsync();
        drafts.Select(d => d.State).Distinct().ShouldBe([ClaimState.Draft, ClaimState.Discarded], ignoreOrder: true);
        var open = drafts.Where(d => d.State is ClaimState.Draft).ToList();
        open.ShouldContain(d => ClaimFormPolicy.MissingFields(d.Form).Count > 0);
        foreach (var draft in open.Where(d => ClaimFormPolicy.MissingFields(d.Form).Count == 0).ShouldNotBeEmptyList())
        {
            ClaimFormPolicy.Faults(draft.Form, ClaimPlan.Today).ShouldBeEmpty();
            ClaimCodePolicy.Faults(draft.Form).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task The_same_plan_gives_the_same_claims()
    {
        await FillAsync();
        await using var again = await ClaimPlan.CreateAsync();
        await FillAsync(again);

        (await SketchAsync(_plan)).ShouldBe(await SketchAsync(again));
    }

    [Fact]
    public void An_imported_claim_must_balance_and_have_a_line()
    {
        var day = ClaimPlan.Today;
        var history = new HistoricalClaim
        {
            Number = "C2512010000001", Market = Market.OH, Lob = Lob.Medicaid, MemberId = 1, MemberIdGiven = Forms.MemberId, BillingAccountId = 1,
            BillingNpi = Forms.BillingNpi, ReceivedAt = TestClock.Monday, Lines = [new(day, day, "G0439", 1, 100)],
            Result = new(80, [new(1, 80, 80, [])], []),
        };
        ClaimHistory.Create(history).Refusals.ShouldAllBe(r => r is AdjudicationUnbalanced);
        ClaimHistory.Create(history with { Lines = [] }).Refusals.Single().ShouldBeOfType<RequiredFieldMissing>();
        ClaimHistory.Create(history with { Result = null }).Value.ShouldNotBeNull().State.ShouldBe(ClaimState.InProcess);
    }

    private static async Task<List<string>> SketchAsync(ClaimPlan plan)
    {
        await using var scope = plan.As(plan.Analyst);
        return await scope.Db.Set<Claim>().AsNoTracking().OrderBy(c => c.Number)
            .Select(c => $"{c.Number} {c.State} {c.TotalCharge} {c.Paid} {c.FirstServiceDate} {c.CheckNumber}").ToListAsync();
    }

    private Task<DemoClaimsReport> FillAsync() => FillAsync(_plan);

    private static async Task<DemoClaimsReport> FillAsync(ClaimPlan plan)
    {
        await using var scope = plan.As(Actor.System("demo"));
        return await DemoClaims.FillAsync(scope.Db, scope.Get<NumberSeries>(), new(
            [new(plan.Member.Id, Forms.MemberId, "Pat", "Example", new(1980, 2, 29), Market.OH, Lob.Medicaid, new(2020, 1, 1), null)],
            [
                new(plan.Practice.Id, plan.Practice.Npi, plan.Practice.TaxId, [Market.OH], [Forms.RenderingNpi], 11),
                new(plan.Other.Id, plan.Other.Npi, plan.Other.TaxId, [Market.OH], [], 12),
            ], TestClock.Monday, Count: 300), default);
    }
}

internal static class ListAssertions
{
    public static List<T> ShouldNotBeEmptyList<T>(this IEnumerable<T> items)
    {
        List<T> list = [.. items];
        list.ShouldNotBeEmpty();
        return list;
    }
}
