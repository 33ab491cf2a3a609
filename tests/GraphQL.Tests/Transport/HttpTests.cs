using System.Net;
using System.Text;
using System.Text.Json;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Tests.Execution;
using Portal.GraphQL.Transport;

namespace Portal.GraphQL.Tests.Transport;

public sealed class HttpTests
{
    private const string ResponseJson = "application/graphql-response+json";

    private static HandMadeSchema Schema()
    {
        var s = new HandMadeSchema();
        s.Query(
            s.Field("hello", "String", c => $"Hello {c.Argument(0)}", s.Argument("name", "String", "\"world\"")),
            s.Field("strict", "String!", _ => null));
        return s;
    }

    private static async Task<string> CodeAsync(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync()).RootElement.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString()!;

    [Theory]
    [InlineData(null, "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("application/*", "application/json")]
    [InlineData("application/json", "application/json")]
    [InlineData("application/graphql-response+json", ResponseJson)]
    [InlineData("application/graphql-response+json; charset=utf-8, application/json; charset=utf-8", ResponseJson)]
    [InlineData("application/json;q=0.5, application/graphql-response+json", ResponseJson)]
    [InlineData("application/graphql-response+json;q=0.1, application/json", "application/json")]
    [InlineData("text/html, */*;q=0.1", "application/json")]
    public async Task The_answer_comes_in_the_media_type_that_the_client_accepts(string? accept, string expected)
    {
        await using var server = await TestServer.StartAsync(Schema());
        using var response = await server.PostAsync("""{"query":"query($n: String) { hello(name: $n) }","variables":{"n":"Ünï 😀"}}""", accept);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.ToString().ShouldBe($"{expected}; charset=utf-8");
        var bytes = await response.Content.ReadAsByteArrayAsync();
        response.Content.Headers.ContentLength.ShouldBe(bytes.Length);
        Encoding.UTF8.GetString(bytes).ShouldBe("""{"data":{"hello":"Hello Ünï 😀"}}""");
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/json;q=0")]
    [InlineData("application/json; charset=iso-8859-1")]
    public async Task A_client_that_accepts_nothing_there_is_is_told_so(string accept)
    {
        await using var server = await TestServer.StartAsync(Schema());
        using var response = await server.PostAsync("""{"query":"{ hello }"}""", accept);
        response.StatusCode.ShouldBe(HttpStatusCode.NotAcceptable);
        (await CodeAsync(response)).ShouldBe(HttpErrorCodes.NotAcceptable);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    public async Task A_body_of_another_type_is_refused(string? contentType)
    {
        await using var server = await TestServer.StartAsync(Schema());
        using var response = await server.PostAsync("""{"query":"{ hello }"}""", contentType: contentType);
        response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        (await CodeAsync(response)).ShouldBe(HttpErrorCodes.UnsupportedMediaType);
    }

    [Theory]
    [InlineData("application/json; charset=UTF-8")]
    [InlineData("application/json; charset=\"utf-8\"")]
    [InlineData("Application/Json")]
    public async Task A_json_body_is_taken_however_its_type_is_written(string contentType)
    {
        await using var server = await TestServer.StartAsync(Schema());
        using var response = await server.PostAsync("""{"query":"{ hello }"}""", contentType: contentType);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("", HttpErrorCodes.InvalidJson)]
    [InlineData("{", HttpErrorCodes.InvalidJson)]
    [InlineData("not json", HttpErrorCodes.InvalidJson)]
    [InlineData("""{"query":"{ hello }"} x""", HttpErrorCodes.InvalidJson)]
    [InlineData("""{"query":"{ hello }","query":"{ strict }"}""", HttpErrorCodes.DuplicateKey)]
    [InlineData("""{"query":"{ hello }","variables":{"a":1,"a":2}}""", HttpErrorCodes.DuplicateKey)]
    [InlineData("[]", ErrorCodes.BadRequest)]
    [InlineData("\"{ hello }\"", ErrorCodes.BadRequest)]
    [InlineData("{}", ErrorCodes.BadRequest)]
    [InlineData("""{"query":null}""", ErrorCodes.BadRequest)]
    [InlineData("""{"query":7}""", ErrorCodes.BadRequest)]
    [InlineData("""{"query":"{ hello }","variables":[]}""", ErrorCodes.BadRequest)]
    [InlineData("""{"query":"{ hello }","variables":"{}"}""", ErrorCodes.BadRequest)]
    [InlineData("""{"query":"{ hello }","operationName":1}""", ErrorCodes.BadRequest)]
    [InlineData("""{"query":"{ hello }","extensions":1}""", ErrorCodes.BadRequest)]
    [InlineData("""{"query":"\ud800"}""", HttpErrorCodes.InvalidUtf8)]
    public async Task A_body_that_is_no_request_is_refused_in_every_media_type(string body, string code)
    {
        await using var server = await TestServer.StartAsync(Schema());
        foreach (var accept in new[] { "application/json", ResponseJson })
        {
            using var response = await server.PostAsync(body, accept);
            response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            response.Content.Headers.ContentType!.MediaType.ShouldBe(accept);
            (await CodeAsync(response)).ShouldBe(code);
        }
    }

    [Fact]
    public async Task A_body_that_is_not_utf8_is_refused()
    {
        await using var server = await TestServer.StartAsync(Schema());
        using var response = await server.PostAsync([.. Encoding.UTF8.GetBytes("{\"query\":\"{ hello(name: \\\""), 0xff, .. Encoding.UTF8.GetBytes("\\\") }\"}")]);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await CodeAsync(response)).ShouldBe(HttpErrorCodes.InvalidUtf8);
    }

    [Fact]
    public async Task Nulls_beside_the_query_are_as_good_as_nothing()
    {
        await using var server = await TestServer.StartAsync(Schema());
        using var response = await server.PostAsync("""{"query":"{ hello }","variables":null,"operationName":null,"extensions":null,"unknown":1}""");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(60, HttpStatusCode.OK)]
    [InlineData(61, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_body_over_the_cap_is_refused(int length, HttpStatusCode expected)
    {
        await using var server = await TestServer.StartAsync(Schema(), o => o.MaxRequestBytes = 60);
        using var response = await server.PostAsync("""{"query":"{ hello }"}""".PadRight(length));
        response.StatusCode.ShouldBe(expected);
        if (expected != HttpStatusCode.OK)
            (await CodeAsync(response)).ShouldBe(ErrorCodes.RequestTooLarge);
    }

    [Fact]
    public async Task A_body_over_the_cap_is_refused_also_when_its_length_is_not_told()
    {
        await using var server = await TestServer.StartAsync(Schema(), o => o.MaxRequestBytes = 60);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes("""{"query":"{ hello }"}""".PadRight(61))) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.TransferEncodingChunked = true;
        using var response = await server.Client.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData("{ hello", "SYNTAX_ERROR")]
    [InlineData("{ nothing }", null)]
    [InlineData("query A { hello } query B { hello }", ErrorCodes.UnknownOperation)]
    [InlineData("query($n: Int!) { hello @skip(if: false) strict @include(if: false) } fragment F on Query { hello }", null)]
    public async Task A_refused_operation_is_400_in_the_response_media_type_and_200_in_plain_json(string query, string? code)
    {
        await using var server = await TestServer.StartAsync(Schema());
        var body = JsonSerializer.Serialize(new { query });
        using var response = await server.PostAsync(body, ResponseJson);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.TryGetProperty("data", out _).ShouldBeFalse();
        if (code is not null)
            (await CodeAsync(response)).ShouldBe(code);
        using var plain = await server.PostAsync(body, "application/json");
        plain.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_executed_operation_is_200_even_when_its_data_is_null()
    {
        await using var server = await TestServer.StartAsync(Schema());
        using var response = await server.PostAsync("""{"query":"{ strict }"}""", ResponseJson);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await CodeAsync(response)).ShouldBe(ErrorCodes.NonNullViolation);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    [InlineData("HEAD")]
    [InlineData("OPTIONS")]
    public async Task Other_methods_are_refused_and_told_which_is_allowed(string method)
    {
        await using var server = await TestServer.StartAsync(Schema());
        using var response = await server.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), "/graphql?query={hello}"));
        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.Allow.ShouldBe(["GET", "POST"]);
    }

    [Fact]
    public async Task A_large_answer_arrives_whole()
    {
        var s = new HandMadeSchema();
        s.Query(s.Field("many", "[String!]!", _ => Enumerable.Range(0, 100_000).Select(i => $"item {i}")));
        await using var server = await TestServer.StartAsync(s);
        using var response = await server.PostAsync("""{"query":"{ many }"}""");
        var items = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync()).RootElement.GetProperty("data").GetProperty("many");
        items.GetArrayLength().ShouldBe(100_000);
        items[99_999].GetString().ShouldBe("item 99999");
    }

    [Fact]
    public async Task Text_in_variables_that_is_half_a_character_is_an_error_of_the_client()
    {
        await using var server = await TestServer.StartAsync(Schema());
        using var response = await server.PostAsync("""{"query":"query($n: String) { hello(name: $n) }","variables":{"n":"\ud800"}}""", ResponseJson);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await CodeAsync(response)).ShouldBe(ErrorCodes.InvalidVariable);
    }

    [Fact]
    public async Task A_client_that_goes_away_cancels_its_request()
    {
        var started = new TaskCompletionSource();
        var cancelled = new TaskCompletionSource();
        var s = new HandMadeSchema();
        s.Query(s.AsyncField("slow", "Int", async c =>
        {
            started.SetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, c.CancellationToken);
            }
            catch (OperationCanceledException)
            {
                cancelled.SetResult();
                throw;
            }
            return null;
        }));
        await using var server = await TestServer.StartAsync(s);
        using var client = new CancellationTokenSource();
        var request = server.Client.PostAsync("/graphql", new StringContent("""{"query":"{ slow }"}""", Encoding.UTF8, "application/json"), client.Token);
        await started.Task;
        await client.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(request);
        await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }
}
