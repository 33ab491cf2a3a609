using System.Net;
using System.Text;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Transport;
using Portal.GraphQL.Execution.Subscriptions;
using Portal.GraphQL.Transport.Connections;

namespace Portal.GraphQL.Tests.Transport.Connections;

/// <summary>The protocol graphql-sse in its distinct connections mode.</summary>
public sealed class EventStreamTests
{
    [Fact]
    public async Task Each_result_is_an_event_and_the_end_is_one_too()
    {
        await using var server = await ConnectionServer.StartAsync();
        await using var stream = await EventStreamClient.OpenAsync(server.Http, "subscription { count(to: 2) }");
        stream.Status.ShouldBe(HttpStatusCode.OK);
        stream.Response.Content.Headers.ContentType!.ToString().ShouldBe("text/event-stream; charset=utf-8");
        stream.Response.Headers.GetValues("X-Accel-Buffering").Single().ShouldBe("no");
        stream.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await stream.NextAsync()).ShouldBe(("next", """{"data":{"count":1}}"""));
        (await stream.NextAsync()).ShouldBe(("next", """{"data":{"count":2}}"""));
        (await stream.NextAsync()).ShouldBe(("complete", ""));
        (await stream.NextAsync()).ShouldBeNull();
    }

    [Theory]
    [InlineData("{ hello }", """{"data":{"hello":"you"}}""")]
    [InlineData("""mutation { shout(text: "a\nb") }""", """{"data":{"shout":"A\nB"}}""")]
    public async Task Queries_and_mutations_are_streams_of_one_event(string query, string expected)
    {
        await using var server = await ConnectionServer.StartAsync();
        await using var stream = await EventStreamClient.OpenAsync(server.Http, query);
        (await stream.NextAsync()).ShouldBe(("next", expected));
        (await stream.NextAsync()).ShouldBe(("complete", ""));
    }

    [Theory]
    [InlineData("subscription {", "SYNTAX_ERROR")]
    [InlineData("subscription { mine }", ErrorCodes.NotSignedIn)]
    public async Task Errors_before_execution_come_over_the_stream(string query, string code)
    {
        await using var server = await ConnectionServer.StartAsync();
        await using var stream = await EventStreamClient.OpenAsync(server.Http, query);
        stream.Status.ShouldBe(HttpStatusCode.OK);
        var (name, data) = (await stream.NextAsync())!.Value;
        name.ShouldBe("next");
        data.ShouldContain(code);
        data.ShouldNotContain("\"data\"");
        (await stream.NextAsync()).ShouldBe(("complete", ""));
    }

    [Fact]
    public async Task The_head_comes_before_the_first_event_and_comments_keep_the_stream_alive()
    {
        await using var server = await ConnectionServer.StartAsync(o => o.KeepAliveInterval = TimeSpan.FromMilliseconds(50));
        await using var stream = await EventStreamClient.OpenAsync(server.Http, "subscription { fed }");
        await server.FollowersAsync(1);
        var next = stream.NextAsync();
        for (var i = 0; stream.Comments < 5; i++)
        {
            i.ShouldBeLessThan(6000);
            await Task.Delay(5);
        }
        server.Publish("after all");
        (await next)!.Value.Data.ShouldBe("""{"data":{"fed":"after all"}}""");
    }

    [Fact]
    public async Task A_client_that_goes_away_ends_its_source()
    {
        await using var server = await ConnectionServer.StartAsync();
        var stream = await EventStreamClient.OpenAsync(server.Http, "subscription { fed }");
        await server.FollowersAsync(1);
        await stream.DisposeAsync();
        await server.FollowersAsync(0);
    }

    [Fact]
    public async Task A_token_that_ends_ends_the_stream_with_its_reason()
    {
        await using var server = await ConnectionServer.StartAsync(services: s => s.Add(new(typeof(IConnectionAuthenticator), new BriefCaller())));
        await using var stream = await EventStreamClient.OpenAsync(server.Http, "subscription { fed }");
        var (name, data) = (await stream.NextAsync())!.Value;
        name.ShouldBe("next");
        data.ShouldContain(ErrorCodes.NotSignedIn);
        (await stream.NextAsync()).ShouldBe(("complete", ""));
        await server.FollowersAsync(0);
    }

    [Fact]
    public async Task Who_must_be_signed_in_and_is_not_is_refused_before_the_stream()
    {
        await using var server = await ConnectionServer.StartAsync(o => o.RequireUser = true);
        await using var refused = await EventStreamClient.OpenAsync(server.Http, "subscription { fed }");
        refused.Status.ShouldBe(HttpStatusCode.Unauthorized);
        await using var admitted = await EventStreamClient.OpenAsync(server.Http, "{ who }", headers: ("Authorization", "Bearer ann"));
        (await admitted.NextAsync())!.Value.Data.ShouldBe("""{"data":{"who":"ann"}}""");
    }

    [Fact]
    public async Task A_server_that_stops_breaks_the_stream_off_so_that_the_client_comes_again()
    {
        await using var server = await ConnectionServer.StartAsync();
        await using var stream = await EventStreamClient.OpenAsync(server.Http, "subscription { fed }");
        await server.FollowersAsync(1);
        var stopping = server.StopAsync();
        (await stream.NextAsync()).ShouldBeNull();
        await stopping.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Streams_and_sockets_share_the_places_of_the_server()
    {
        await using var server = await ConnectionServer.StartAsync(o => o.MaxConnections = 1);
        await using var socket = await SocketClient.ReadyAsync(server.Address);
        await using var stream = await EventStreamClient.OpenAsync(server.Http, "{ hello }");
        stream.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        stream.Response.Headers.RetryAfter.ShouldNotBeNull();
    }

    [Fact]
    public async Task The_single_connection_mode_is_refused()
    {
        await using var server = await ConnectionServer.StartAsync();
        using var reservation = await server.Http.PutAsync("/graphql", null);
        reservation.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        await using var stream = await EventStreamClient.OpenAsync(server.Http, "{ hello }", headers: ("X-GraphQL-Event-Stream-Token", "1"));
        stream.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_stream_opens_with_get_too_when_it_changes_nothing()
    {
        await using var server = await ConnectionServer.StartAsync();
        async Task<string> GetAsync(string query)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=" + Uri.EscapeDataString(query));
            request.Headers.TryAddWithoutValidation("Accept", "text/event-stream");
            using var response = await server.Http.SendAsync(request);
            return await response.Content.ReadAsStringAsync();
        }
        (await GetAsync("subscription { count(to: 1) }")).ShouldContain("""{"data":{"count":1}}""");
        var refused = await GetAsync("""mutation { shout(text: "hi") }""");
        refused.ShouldContain(ErrorCodes.MethodNotAllowed);
        refused.ShouldNotContain("HI");
    }

    [Theory]
    [InlineData("text/event-stream;q=0, application/json", "application/json")]
    [InlineData("application/json", "application/json")]
    [InlineData("text/html;q=0.5, text/event-stream", "text/event-stream")]
    public async Task Only_who_accepts_a_stream_gets_one(string accept, string expected)
    {
        await using var server = await ConnectionServer.StartAsync();
        await using var stream = await EventStreamClient.OpenAsync(server.Http, "{ hello }", accept);
        stream.Response.Content.Headers.ContentType!.MediaType.ShouldBe(expected);
    }

    [Fact]
    public async Task A_body_that_is_no_request_is_refused_as_over_plain_http()
    {
        await using var server = await ConnectionServer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent("{", Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Accept", "text/event-stream");
        using var response = await server.Http.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).ShouldContain(HttpErrorCodes.InvalidJson);
    }

    [Fact]
    public async Task A_client_that_does_not_read_holds_up_its_source_and_is_dropped_in_the_end()
    {
        await using var server = await ConnectionServer.StartAsync(o => o.SendTimeout = TimeSpan.FromSeconds(2));
        await using var stream = await EventStreamClient.OpenAsync(server.Http, "subscription { flood(size: 100000) }");
        await server.FloodedAsync();
        await server.FollowersAsync(0);
        server.Flooded.ShouldBeLessThan(400);
    }

    private sealed class BriefCaller : IConnectionAuthenticator
    {
        public ValueTask<ConnectionCaller?> AuthenticateAsync(
            Microsoft.AspNetCore.Http.HttpContext context, System.Text.Json.JsonElement payload, CancellationToken cancellationToken) =>
            new(new ConnectionCaller(context.User, TimeProvider.System.GetUtcNow().AddMilliseconds(500)));

        public ValueTask<bool> EnterAsync(ConnectionCaller caller, IServiceProvider services, ScopePurpose purpose, CancellationToken cancellationToken) => new(true);
    }
}
