using System.Net.WebSockets;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Tests.Execution;
using Portal.GraphQL.Transport;

namespace Portal.GraphQL.Tests.Transport.Connections;

/// <summary>What goes right over a socket, and what ends one operation only.</summary>
public sealed class SocketTests
{
    [Fact]
    public async Task A_subscription_gives_a_message_per_event_and_says_when_it_is_over()
    {
        await using var server = await ConnectionServer.StartAsync();
        await using var client = await SocketClient.ReadyAsync(server.Address);
        client.Socket.SubProtocol.ShouldBe("graphql-transport-ws");
        await client.SubscribeAsync("a", "subscription { count(to: 2) }");
        await client.ReceiveAsync("""{"id":"a","type":"next","payload":{"data":{"count":1}}}""");
        await client.ReceiveAsync("""{"id":"a","type":"next","payload":{"data":{"count":2}}}""");
        await client.ReceiveAsync("""{"id":"a","type":"complete"}""");
        // The id is free again.
        await client.SubscribeAsync("a", "subscription { count(to: 0) }");
        await client.ReceiveAsync("""{"id":"a","type":"complete"}""");
    }

    [Fact]
    public async Task Queries_and_mutations_give_one_result()
    {
        await using var server = await ConnectionServer.StartAsync();
        await using var client = await SocketClient.ReadyAsync(server.Address);
        await client.SubscribeAsync("q\"1", "{ hello }");
        await client.ReceiveAsync("""{"id":"q\"1","type":"next","payload":{"data":{"hello":"you"}}}""");
        await client.ReceiveAsync("""{"id":"q\"1","type":"complete"}""");
        await client.SendAsync("""{"id":"m","type":"subscribe","payload":{"query":"mutation M($t: String!) { shout(text: $t) }","variables":{"t":"hi"},"operationName":"M"}}""");
        await client.ReceiveAsync("""{"id":"m","type":"next","payload":{"data":{"shout":"HI"}}}""");
        await client.ReceiveAsync("""{"id":"m","type":"complete"}""");
    }

    [Theory]
    [InlineData("subscription { nothing }")]
    [InlineData("subscription {")]
    [InlineData("subscription { mine }")]
    public async Task A_refused_operation_gets_an_error_message_and_the_connection_goes_on(string query)
    {
        await using var server = await ConnectionServer.StartAsync();
        await using var client = await SocketClient.ReadyAsync(server.Address);
        await client.SubscribeAsync("x", query);
        var answer = await client.ReceiveAsync();
        answer.GetProperty("type").GetString().ShouldBe("error");
        answer.GetProperty("id").GetString().ShouldBe("x");
        answer.GetProperty("payload")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldNotBeNullOrEmpty();
        await client.SubscribeAsync("x", "{ hello }");
        (await client.ReceiveAsync()).GetProperty("type").GetString().ShouldBe("next");
    }

    [Fact]
    public async Task Pings_are_answered_with_their_payload_before_and_after_the_acknowledgement()
    {
        await using var server = await ConnectionServer.StartAsync();
        await using var client = await SocketClient.OpenAsync(server.Address);
        await client.SendAsync("""{"type":"ping"}""");
        await client.ReceiveAsync("""{"type":"pong"}""");
        await client.SendAsync("""{"type":"connection_init","payload":{}}""");
        await client.ReceiveAsync("""{"type":"connection_ack"}""");
        await client.SendAsync("""{"type":"pong"}""");
        await client.SendAsync("""{"type":"ping","payload":{"n":[1,"ü"]}}""");
        await client.ReceiveAsync("""{"type":"pong","payload":{"n":[1,"ü"]}}""");
    }

    [Fact]
    public async Task The_client_ends_an_operation_and_may_use_its_id_at_once()
    {
        await using var server = await ConnectionServer.StartAsync();
        await using var client = await SocketClient.ReadyAsync(server.Address);
        await client.SubscribeAsync("a", "subscription { fed }");
        await server.FollowersAsync(1);
        await client.SendAsync("""{"id":"a","type":"complete"}""");
        await client.SendAsync("""{"id":"unknown","type":"complete"}""");
        await client.SubscribeAsync("a", "subscription { count(to: 1) }");
        await client.ReceiveAsync("""{"id":"a","type":"next","payload":{"data":{"count":1}}}""");
        await client.ReceiveAsync("""{"id":"a","type":"complete"}""");
        await server.FollowersAsync(0);
    }

    [Fact]
    public async Task Many_operations_run_side_by_side_and_each_gets_its_own_events_in_order()
    {
        await using var server = await ConnectionServer.StartAsync();
        await using var client = await SocketClient.ReadyAsync(server.Address);
        for (var i = 0; i < 50; i++) await client.SubscribeAsync($"s{i}", "subscription { fed }");
        await server.FollowersAsync(50);
        for (var i = 0; i < 20; i++) server.Publish($"e{i}");
        var got = Enumerable.Range(0, 50).ToDictionary(i => $"s{i}", _ => new List<string?>());
        for (var i = 0; i < 1000; i++)
        {
            var next = await client.ReceiveAsync();
            got[next.GetProperty("id").GetString()!].Add(next.GetProperty("payload").GetProperty("data").GetProperty("fed").GetString());
        }
        got.Values.ShouldAllBe(events => events.SequenceEqual(Enumerable.Range(0, 20).Select(i => $"e{i}")));
    }

    [Fact]
    public async Task One_operation_too_many_is_refused_alone()
    {
        await using var server = await ConnectionServer.StartAsync(o => o.MaxOperationsPerConnection = 2);
        await using var client = await SocketClient.ReadyAsync(server.Address);
        await client.SubscribeAsync("a", "subscription { fed }");
        await client.SubscribeAsync("b", "subscription { fed }");
        await client.SubscribeAsync("c", "subscription { fed }");
        var refusal = await client.ReceiveAsync();
        refusal.GetProperty("id").GetString().ShouldBe("c");
        refusal.GetProperty("payload")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe(HttpErrorCodes.TooManyOperations);
        await client.SendAsync("""{"id":"b","type":"complete"}""");
        await server.FollowersAsync(1);
        // The stream is over a moment before its place is free.
        string? answer;
        do
        {
            await client.SubscribeAsync("d", "subscription { count(to: 1) }");
            answer = (await client.ReceiveAsync()).GetProperty("type").GetString();
        }
        while (answer == "error");
        answer.ShouldBe("next");
    }

    [Fact]
    public async Task The_caller_is_who_the_payload_proves_or_else_who_the_request_was()
    {
        await using var server = await ConnectionServer.StartAsync();
        await using var bearer = await SocketClient.ReadyAsync(server.Address, """{"type":"connection_init","payload":{"authorization":"Bearer ann"}}""");
        await using var bare = await SocketClient.ReadyAsync(server.Address, """{"type":"connection_init","payload":{"authToken":"bob"}}""");
        await using var request = await SocketClient.OpenAsync(server.Address, headers: ("Authorization", "Bearer eve"));
        await request.SendAsync("""{"type":"connection_init"}""");
        (await request.ReceiveAsync()).GetProperty("type").GetString().ShouldBe("connection_ack");
        foreach (var (client, name) in new[] { (bearer, "ann"), (bare, "bob"), (request, "eve") })
        {
            await client.SubscribeAsync("w", "{ who }");
            await client.ReceiveAsync("""{"id":"w","type":"next","payload":{"data":{"who":"?"}}}""".Replace("?", name));
        }
    }

    [Fact]
    public async Task Leaving_ends_the_operations()
    {
        await using var server = await ConnectionServer.StartAsync();
        var polite = await SocketClient.ReadyAsync(server.Address);
        var rude = await SocketClient.ReadyAsync(server.Address);
        await polite.SubscribeAsync("a", "subscription { fed }");
        await rude.SubscribeAsync("a", "subscription { fed }");
        await server.FollowersAsync(2);
        await polite.Socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "done", CancellationToken.None);
        polite.Socket.CloseStatus.ShouldBe(WebSocketCloseStatus.NormalClosure);
        await server.FollowersAsync(1);
        rude.Socket.Abort();
        await server.FollowersAsync(0);
    }
}
