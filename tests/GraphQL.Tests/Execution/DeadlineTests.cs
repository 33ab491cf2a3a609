using Microsoft.Extensions.DependencyInjection;
using Portal.GraphQL.Execution;

namespace Portal.GraphQL.Tests.Execution;
public sealed class DeadlineTests
{
    private static string Code(string answer, int index = 0) =>
        answer.Parsed().GetProperty("errors")[index].GetProperty("extensions").GetProperty("code").GetString()!;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_request_over_its_deadline_is_given_up_without_data(bool polite)
    {
        var s = new HandMadeSchema();
        s.Query(s.Field("quick", "Int", _ => 1), s.AsyncField("slow", "Int", async c =>
        {
            await Task.Delay(Timeout.Infinite, polite ? c.CancellationToken : default);
            return 1;
        }));
        (await s.ExecuteAsync("{ quick slow }", configure: o => o.Deadline = TimeSpan.FromMilliseconds(50))).ShouldBeJson("""
            {"data":null,"errors":[{"message":"The request took longer than 0.05 seconds and was given up.","extensions":{"code":"DEADLINE_EXCEEDED"}}]}
            """);
    }

    private sealed class Busy : IRequestCompletion
    {
        public bool Working { get; set; }
        public bool WasWorking { get; private set; }

        public Task BeforeResponseAsync(IServiceProvider services, CancellationToken cancellationToken)
        {
            WasWorking = Working;
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task What_notices_the_deadline_ends_before_the_request_goes_on()
    {
        var s = new HandMadeSchema();
        var busy = new Busy();
        s.Services.AddSingleton<IRequestCompletion>(busy);
        s.Query(s.AsyncField("slow", "Int", async c =>
        {
            busy.Working = true;
            try
            {
                await Task.Delay(Timeout.Infinite, c.CancellationToken);
            }
            finally
            {
                await Task.Delay(50);
                busy.Working = false;
            }
            return 1;
        }));
        Code(await s.ExecuteAsync("{ slow }", configure: o => o.Deadline = TimeSpan.FromMilliseconds(20))).ShouldBe(ErrorCodes.DeadlineExceeded);
        busy.WasWorking.ShouldBeFalse();
    }

    [Fact]
    public async Task A_cancelled_request_has_no_answer()
    {
        var s = new HandMadeSchema();
        using var cancel = new CancellationTokenSource();
        s.Query(s.AsyncField("slow", "Int", async c =>
        {
            await cancel.CancelAsync();
            await Task.Delay(Timeout.Infinite, c.CancellationToken);
            return 1;
        }));
        await using var host = s.Host();
        await Should.ThrowAsync<OperationCanceledException>(host.GetRequiredService<GraphQLExecutor>()
            .ExecuteAsync(new GraphQLRequest("{ slow }"), host.CreateScope().ServiceProvider, cancellationToken: cancel.Token));
    }
}
