using System.Net;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Tests.Execution;
using Portal.GraphQL.Transport;

namespace Portal.GraphQL.Tests.Transport;

public sealed class GetTests
{
    private const string ResponseJson = "application/graphql-response+json";

    private int _saved;

    private HandMadeSchema Schema()
    {
        var s = new HandMadeSchema();
        s.Query(
            s.Field("hello", "String", c => $"Hello {c.Argument(0)}", s.Argument("name", "String", "\"world\"")),
            s.Field("fails", "String", _ => throw new InvalidOperationException()));
        s.Mutation(s.Field("save", "Int", _ => Interlocked.Increment(ref _saved)));
        return s;
    }

    [Theory]
    [InlineData(null, "application/json")]
    [InlineData(ResponseJson, ResponseJson)]
    public async Task A_query_with_variables_and_a_name_is_answered(string? accept, string expected)
    {
        await using var server = await TestServer.StartAsync(Schema());
        using var response = await server.GetAsync(
            [("query", "query A { a: hello } query B($n: String) { hello(name: $n) }"), ("operationName", "B"), ("variables", """{"n":"Ünï 😀+&="}"""), ("extensions", "{}")],
            accept is null ? [] : [("Accept", accept)]);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(expected);
        (await response.TextAsync()).ShouldBe("""{"data":{"hello":"Hello Ünï 😀+&="}}""");
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData(ResponseJson)]
    public async Task A_mutation_is_refused_and_does_nothing(string accept)
    {
        await using var server = await TestServer.StartAsync(Schema());
        foreach (var query in new[] { "mutation { save }", "query Q { hello } mutation M { save }" })
        {
            using var response = await server.GetAsync([("query", query), ("operationName", query.StartsWith('q') ? "M" : "")], ("Accept", accept));
            response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
            response.Content.Headers.Allow.ShouldBe(["POST"]);
            (await response.CodeAsync()).ShouldBe(ErrorCodes.MethodNotAllowed);
        }
        _saved.ShouldBe(0);
        // The document is kept: sent with POST it runs.
        using var post = await server.PostAsync("""{"query":"mutation { save }"}""");
        (await post.TextAsync()).ShouldBe("""{"data":{"save":1}}""");
    }

    [Theory]
    [InlineData("", ErrorCodes.BadRequest)]
    [InlineData("query=", ErrorCodes.BadRequest)]
    [InlineData("query={hello}&query={hello}", ErrorCodes.BadRequest)]
    [InlineData("query={hello}&variables={", HttpErrorCodes.InvalidJson)]
    [InlineData("query={hello}&variables=[]", ErrorCodes.BadRequest)]
    [InlineData("query={hello}&variables={\"a\":1,\"a\":2}", HttpErrorCodes.InvalidJson)]
    [InlineData("query={hello}&extensions=1", ErrorCodes.BadRequest)]
    [InlineData("documentId=none", ErrorCodes.UnknownDocument)]
    [InlineData("query={hello", "SYNTAX_ERROR")]
    [InlineData("query={hello%00}", "SYNTAX_ERROR")]
    public async Task What_is_no_query_is_refused(string parameters, string code)
    {
        await using var server = await TestServer.StartAsync(Schema());
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?" + parameters);
        request.Headers.TryAddWithoutValidation("Accept", ResponseJson);
        using var response = await server.Client.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.CodeAsync()).ShouldBe(code);
    }

    [Fact]
    public async Task A_host_may_take_posts_only()
    {
        await using var server = await TestServer.StartAsync(Schema(), o => o.AllowGet = false);
        using var response = await server.GetAsync([("query", "{ hello }")]);
        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.Allow.ShouldBe(["POST"]);
    }

    [Fact]
    public async Task An_answer_has_a_tag_and_is_not_sent_again_to_who_has_it()
    {
        await using var server = await TestServer.StartAsync(Schema());
        using var first = await server.GetAsync([("query", "{ hello }")]);
        var tag = first.Headers.ETag!.ToString();
        first.Headers.CacheControl!.ToString().ShouldBe("no-cache, private");
        string.Join(", ", first.Headers.Vary).ShouldBe("Accept, Accept-Encoding, Authorization");
        foreach (var known in new[] { tag, $"\"other\", {tag}", "*", tag[2..] })
        {
            using var again = await server.GetAsync([("query", "{ hello }")], ("If-None-Match", known));
            again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
            again.Headers.ETag!.ToString().ShouldBe(tag);
            (await again.TextAsync()).ShouldBe("");
        }
        using var other = await server.GetAsync([("query", "{ hello(name: \"you\") }")], ("If-None-Match", tag));
        other.StatusCode.ShouldBe(HttpStatusCode.OK);
        other.Headers.ETag!.ToString().ShouldNotBe(tag);
    }

    [Fact]
    public async Task Posts_and_errors_have_no_tag_and_are_not_kept()
    {
        await using var server = await TestServer.StartAsync(Schema());
        using var post = await server.PostAsync("""{"query":"{ hello }"}""");
        using var failed = await server.GetAsync([("query", "{ fails }")]);
        using var refused = await server.GetAsync([("query", "{ nothing }")]);
        foreach (var response in new[] { post, failed, refused })
        {
            response.Headers.ETag.ShouldBeNull();
            response.Headers.CacheControl!.ToString().ShouldBe("no-store");
        }
        using var conditional = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent("""{"query":"{ hello }"}""", null, "application/json") };
        conditional.Headers.TryAddWithoutValidation("If-None-Match", "*");
        using var answered = await server.Client.SendAsync(conditional);
        answered.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
