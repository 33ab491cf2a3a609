using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Schema.Tests.Claims;

public sealed class SubmitRaceTests(DemoPortal demo) : IClassFixture<DemoPortal>
{
    [Fact, Requirement("PLT-05")]
    public async Task A_hundred_identical_submits_at_once_make_one_claim()
    {
        var biller = await Biller.SignInAsync(demo.Portal);
        var draft = await biller.KeyAsync(biller.Form("2025-11-17"));
        var before = await CountAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => biller.SubmitAsync(draft, "one-and-only")));
        answers.ShouldAllBe(a => a.PayloadCodes("submitClaim").Count == 0);
        answers.Select(a => a.Data("submitClaim", "claim", "number").GetString()).Distinct().Count().ShouldBe(1);
        (await CountAsync()).ShouldBe(before + 1);
    }

    private Task<int> CountAsync() => demo.Portal.AsAsync(Actor.System("test"), s => s.GetRequiredService<PortalDb>().Set<Claim>().CountAsync());
}
