using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Schema.Tests.Claims;

public sealed class ClaimStatementsTests : IAsyncLifetime
{
    private readonly StatementCounter _counter = new();
    private TestPortal _portal = null!;

    public async Task InitializeAsync() =>
        _portal = await TestPortal.StartAsync(services: s => s.ConfigureDbContext<PortalDb>(o => o.AddInterceptors(_counter)));

    public Task DisposeAsync() => _portal.DisposeAsync().AsTask();

    [Fact, Requirement("PLT-12")]
    public async Task Fifty_claims_with_all_their_parts_take_as_many_statements_as_five()
    {
        var client = await _portal.SignInAsync("demo.billing");
        async Task<int> CountAsync(int first)
        {
            _counter.Reset();
            var answer = await client.SendAsync(
                "query($first: Int) { claims(first: $first, where: { receivedDates: { from: \"2025-09-02\" } }) { nodes { member { careSourceId information { pcp { account { name } } } eligibilitySpans { effective } cob { carrier } } lines { code reasons { code } } diagnoses { code } reasons { code } rejections { code } history { to } billingProvider { name } renderingProvider { lastName } } } }", new { first });
            answer.Data("claims", "nodes").GetArrayLength().ShouldBe(first, answer.Text);
            return _counter.Reads;
        }
        // The first request also reads policies into memory.
        await CountAsync(5);
        var five = await CountAsync(5);
        five.ShouldBeInRange(8, 30);
        (await CountAsync(50)).ShouldBe(five);
    }
}
