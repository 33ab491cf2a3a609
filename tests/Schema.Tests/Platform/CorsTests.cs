using System.Net;

namespace Portal.Graph.Schema.Tests.Platform;

[Requirement("PLT-18")]
public sealed class CorsTests
{
    private const string FrontEnd = "https://portal.example";

    private static async Task<HttpResponseMessage> PreflightAsync(TestPortal portal, string path, string origin, string method = "POST")
    {
        using var http = new HttpClient { BaseAddress = portal.Address };
        using var request = new HttpRequestMessage(HttpMethod.Options, path);
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", method);
        request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type,tus-resumable,upload-length");
        return await http.SendAsync(request);
    }

    private static string? Allowed(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var origins) ? origins.Single() : null;

    [Theory]
    [InlineData("/graphql", "POST")]
    [InlineData("/files", "POST")]
    [InlineData("/uploads", "POST")]
    [InlineData("/uploads/x", "PATCH")]
    [InlineData("/uploads/x", "HEAD")]
    public async Task Pages_of_a_named_origin_may_ask_and_no_others(string path, string method)
    {
        await using var portal = await TestPortal.StartAsync(demo: false, settings: [$"--Cors:Origins:0={FrontEnd}"]);
        using var welcome = await PreflightAsync(portal, path, FrontEnd, method);
        welcome.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        Allowed(welcome).ShouldBe(FrontEnd);
        welcome.Headers.Contains("Access-Control-Allow-Credentials").ShouldBeFalse();
        using var stranger = await PreflightAsync(portal, path, "https://elsewhere.example", method);
        Allowed(stranger).ShouldBeNull();
    }

    [Fact]
    public async Task The_answer_shows_the_headers_that_uploads_need()
    {
        await using var portal = await TestPortal.StartAsync(demo: false, settings: [$"--Cors:Origins:0={FrontEnd}"]);
        using var http = new HttpClient { BaseAddress = portal.Address };
        http.DefaultRequestHeaders.Add("Origin", FrontEnd);
        using var refused = await http.PostAsync("/uploads", null);
        Allowed(refused).ShouldBe(FrontEnd);
        var exposed = string.Join(',', refused.Headers.GetValues("Access-Control-Expose-Headers")).Split(',', StringSplitOptions.TrimEntries);
        exposed.ShouldContain("Location");
        exposed.ShouldContain("Upload-Offset");
        exposed.ShouldContain("X-Correlation-Id");
    }

    [Fact]
    public async Task Nobody_is_named_by_default_and_the_back_office_is_for_its_own_pages_alone()
    {
        await using var closed = await TestPortal.StartAsync(demo: false);
        using (var answer = await PreflightAsync(closed, "/graphql", FrontEnd)) Allowed(answer).ShouldBeNull();
        await using var open = await TestPortal.StartAsync(demo: false, settings: [$"--Cors:Origins:0={FrontEnd}"]);
        using (var answer = await PreflightAsync(open, "/staff/sign-in", FrontEnd)) Allowed(answer).ShouldBeNull();
    }
}
