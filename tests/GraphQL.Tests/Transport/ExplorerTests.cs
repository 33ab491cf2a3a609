using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Portal.GraphQL.Tests.Execution;

namespace Portal.GraphQL.Tests.Transport;

public sealed class ExplorerTests
{
    private static HandMadeSchema Schema()
    {
        var s = new HandMadeSchema();
        s.Query(s.Field("hello", "String", _ => "hi"));
        return s;
    }

    private static async Task<HttpResponseMessage> OpenAsync(TestServer server, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        return await server.Client.SendAsync(request);
    }

    [Theory]
    [InlineData("/graphql")]
    [InlineData("/api/v1/graph")]
    public async Task A_browser_gets_a_page_whose_files_are_all_served_here(string pattern)
    {
        await using var server = await TestServer.StartAsync(Schema(), pattern: pattern);
        using var page = await OpenAsync(server, pattern);
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.Content.Headers.ContentType!.ToString().ShouldBe("text/html; charset=utf-8");
        var html = await page.Content.ReadAsStringAsync();
        var files = Regex.Matches(html, "(?:src|href)=\"([^\"]+)\"").Select(m => m.Groups[1].Value).ToList();
        files.Count.ShouldBe(2);
        foreach (var file in files)
        {
            using var asset = await server.Client.GetAsync(file);
            asset.StatusCode.ShouldBe(HttpStatusCode.OK);
            asset.Content.Headers.ContentType!.MediaType.ShouldBe(file.EndsWith(".js") ? "text/javascript" : "text/css");
        }
        html.ShouldContain($"data-address=\"{pattern}\"");
    }

    [Fact]
    public async Task The_page_runs_under_a_policy_without_inline_script_and_has_none()
    {
        await using var server = await TestServer.StartAsync(Schema());
        using var page = await OpenAsync(server, "/graphql");
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("script-src 'self';");
        policy.ShouldNotContain("unsafe");
        var html = await page.Content.ReadAsStringAsync();
        Regex.IsMatch(html, "<script(?![^>]*src=)|<style|\\son\\w+=|style=").ShouldBeFalse();
    }

    [Fact]
    public async Task The_schema_query_of_the_page_is_answered_within_the_limits()
    {
        await using var server = await TestServer.StartAsync(Schema());
        var script = await server.Client.GetStringAsync("/graphql/explorer.js");
        var query = Regex.Match(script, "schemaQuery = `([^`]+)`").Groups[1].Value;
        using var response = await server.PostAsync(JsonSerializer.Serialize(new { query }));
        var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        answer.TryGetProperty("errors", out var errors).ShouldBeFalse(errors.ToString());
        answer.GetProperty("data").GetProperty("__schema").GetProperty("types").EnumerateArray().Select(t => t.GetProperty("name").GetString()).ShouldContain("Query");
    }

    [Fact]
    public async Task Without_the_explorer_a_browser_is_told_to_send_a_query()
    {
        await using var server = await TestServer.StartAsync(Schema(), o => o.Explorer = false);
        using var page = await OpenAsync(server, "/graphql");
        page.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var script = await server.Client.GetAsync("/graphql/explorer.js");
        script.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
