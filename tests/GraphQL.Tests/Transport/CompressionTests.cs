using System.IO.Compression;
using System.Net;
using System.Text;
using Portal.GraphQL.Tests.Execution;

namespace Portal.GraphQL.Tests.Transport;

public sealed class CompressionTests
{
    private static HandMadeSchema Schema()
    {
        var s = new HandMadeSchema();
        s.Query(
            s.Field("many", "[String!]!", c => Enumerable.Range(0, (int)c.Argument(0)!).Select(i => $"item {i}"), s.Argument("count", "Int!", "1000")),
            s.Field("noise", "String", _ => Convert.ToBase64String(System.Security.Cryptography.RandomNumberGenerator.GetBytes(10_000))));
        return s;
    }

    private static async Task<(string? Coding, string Text, HttpResponseMessage Response)> AskAsync(TestServer server, string query, string? accepted)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent($$"""{"query":"{{query}}"}""", Encoding.UTF8, "application/json") };
        if (accepted is not null)
            request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        var response = await server.Client.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var coding = response.Content.Headers.ContentEncoding.SingleOrDefault();
        var body = await response.Content.ReadAsStreamAsync();
        using Stream plain = coding switch { "br" => new BrotliStream(body, CompressionMode.Decompress), "gzip" => new GZipStream(body, CompressionMode.Decompress), _ => body };
        using var reader = new StreamReader(plain);
        return (coding, await reader.ReadToEndAsync(), response);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("identity", null)]
    [InlineData("deflate", null)]
    [InlineData("gzip", "gzip")]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("gzip;q=1.0, br;q=0.5", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("*", "br")]
    [InlineData("br;q=0, *;q=0.5", "gzip")]
    public async Task An_answer_comes_in_the_coding_that_the_client_prefers(string? accepted, string? expected)
    {
        await using var server = await TestServer.StartAsync(Schema());
        var (coding, text, response) = await AskAsync(server, "{ many }", accepted);
        using (response)
        {
            coding.ShouldBe(expected);
            text.ShouldStartWith("{\"data\":{\"many\":[\"item 0\",");
            text.ShouldEndWith("\"item 999\"]}}");
            string.Join(", ", response.Headers.Vary).ShouldBe("Accept, Accept-Encoding");
            if (coding is not null)
                response.Content.Headers.ContentLength!.Value.ShouldBeLessThan(text.Length / 2);
        }
    }

    [Fact]
    public async Task A_small_answer_is_sent_as_it_is()
    {
        await using var server = await TestServer.StartAsync(Schema());
        (await AskAsync(server, "{ many(count: 10) }", "br")).Coding.ShouldBeNull();
    }

    [Fact]
    public async Task An_answer_that_hardly_shrinks_arrives_whole()
    {
        await using var server = await TestServer.StartAsync(Schema());
        foreach (var coding in new[] { "br", "gzip" })
            (await AskAsync(server, "{ noise }", coding)).Text.Length.ShouldBe("""{"data":{"noise":""}}""".Length + 13_336);
    }

    [Fact]
    public async Task A_host_may_leave_it_out()
    {
        await using var server = await TestServer.StartAsync(Schema(), o => o.Compress = false);
        (await AskAsync(server, "{ many }", "br")).Coding.ShouldBeNull();
    }

    [Fact]
    public async Task The_tag_of_an_answer_does_not_depend_on_its_coding()
    {
        await using var server = await TestServer.StartAsync(Schema());
        using var plain = await server.GetAsync([("query", "{ many }")]);
        using var packed = await server.GetAsync([("query", "{ many }")], ("Accept-Encoding", "gzip"));
        packed.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
        packed.Headers.ETag.ShouldBe(plain.Headers.ETag);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("gzip, gzip")]
    public async Task A_compressed_body_is_refused(string coding)
    {
        await using var server = await TestServer.StartAsync(Schema());
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new ByteArrayContent([1, 2, 3]) };
        request.Content.Headers.ContentType = new("application/json");
        request.Content.Headers.TryAddWithoutValidation("Content-Encoding", coding);
        using var response = await server.Client.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        (await response.CodeAsync()).ShouldBe("UNSUPPORTED_MEDIA_TYPE");
    }
}
