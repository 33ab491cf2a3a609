using Microsoft.Extensions.DependencyInjection;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Instrumentation;

namespace Portal.GraphQL.Tests.Execution;
public sealed class ExecutionTests
{
    [Theory]
    [InlineData("query A { x } query B { y: x }", "B", """{"data":{"y":1}}""")]
    [InlineData("query A { x }", null, """{"data":{"x":1}}""")]
    [InlineData("query A { x }", "", """{"data":{"x":1}}""")]
    [InlineData("query A { x } query B { x }", null, null)]
    [InlineData("query A { x }", "B", null)]
    [InlineData("fragment F on Query { x }", null, null)]
    public async Task The_operation_is_chosen_by_name(string query, string? name, string? expected)
    {
        var s = new HandMadeSchema();
        s.Query(s.Field("x", "Int", _ => 1));
        await using var host = s.Host(o => o.Validation = new(Limits: null));
        using var scope = host.CreateScope();
        using var result = await host.GetRequiredService<GraphQLExecutor>().ExecuteAsync(new GraphQLRequest(query, name), scope.ServiceProvider);
        if (expected is null)
            result.IsExecuted.ShouldBeFalse();
        else
            System.Text.Encoding.UTF8.GetString(result.Utf8.Span).ShouldBe(expected);
    }

    [Fact]
    public async Task The_cost_is_told_when_asked_for_and_follows_the_page_size()
    {
        var s = new HandMadeSchema();
        s.Object<int[]>("Item", s.Property<int[]>("id", "Int", _ => 1));
        s.Object<int[][]>("Items", s.Property<int[][]>("nodes", "[Item]", x => x)).Fields[0].Cost = 1;
        var items = s.Field("items", "Items", _ => Array.Empty<int[]>(), s.Argument("first", "Int"));
        (items.Cost, items.Paging) = (1, new(25, 200, true));
        s.Query(items);
        await using var host = s.Host(o => o.IncludeCost = true);
        async Task<double> CostAsync(string query, string? variables = null) =>
            (await HandMadeSchema.ExecuteAsync(host, query, variables)).Parsed().GetProperty("extensions").GetProperty("cost").GetProperty("estimated").GetDouble();
        (await CostAsync("{ items { nodes { id } } }")).ShouldBe(26);
        (await CostAsync("query($n: Int) { items(first: $n) { nodes { id } } }", """{"n":10}""")).ShouldBe(11);
        (await CostAsync("query($n: Int) { items(first: $n) { nodes { id } } }", """{"n":20}""")).ShouldBe(21);
    }

    private sealed class Recorder : IExecutionListener
    {
        public OperationSummary? Seen { get; private set; }
        public void RequestCompleted(GraphQLRequest request, ExecutionResult result, OperationSummary operation) => Seen = operation;
    }

    [Fact]
    public async Task Listeners_are_told_what_was_executed()
    {
        var s = new HandMadeSchema();
        var recorder = new Recorder();
        s.Services.AddSingleton<IExecutionListener>(recorder);
        s.Query(s.Field("x", "Int", _ => 1));
        await s.ExecuteAsync("query Named { x }");
        recorder.Seen.ShouldNotBeNull();
        (recorder.Seen.Kind, recorder.Seen.Name, recorder.Seen.Batches).ShouldBe(("query", "Named", 0));
    }
}
