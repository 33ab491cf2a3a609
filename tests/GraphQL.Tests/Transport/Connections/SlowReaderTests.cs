namespace Portal.GraphQL.Tests.Transport.Connections;

/// <summary>Back-pressure: who does not read holds up what was asked for, and is dropped after a time.</summary>
public sealed class SlowReaderTests
{
    [Fact]
    public async Task A_client_that_does_not_read_holds_up_its_source_and_not_its_neighbour()
    {
        await using var server = await ConnectionServer.StartAsync();
        await using var slow = await SocketClient.ReadyAsync(server.Address);
        await slow.SubscribeAsync("1", "subscription { flood(size: 100000) }");
        var given = await SettledAsync(server);
        // What the sockets' buffers hold, and no more.
        given.ShouldBeLessThan(200);
        await using var other = await SocketClient.ReadyAsync(server.Address);
        await other.SubscribeAsync("1", "{ hello }");
        await other.ReceiveAsync("""{"id":"1","type":"next","payload":{"data":{"hello":"you"}}}""");
        // It goes on where it stopped.
        for (var i = 0; i < given + 50; i++) (await slow.ReceiveAsync()).GetProperty("id").GetString().ShouldBe("1");
        server.Flooded.ShouldBeGreaterThan(given);
    }

    [Fact]
    public async Task A_client_that_reads_nothing_for_too_long_is_dropped()
    {
        await using var server = await ConnectionServer.StartAsync(o => (o.SendTimeout, o.MaxConnections) = (TimeSpan.FromMilliseconds(300), 1));
        await using var slow = await SocketClient.ReadyAsync(server.Address);
        await slow.SubscribeAsync("1", "subscription { flood(size: 100000) }");
        await server.FloodedAsync();
        await server.FollowersAsync(0);
    }

    [Fact]
    public async Task A_client_that_answers_no_ping_is_dropped()
    {
        await using var server = await ConnectionServer.StartAsync(o =>
            (o.KeepAliveInterval, o.KeepAliveTimeout) = (TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)));
        // A socket answers pings only while it is read.
        await using var dead = await SocketClient.ReadyAsync(server.Address);
        await dead.SubscribeAsync("1", "subscription { fed }");
        await server.FollowersAsync(1);
        await server.FollowersAsync(0);
    }

    [Fact]
    public async Task A_client_that_answers_pings_stays()
    {
        await using var server = await ConnectionServer.StartAsync(o =>
            (o.KeepAliveInterval, o.KeepAliveTimeout) = (TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(5)));
        await using var client = await SocketClient.ReadyAsync(server.Address);
        await client.SubscribeAsync("1", "subscription { fed }");
        await server.FollowersAsync(1);
        var next = client.ReceiveAsync();
        await Task.Delay(500);
        server.Publish("still here");
        (await next).GetProperty("payload").GetProperty("data").GetProperty("fed").GetString().ShouldBe("still here");
    }

    private static async Task<int> SettledAsync(ConnectionServer server)
    {
        for (var last = -1; ; last = server.Flooded)
        {
            await Task.Delay(500);
            if (server.Flooded == last && last > 0) return last;
        }
    }
}
