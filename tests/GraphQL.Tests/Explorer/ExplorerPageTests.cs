using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Portal.GraphQL.Tests.Execution;
using Portal.GraphQL.Tests.Transport;
using Portal.GraphQL.Transport.Explorer;

namespace Portal.GraphQL.Tests.Explorer;

/// <summary>The page and its files over HTTP; GraphiQL where the build bundled it.</summary>
public sealed class ExplorerPageTests
{
    private static HandMadeSchema Schema()
    {
        var s = new HandMadeSchema();
        s.Query(s.Field("hello", "String", _ => "hi"));
        return s;
    }

    private static async Task<HttpResponseMessage> OpenAsync(TestServer server, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await server.Client.SendAsync(request);
    }

    private static async Task<List<string>> FilesAsync(TestServer server, string path)
    {
        using var page = await OpenAsync(server, path);
        var html = await page.Content.ReadAsStringAsync();
        return [.. Regex.Matches(html, "(?:src|href)=\"(/[^\"]+)\"").Select(m => m.Groups[1].Value)];
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
        var files = await FilesAsync(server, pattern);
        files.Count.ShouldBe(2);
        foreach (var file in files)
        {
            using var asset = await server.Client.GetAsync(file);
            asset.StatusCode.ShouldBe(HttpStatusCode.OK);
            asset.Content.Headers.ContentType!.MediaType.ShouldBe(file.Contains(".js?") ? "text/javascript" : "text/css");
        }
        html.ShouldContain($"data-address=\"{pattern}\"");
        html.ShouldNotContain("{settings}");
    }

    [Fact]
    public async Task The_page_runs_under_a_policy_without_inline_script_or_style_and_has_none()
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
    public async Task Files_are_kept_under_the_address_of_their_content_and_asked_for_again_under_any_other()
    {
        await using var server = await TestServer.StartAsync(Schema());
        var file = (await FilesAsync(server, "/graphql"))[^1];
        using var versioned = await server.Client.GetAsync(file);
        versioned.Headers.CacheControl!.ToString().ShouldContain("immutable");
        using var bare = await server.Client.GetAsync(file[..file.IndexOf('?')]);
        bare.Headers.CacheControl!.NoCache.ShouldBeTrue();
        using var again = await OpenAsync(server, file, ("If-None-Match", bare.Headers.ETag!.Tag));
        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await again.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Portal.Graph.Clients.NodeFact]
    public async Task Files_come_compressed_to_who_takes_them_so_and_plain_to_others()
    {
        await using var server = await TestServer.StartAsync(Schema());
        var file = (await FilesAsync(server, "/graphql"))[^1];
        var plain = await server.Client.GetByteArrayAsync(file);
        foreach (var encoding in new[] { "br", "gzip" })
        {
            using var packed = await OpenAsync(server, file, ("Accept-Encoding", encoding));
            packed.Content.Headers.ContentEncoding.ShouldBe([encoding]);
            await using var stream = await packed.Content.ReadAsStreamAsync();
            await using Stream unpacked = encoding == "br"
                ? new System.IO.Compression.BrotliStream(stream, System.IO.Compression.CompressionMode.Decompress)
                : new System.IO.Compression.GZipStream(stream, System.IO.Compression.CompressionMode.Decompress);
            using var memory = new MemoryStream();
            await unpacked.CopyToAsync(memory);
            memory.ToArray().ShouldBe(plain);
        }
    }

    [Fact]
    public void Settings_cannot_break_out_of_the_page()
    {
        var options = new ExplorerOptions { Title = "</title><script>alert(1)</script>" }.AddExample(new("", "\"><script>", "", "{ a }"));
        foreach (var page in new[] { ExplorerPage.Create(options), ExplorerPage.CreatePlain(options) })
        {
            var context = new DefaultHttpContext { Response = { Body = new MemoryStream() } };
            page.SendAsync(context).IsCompletedSuccessfully.ShouldBeTrue();
            System.Text.Encoding.UTF8.GetString(((MemoryStream)context.Response.Body).ToArray()).ShouldNotContain("<script>");
        }
    }

    // Where the machine that built has no Node, this page is served.
    [Fact]
    public async Task The_schema_query_of_the_plain_page_is_answered_within_the_limits()
    {
        await using var server = await TestServer.StartAsync(Schema());
        var script = System.Text.Encoding.UTF8.GetString(ExplorerPage.CreatePlain(new()).Assets[^1].Content);
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
