using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Demo;
using Portal.Graph.Domain.Platform.Monitoring;
using Portal.Graph.Schema.Tests.Claims;

namespace Portal.Graph.Schema.Tests.Platform.Operations;

public sealed class TelemetryTests
{
    [Fact, Requirement("PLT-22", "PLT-17")]
    public async Task Traces_and_metrics_leave_by_OTLP_with_mutations_codes_and_queues_and_without_what_they_are_about()
    {
        using var collector = new OtlpCollector();
        await using (var portal = await TestPortal.StartAsync(settings: [$"--Telemetry:Otlp:Endpoint={collector.Address}", "--Telemetry:IntervalSeconds=3600"]))
        {
            var biller = await Biller.SignInAsync(portal);
            await biller.ClaimAsync(biller.Form("2025-11-06"));
            (await portal.Anonymous().SendAsync("mutation { signIn(input: { username: \"nobody.here\", password: \"x\", market: OH }) { errors { ... on Error { code } } } }"))
                .PayloadCodes("signIn").ShouldBe(["LOGIN_FAILED"]);
            await biller.Client.SendAsync("query Named($id: String!) { eligibility(search: { careSourceId: $id, dateOfService: \"2025-11-06\" }) { member { fullName } } }", new { id = DemoCast.Subscriber });
            await portal.Services.GetRequiredService<QueueGauges>().SampleAsync(default);
        }
        // The last export leaves when the program ends.
        var (metrics, traces) = (collector.At("/v1/metrics"), collector.At("/v1/traces"));
        foreach (var name in new[] { "graphql.mutations", "submitClaim", "OK", "signIn", "LOGIN_FAILED", "portal.work.open", "Q-CLAIM-PEND", "portal.mail", "portal.tasks", "http.server.request.duration" })
            metrics.ShouldContain(name);
        foreach (var name in new[] { "graphql.request", "graphql.operation.name", "Named", "portal-graph" }) traces.ShouldContain(name);
        foreach (var secret in new[] { DemoCast.Subscriber, "Rivera", "1984-01-15", "PA-20417", "nobody.here", "Bearer" })
        {
            metrics.ShouldNotContain(secret);
            traces.ShouldNotContain(secret);
        }
    }
}
