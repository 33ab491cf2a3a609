using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Portal.GraphQL.Execution.Subscriptions;
using Portal.GraphQL.Transport.Connections;
using Portal.GraphQL.Transport.WebSockets;

namespace Portal.GraphQL.Tests.Transport.Connections;

/// <summary>Every code with which the server closes a socket, and what keeps it from opening.</summary>
public sealed class SocketClosingTests
{
    private const string Init = """{"type":"connection_init"}""";

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":7}""")]
    [InlineData("""{"type":"start","id":"1"}""")]
    [InlineData("""{"type":"complete"}""")]
    [InlineData("""{"type":"ping","type":"ping"}""")]
    [InlineData("""{"type":"subscribe","payload":{"query":"{ hello }"}}""")]
    [InlineData("""{"type":"subscribe","id":"","payload":{"query":"{ hello }"}}""")]
    [InlineData("""{"type":"subscribe","id":"1"}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{"query":7}}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{}}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{"query":"\ud800"}}""")]
    public async Task A_message_that_is_none_closes_with_4400(string message)
    {
        await using var server = await ConnectionServer.StartAsync();
        await using var client = await SocketClient.ReadyAsync(server.Address);
        await client.SendAsync(message);
        (await client.CloseCodeAsync()).ShouldBe(CloseCodes.BadRequest);
    }

    [Fact]
    public async Task Binary_messages_and_payloads_that_are_no_object_close_with_4400()
    {
        await using var server = await ConnectionServer.StartAsync();
        await using var binary = await SocketClient.OpenAsync(server.Address);
        await binary.SendAsync(Encoding.UTF8.GetBytes(Init), WebSocketMessageType.Binary);
        (await binary.CloseCodeAsync()).ShouldBe(CloseCodes.BadRequest);
        await using var list = await SocketClient.OpenAsync(server.Address);
        await list.SendAsync("""{"type":"connection_init","payload":[]}""");
        (await list.CloseCodeAsync()).ShouldBe(CloseCodes.BadRequest);
    }

    [Fact]
    public async Task An_operation_before_the_acknowledgement_closes_with_4401()
    {
        await using var server = await ConnectionServer.StartAsync();
        await using var client = await SocketClient.OpenAsync(server.Address);
        await client.SubscribeAsync("1", "{ hello }");
        (await client.CloseCodeAsync()).ShouldBe(CloseCodes.Unauthorized);
    }

    [Theory]
    [InlineData("""{"type":"connection_init","payload":{"Authorization":"Bearer bad"}}""", false)]
    [InlineData(Init, true)]
    public async Task A_token_that_is_not_accepted_or_needed_and_missing_closes_with_4403(string init, bool needed)
    {
        await using var server = await ConnectionServer.StartAsync(o => o.RequireUser = needed);
        await using var client = await SocketClient.OpenAsync(server.Address);
        await client.SendAsync(init);
        (await client.CloseCodeAsync()).ShouldBe(CloseCodes.Forbidden);
    }

    [Fact]
    public async Task A_token_that_ends_ends_the_connection_with_4403()
    {
        await using var server = await ConnectionServer.StartAsync();
        await using var client = await SocketClient.ReadyAsync(server.Address, """{"type":"connection_init","payload":{"token":"brief"}}""");
        await client.SubscribeAsync("1", "subscription { fed }");
        (await client.CloseCodeAsync()).ShouldBe(CloseCodes.Forbidden);
        await server.FollowersAsync(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_caller_who_may_no_longer_be_served_is_closed_with_4403_at_the_next_event_or_check(bool eventComes)
    {
        var doorman = new Doorman();
        await using var server = await ConnectionServer.StartAsync(
            o => o.RevalidateInterval = eventComes ? TimeSpan.FromHours(1) : TimeSpan.FromMilliseconds(50), s => s.AddSingleton<IConnectionAuthenticator>(doorman));
        await using var client = await SocketClient.ReadyAsync(server.Address);
        await client.SubscribeAsync("1", "subscription { fed }");
        await server.FollowersAsync(1);
        doorman.Open = false;
        if (eventComes) server.Publish("not for you");
        var seen = new List<string>();
        while (client.Socket.State is WebSocketState.Open && client.Socket.CloseStatus is null)
        {
            try { seen.Add((await client.ReceiveAsync()).GetRawText()); }
            catch (InvalidOperationException) { break; }
        }
        ((int)client.Socket.CloseStatus!).ShouldBe(CloseCodes.Forbidden);
        string.Concat(seen).ShouldNotContain("not for you");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("graphql-ws")]
    public async Task A_client_of_another_protocol_is_closed_with_4406(string? protocol)
    {
        await using var server = await ConnectionServer.StartAsync();
        await using var client = await SocketClient.OpenAsync(server.Address, protocol);
        client.Socket.SubProtocol.ShouldBeNull();
        (await client.CloseCodeAsync()).ShouldBe(CloseCodes.SubprotocolNotAcceptable);
    }

    [Fact]
    public async Task Silence_instead_of_connection_init_closes_with_4408()
    {
        await using var server = await ConnectionServer.StartAsync(o => o.InitTimeout = TimeSpan.FromSeconds(2));
        await using var client = await SocketClient.OpenAsync(server.Address);
        await client.SendAsync("""{"type":"ping"}""");
        (await client.CloseCodeAsync()).ShouldBe(CloseCodes.InitTimeout);
        await using var ready = await SocketClient.ReadyAsync(server.Address);
        await Task.Delay(2500);
        await ready.SendAsync("""{"type":"ping"}""");
        await ready.ReceiveAsync("""{"type":"pong"}""");
    }

    [Fact]
    public async Task An_id_that_is_in_use_closes_with_4409_and_a_second_init_with_4429()
    {
        await using var server = await ConnectionServer.StartAsync();
        await using var twice = await SocketClient.ReadyAsync(server.Address);
        await twice.SubscribeAsync("1", "subscription { fed }");
        await twice.SubscribeAsync("1", "subscription { fed }");
        (await twice.CloseCodeAsync()).ShouldBe(CloseCodes.SubscriberAlreadyExists);
        twice.Socket.CloseStatusDescription.ShouldBe("Subscriber for 1 already exists");
        await using var again = await SocketClient.ReadyAsync(server.Address);
        await again.SendAsync(Init);
        (await again.CloseCodeAsync()).ShouldBe(CloseCodes.TooManyInitialisationRequests);
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public async Task A_message_over_the_limit_closes_with_1009(int length, bool taken)
    {
        await using var server = await ConnectionServer.StartAsync(o => o.MaxMessageBytes = 200);
        await using var client = await SocketClient.ReadyAsync(server.Address);
        await client.SendAsync("""{"type":"ping"}""".PadRight(length));
        if (taken) await client.ReceiveAsync("""{"type":"pong"}""");
        else (await client.CloseCodeAsync()).ShouldBe(CloseCodes.MessageTooBig);
    }

    [Fact]
    public async Task A_server_that_stops_closes_with_1001()
    {
        await using var server = await ConnectionServer.StartAsync();
        await using var client = await SocketClient.ReadyAsync(server.Address);
        await client.SubscribeAsync("1", "subscription { fed }");
        await client.SubscribeAsync("2", "{ never }");
        await server.FollowersAsync(1);
        var stopping = server.StopAsync();
        (await client.CloseCodeAsync()).ShouldBe(CloseCodes.GoingAway);
        await client.Socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        await stopping.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task One_connection_too_many_is_told_to_come_back_and_a_place_that_is_left_is_free()
    {
        await using var server = await ConnectionServer.StartAsync(o => o.MaxConnections = 1);
        var first = await SocketClient.ReadyAsync(server.Address);
        (await Should.ThrowAsync<HttpRequestException>(() => SocketClient.OpenAsync(server.Address))).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        await first.DisposeAsync();
        for (var i = 0; ; i++)
        {
            try
            {
                await using var second = await SocketClient.ReadyAsync(server.Address);
                break;
            }
            catch (HttpRequestException) when (i < 1000)
            {
                await Task.Delay(10);
            }
        }
    }

    [Theory]
    [InlineData("https://evil.example", false)]
    [InlineData("null", false)]
    [InlineData("https://portal.example", true)]
    [InlineData("own", true)]
    [InlineData(null, true)]
    public async Task Pages_of_foreign_origins_open_no_socket(string? origin, bool admitted)
    {
        await using var server = await ConnectionServer.StartAsync(o => o.AllowedOrigins.Add("https://portal.example"));
        var sent = origin == "own" ? server.Address.GetLeftPart(UriPartial.Authority) : origin;
        (string, string)[] headers = sent is null ? [] : [("Origin", sent)];
        if (admitted) await (await SocketClient.OpenAsync(server.Address, headers: headers)).DisposeAsync();
        else (await Should.ThrowAsync<HttpRequestException>(() => SocketClient.OpenAsync(server.Address, headers: headers))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public void Settings_that_cannot_work_are_named()
    {
        new GraphQLConnectionOptions().Faults().ShouldBeEmpty();
        new GraphQLConnectionOptions { SendTimeout = TimeSpan.Zero, MaxConnections = 0, AllowedOrigins = ["portal.example", "https://portal.example/", "*"] }
            .Faults().Count.ShouldBe(4);
    }

    private sealed class Doorman : IConnectionAuthenticator
    {
        public bool Open { get; set; } = true;

        public ValueTask<ConnectionCaller?> AuthenticateAsync(HttpContext context, JsonElement payload, CancellationToken cancellationToken) =>
            new(new ConnectionCaller(context.User, null));

        public ValueTask<bool> EnterAsync(ConnectionCaller caller, IServiceProvider services, ScopePurpose purpose, CancellationToken cancellationToken) => new(Open);
    }
}
