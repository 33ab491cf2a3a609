using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Tests.Execution;

namespace Portal.GraphQL.Tests.Transport;

public sealed class FaultTests
{
    private static HandMadeSchema Schema()
    {
        var s = new HandMadeSchema();
        s.Query(
            s.Field("fails", "String", _ => throw new InvalidOperationException("password=hunter2")),
            s.Field("fails2", "String", _ => throw new InvalidOperationException("password=hunter3")),
            s.AsyncField("slow", "Int", async c =>
            {
                await Task.Delay(Timeout.Infinite, c.CancellationToken);
                return 1;
            }));
        return s;
    }

    private static Task<TestServer> StartAsync() => TestServer.StartAsync(services =>
    {
        var s = Schema();
        services.AddSingleton(_ => s.Build());
        services.AddGraphQLExecution();
        services.Configure<ExecutionOptions>(o => o.Deadline = TimeSpan.FromMilliseconds(50));
    }, use: app => app.Use((context, next) =>
    {
        context.TraceIdentifier = context.Request.Headers["X-Request"].ToString();
        return next(context);
    }));

    [Fact]
    public async Task A_fault_is_answered_with_the_id_that_the_host_calls_the_request_and_nothing_else()
    {
        await using var server = await StartAsync();
        server.Client.DefaultRequestHeaders.Add("X-Request", "request-7");
        using var response = await server.PostAsync("""{"query":"{ fails fails2 }"}""");
        var text = await response.TextAsync();
        text.ShouldNotContain("hunter");
        text.ShouldNotContain("InvalidOperation");
        foreach (var error in (await response.JsonAsync()).GetProperty("errors").EnumerateArray())
        {
            error.GetProperty("message").GetString().ShouldBe("Unexpected error");
            error.GetProperty("extensions").GetRawText().ShouldBe("""{"code":"INTERNAL_ERROR","correlationId":"request-7"}""");
        }
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("GET")]
    public async Task A_request_over_its_deadline_is_given_up(string method)
    {
        await using var server = await StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), "/graphql?query={slow}");
        if (method == "POST")
            request.Content = new StringContent("""{"query":"{ slow }"}""", Encoding.UTF8, "application/json");
        using var response = await server.Client.SendAsync(request);
        (await response.CodeAsync()).ShouldBe(ErrorCodes.DeadlineExceeded);
        (await response.JsonAsync()).GetProperty("data").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }
}
