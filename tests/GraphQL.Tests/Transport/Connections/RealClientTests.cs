using System.Text.Json;
using Portal.Graph.Clients;
using Portal.GraphQL.Tests.Execution;

namespace Portal.GraphQL.Tests.Transport.Connections;

/// <summary>The clients that people use: npm graphql-ws and npm graphql-sse.</summary>
public sealed class RealClientTests
{
    private const string Hello = """{"results":[{"data":{"hello":"you"}}],"end":"complete"}""";
    private const string Counted = """{"results":[{"data":{"count":1}},{"data":{"count":2}},{"data":{"count":3}}],"end":"complete"}""";

    [NodeFact]
    public async Task Graphql_ws_subscribes_queries_and_mutates()
    {
        await using var server = await ConnectionServer.StartAsync();
        (await SocketsAsync(server, "subscribe")).ShouldBeJson(
            $$$"""{"counted":{{{Counted}}},"queried":{{{Hello}}},"mutated":{"results":[{"data":{"shout":"HI"}}],"end":"complete"}}""");
    }

    [NodeFact]
    public async Task Graphql_ws_is_told_of_errors_and_goes_on()
    {
        await using var server = await ConnectionServer.StartAsync();
        var answer = JsonDocument.Parse(await SocketsAsync(server, "error")).RootElement;
        answer.GetProperty("refused").GetProperty("results").GetArrayLength().ShouldBe(0);
        answer.GetProperty("refused").GetProperty("end").ValueKind.ShouldBe(JsonValueKind.Array);
        answer.GetProperty("after").GetRawText().ShouldBeJson(Hello);
    }

    [NodeFact]
    public async Task Graphql_ws_is_let_in_by_its_connection_parameters_or_not()
    {
        await using var server = await ConnectionServer.StartAsync();
        (await SocketsAsync(server, "forbidden")).ShouldBeJson(
            """{"refused":{"results":[],"end":4403},"admitted":{"results":[{"data":{"who":"ann"}}],"end":"complete"}}""");
    }

    [NodeFact]
    public async Task Graphql_ws_runs_many_operations_at_once_leaves_some_and_pings()
    {
        await using var server = await ConnectionServer.StartAsync();
        (await SocketsAsync(server, "many")).ShouldBeJson("""{"right":80}""");
        (await SocketsAsync(server, "leave")).ShouldBeJson($$"""{"got":[1,2,3],"after":{{Hello}}}""");
        (await SocketsAsync(server, "keepAlive")).ShouldBeJson("""{"pongs":true}""");
    }

    [NodeFact]
    public async Task Graphql_ws_connects_again_with_a_fresh_token_when_its_token_ended()
    {
        await using var server = await ConnectionServer.StartAsync();
        var running = SocketsAsync(server, "reconnect");
        var seen = 0;
        while (!running.IsCompleted)
        {
            // Both connections get events; the script leaves at the first event of the second.
            if (server.Followers > 0) server.Publish($"e{seen++}");
            await Task.Delay(50);
        }
        var answer = JsonDocument.Parse(await running).RootElement;
        answer.GetProperty("connections").GetInt32().ShouldBe(2);
        answer.GetProperty("closes")[0].GetInt32().ShouldBe(4403);
        answer.GetProperty("got").GetArrayLength().ShouldBeGreaterThan(1);
    }

    [NodeFact]
    public async Task Graphql_sse_subscribes_queries_leaves_and_is_told_of_errors()
    {
        await using var server = await ConnectionServer.StartAsync();
        (await StreamsAsync(server, "subscribe")).ShouldBeJson($$"""{"counted":{{Counted}},"queried":{{Hello}}}""");
        (await StreamsAsync(server, "who")).ShouldBeJson("""{"results":[{"data":{"who":"ann"}}],"end":"complete"}""");
        (await StreamsAsync(server, "error")).ShouldBeJson("""{"codes":[1],"end":"complete"}""");
        (await StreamsAsync(server, "many")).ShouldBeJson("""{"right":40}""");
        (await StreamsAsync(server, "leave")).ShouldBeJson("""{"got":[1,2,3]}""");
    }

    [NodeFact]
    public async Task Graphql_sse_in_single_connection_mode_is_refused_and_says_so()
    {
        await using var server = await ConnectionServer.StartAsync();
        (await StreamsAsync(server, "single")).ShouldBeJson("""{"results":[],"end":405}""");
    }

    private static Task<string> SocketsAsync(ConnectionServer server, string story) =>
        NodeClients.RunAsync("subscriptions/graphql-ws.mjs", [story, new UriBuilder(server.Address) { Scheme = "ws", Path = "/graphql" }.Uri.ToString()]);

    private static Task<string> StreamsAsync(ConnectionServer server, string story) =>
        NodeClients.RunAsync("subscriptions/graphql-sse.mjs", [story, new Uri(server.Address, "/graphql").ToString()]);
}
