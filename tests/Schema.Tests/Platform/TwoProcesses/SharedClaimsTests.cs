using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Schema.Tests.Claims;

namespace Portal.Graph.Schema.Tests.Platform.TwoProcesses;

public sealed class SharedClaimsTests(TwoHosts hosts) : IClassFixture<TwoHosts>
{
    [Fact, Requirement("PLT-07")]
    public async Task Of_60_identical_submits_to_two_processes_one_makes_the_claim_and_all_get_it()
    {
        var (here, there) = await BillersAsync();
        var draft = await here.KeyAsync(here.Form("2025-11-04"));
        var before = await CountAsync();
        var answers = await TwoHosts.AtOnceAsync(60, i => (i % 2 == 0 ? here : there).SubmitAsync(draft, "the same"));
        answers.Select(a => a.Data("submitClaim", "claim", "number").GetString()).Distinct().Count().ShouldBe(1);
        (await CountAsync()).ShouldBe(before + 1);
    }

    [Fact, Requirement("CLM-23")]
    public async Task Of_equal_claims_in_several_drafts_one_is_taken_and_the_others_are_duplicates_of_it()
    {
        var (here, there) = await BillersAsync();
        var drafts = await TwoHosts.AtOnceAsync(8, i => (i % 2 == 0 ? here : there).KeyAsync(here.Form("2025-11-05")));
        var answers = await TwoHosts.AtOnceAsync(8, i => (i % 2 == 0 ? here : there).SubmitAsync(drafts[i], $"equal-{i}"));
        var taken = answers.Where(a => a.PayloadCodes("submitClaim").Count == 0).ShouldHaveSingleItem().Data("submitClaim", "claim", "number").GetString();
        var refused = answers.Where(a => a.PayloadCodes("submitClaim").Count > 0).ToList();
        foreach (var answer in refused)
        {
            answer.PayloadCodes("submitClaim").ShouldBe(["CLAIM_DUPLICATE"]);
            answer.Data("submitClaim", "errors", 0, "claimNumber").GetString().ShouldBe(taken);
        }
    }

    [Fact, Requirement("PLT-04")]
    public async Task Two_processes_draw_one_series_of_numbers_and_write_one_unbroken_trail()
    {
        var (here, there) = await BillersAsync();
        var numbers = await TwoHosts.AtOnceAsync(24, async i =>
        {
            var biller = i % 2 == 0 ? here : there;
            return (await biller.ClaimAsync(biller.Form($"2025-10-{i + 1:00}"))).GetProperty("number").GetString()!;
        });
        var drawn = numbers.Select(n => long.Parse(n[^7..], CultureInfo.InvariantCulture)).Order().ToList();
        // Nothing is lost of the series but what refused claims of other tests gave back.
        drawn.ShouldBe(Enumerable.Range(0, 24).Select(i => drawn[0] + i));
        var report = await hosts.First.AsAsync(Actor.System("test"), s => s.GetRequiredService<AuditChain>().VerifyAsync(default));
        report.FirstBroken.ShouldBeNull();
        report.Rows.ShouldBeGreaterThan(24);
    }

    private async Task<(Biller Here, Biller There)> BillersAsync() => (await Biller.SignInAsync(hosts.First), await Biller.SignInAsync(hosts.Second));

    private Task<int> CountAsync() => hosts.First.AsAsync(Actor.System("test"), s => s.GetRequiredService<PortalDb>().Set<Claim>().CountAsync());
}
