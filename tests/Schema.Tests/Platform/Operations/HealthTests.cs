using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Portal.Graph.Schema.Tests.Platform.Operations;

public sealed class HealthTests
{
    [Fact, Requirement("PLT-22")]
    public async Task Ready_tells_check_by_check_what_the_program_needs()
    {
        await using var portal = await TestPortal.StartAsync(demo: false);
        var (status, checks) = await ReadyAsync(portal);
        status.ShouldBe(HttpStatusCode.OK);
        checks.ShouldBe(new Dictionary<string, string> { ["program"] = "Healthy", ["database"] = "Healthy", ["disk"] = "Healthy", ["files"] = "Healthy", ["mail"] = "Healthy" }, ignoreOrder: true);
    }

    [Fact, Requirement("PLT-22")]
    public async Task A_database_of_another_version_a_full_disk_and_a_silent_mail_server_are_told()
    {
        await using var portal = await TestPortal.StartAsync(demo: false,
            ["--Health:MinFreeMegabytes=900000000", "--Mail:Transport=Smtp", "--Mail:Smtp:Host=127.0.0.1", "--Mail:Smtp:Port=1"]);
        await portal.AsAsync(Actor.System("test"), s => s.GetRequiredService<PortalDb>().Database.ExecuteSqlRawAsync("""DELETE FROM "__EFMigrationsHistory" """));
        var (status, checks) = await ReadyAsync(portal);
        status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (checks["database"], checks["disk"], checks["mail"], checks["files"]).ShouldBe(("Unhealthy", "Unhealthy", "Degraded", "Healthy"));
        using var http = new HttpClient { BaseAddress = portal.Address };
        (await http.GetAsync("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Told_to_stop_the_program_is_no_longer_ready_and_still_serves_until_it_has_drained()
    {
        await using var portal = await TestPortal.StartAsync(demo: false, ["--Shutdown:DrainSeconds=2"]);
        var stopping = portal.Services.GetRequiredService<IHost>().StopAsync();
        HttpStatusCode status;
        Dictionary<string, string> checks;
        do (status, checks) = await ReadyAsync(portal);
        while (status is HttpStatusCode.OK && !stopping.IsCompleted);
        (status, checks["program"], checks["database"]).ShouldBe((HttpStatusCode.ServiceUnavailable, "Unhealthy", "Healthy"));
        (await portal.Anonymous().SendAsync("{ __typename }")).Status.ShouldBe(HttpStatusCode.OK);
        await stopping;
        await Should.ThrowAsync<HttpRequestException>(() => portal.Anonymous().SendAsync("{ __typename }"));
    }

    private static async Task<(HttpStatusCode Status, Dictionary<string, string> Checks)> ReadyAsync(TestPortal portal)
    {
        using var http = new HttpClient { BaseAddress = portal.Address };
        using var answer = await http.GetAsync("/health/ready");
        var checks = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("checks");
        return (answer.StatusCode, checks.EnumerateObject().ToDictionary(c => c.Name, c => c.Value.GetProperty("status").GetString()!));
    }
}
