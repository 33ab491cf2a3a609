using System.Net.Sockets;
using System.Text;

namespace Portal.GraphQL.Tests.Attacks;

/// <summary>Requests that stop in the middle or lie about their length, byte by byte as no client library sends them.</summary>
public sealed class BrokenBodyTests(AttackedServer server) : IClassFixture<AttackedServer>
{
    private const string Head = "POST /graphql HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n";
    private const string Query = """{"query":"{hello}"}""";

    /// <summary>Sends the text and waits; what comes back until the server closes.</summary>
    private async Task<string> SendAsync(string text)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(server.Address.Host, server.Address.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text));
        using var reader = new StreamReader(stream);
        using var hang = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        return await reader.ReadToEndAsync(hang.Token);
    }

    private async Task ShouldServeAsync()
    {
        using var response = await server.Client.PostAsync("/graphql", new StringContent(Query, Encoding.UTF8, "application/json"));
        (await response.Content.ReadAsStringAsync()).ShouldBe("""{"data":{"hello":"Hello "}}""");
    }

    // A client that sends nothing more is given up by the web server's own minimum rate.
    [Theory]
    [InlineData("Content-Length: 1000\r\n\r\n{\"query\":", "408 ", "BAD_REQUEST")]
    [InlineData("Content-Length: 99999999999\r\n\r\n{", "413 ", "REQUEST_TOO_LARGE")]
    [InlineData("Content-Length: 9\r\n\r\n{\"query\":\"{hello}\"}", "400 ", "INVALID_JSON")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n13\r\n{\"query\":\"{h", "408 ", "BAD_REQUEST")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nzz\r\n{\"query\":\"{hello}\"}\r\n0\r\n\r\n", "400 ", "BAD_REQUEST")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n5\r\n{\"query\":\"{hello}\"}\r\n0\r\n\r\n", "400 ", "BAD_REQUEST")]
    public async Task A_body_that_stops_or_lies_is_refused_with_a_code(string rest, string status, string code)
    {
        var answer = await SendAsync(Head + rest);
        answer.ShouldStartWith("HTTP/1.1 " + status);
        answer.ShouldContain($"\"code\":\"{code}\"");
        await ShouldServeAsync();
    }

    [Theory]
    [InlineData("Content-Length: -1\r\n\r\n{}")]
    [InlineData("Content-Length: 99999999999999999999999\r\n\r\n{}")]
    [InlineData("Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}")]
    [InlineData("Bad Header\r\n\r\n{}")]
    public async Task What_is_no_http_never_reaches_the_endpoint(string rest)
    {
        (await SendAsync(Head + rest)).ShouldStartWith("HTTP/1.1 400 ");
        await ShouldServeAsync();
    }

    [Fact]
    public async Task A_body_in_many_small_pieces_is_read_whole()
    {
        var chunks = string.Concat(Query.Select(c => $"1\r\n{c}\r\n"));
        (await SendAsync(Head + "Transfer-Encoding: chunked\r\n\r\n" + chunks + "0\r\n\r\n")).ShouldContain("""{"data":{"hello":"Hello "}}""");
    }

    [Fact]
    public async Task A_thousand_clients_that_hang_up_in_the_middle_leave_nothing_behind()
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, 1000), new ParallelOptions { MaxDegreeOfParallelism = 50 }, async (i, cancellationToken) =>
        {
            using var client = new TcpClient { LingerState = new(true, 0) };
            await client.ConnectAsync(server.Address.Host, server.Address.Port, cancellationToken);
            await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(Head + "Content-Length: 500000\r\n\r\n" + new string(' ', i)), cancellationToken);
        });
        await ShouldServeAsync();
        server.IsRunning.ShouldBeTrue();
    }
}
