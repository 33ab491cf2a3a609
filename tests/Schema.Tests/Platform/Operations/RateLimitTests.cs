using System.Net;
using System.Text.Json;

namespace Portal.Graph.Schema.Tests.Platform.Operations;

public sealed class RateLimitTests
{
    private const string Me = "{ viewer { user { displayName } } }";

    [Fact]
    public async Task A_user_has_so_many_requests_a_minute_in_all_sessions_together()
    {
        await using var portal = await TestPortal.StartAsync(settings: ["--RateLimits:Enabled=true", "--RateLimits:UserPerMinute=4"]);
        var (one, two, other) = (await portal.SignInAsync("demo.billing"), await portal.SignInAsync("demo.billing"), await portal.SignInAsync("demo.admin"));
        for (var i = 0; i < 4; i++) (await (i % 2 == 0 ? one : two).SendAsync(Me)).ErrorCodes.ShouldBeEmpty();
        foreach (var client in new[] { one, two })
        {
            var refused = await client.SendAsync(Me);
            (refused.Status, refused.ErrorCodes.ShouldHaveSingleItem()).ShouldBe((HttpStatusCode.TooManyRequests, "RATE_LIMITED"));
            refused.Root.GetProperty("errors")[0].GetProperty("extensions").GetProperty("retryAfterSeconds").GetInt32().ShouldBe(60);
        }
        (await other.SendAsync(Me)).ErrorCodes.ShouldBeEmpty();
        portal.Clock.Advance(TimeSpan.FromSeconds(59));
        (await one.SendAsync(Me)).ErrorCodes.ShouldBe(["RATE_LIMITED"]);
        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        (await one.SendAsync(Me)).ErrorCodes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_and_everyone_of_an_address_have_theirs_and_health_checks_go_on()
    {
        await using var portal = await TestPortal.StartAsync(demo: false, ["--RateLimits:Enabled=true", "--RateLimits:AnonymousPerMinute=2", "--RateLimits:AddressPerMinute=4"]);
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = portal.Address };
        async Task<HttpStatusCode> GetAsync(string path)
        {
            using var answer = await http.GetAsync(path);
            if (answer.StatusCode is HttpStatusCode.TooManyRequests) answer.Headers.RetryAfter.ShouldNotBeNull().Delta.ShouldBe(TimeSpan.FromMinutes(1));
            return answer.StatusCode;
        }
        (await GetAsync("/")).ShouldBe(HttpStatusCode.Redirect);
        (await GetAsync("/")).ShouldBe(HttpStatusCode.Redirect);
        (await GetAsync("/")).ShouldBe(HttpStatusCode.TooManyRequests);
        // The address has one left, which staff's sign-in page may still use.
        (await GetAsync("/staff/sign-in")).ShouldBe(HttpStatusCode.OK);
        (await GetAsync("/staff/sign-in")).ShouldBe(HttpStatusCode.TooManyRequests);
        (await GetAsync("/health/ready")).ShouldBe(HttpStatusCode.OK);
        (await GetAsync("/files/x")).ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact, Requirement("ACC-05")]
    public async Task Attempts_to_sign_in_from_an_address_are_bounded_whatever_the_name()
    {
        await using var portal = await TestPortal.StartAsync(settings: ["--RateLimits:Enabled=true", "--RateLimits:SignInPerMinute=3"]);
        Task<ApiAnswer> TryAsync(string name) => portal.Anonymous().SendAsync(
            "mutation($input: SignInInput!) { signIn(input: $input) { errors { __typename ... on Error { code } ... on RateLimitedError { retryAfterSeconds } } } }",
            new { input = new { username = name, password = "Spring-2026-guess", market = "OH" } });
        for (var i = 0; i < 3; i++) (await TryAsync($"name.{i}")).PayloadCodes("signIn").ShouldBe(["LOGIN_FAILED"]);
        var refused = await TryAsync("name.3");
        refused.PayloadCodes("signIn").ShouldBe(["RATE_LIMITED"]);
        refused.Data("signIn", "errors", 0, "retryAfterSeconds").GetInt32().ShouldBe(60);
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        (await TryAsync("name.3")).PayloadCodes("signIn").ShouldBe(["LOGIN_FAILED"]);
    }
}
