using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Instrumentation;

namespace Portal.GraphQL.Tests.Execution;

public sealed class ExecutionTests
{
    private static string Code(string answer, int index = 0) =>
        answer.Parsed().GetProperty("errors")[index].GetProperty("extensions").GetProperty("code").GetString()!;

    [Fact]
    public async Task Root_fields_of_a_query_never_overlap()
    {
        var s = new HandMadeSchema();
        var order = new List<string>();
        Portal.GraphQL.Types.OutputField Slow(string name, int milliseconds) => s.AsyncField(name, "String", async _ =>
        {
            order.Add($"start {name}");
            await Task.Delay(milliseconds);
            order.Add($"end {name}");
            return name;
        });
        s.Query(Slow("a", 20), Slow("b", 1));
        (await s.ExecuteAsync("{ a b }")).ShouldBe("""{"data":{"a":"a","b":"b"}}""");
        order.ShouldBe(["start a", "end a", "start b", "end b"]);
    }

    [Fact]
    public async Task Mutations_run_one_after_another_with_everything_below_them()
    {
        var s = new HandMadeSchema();
        var counter = 0;
        var order = new List<string>();
        s.Object<int[]>("Count", s.AsyncField("now", "Int!", async c =>
        {
            await Task.Delay(5);
            order.Add($"read {counter}");
            return counter;
        }));
        s.Query(s.Field("x", "Int", _ => 1));
        s.Mutation(s.AsyncField("add", "Count!", async c =>
        {
            await Task.Delay(1);
            counter += (int)c.Argument(0)!;
            order.Add($"add {c.Argument(0)}");
            return new[] { counter };
        }, s.Argument("by", "Int!")));
        (await s.ExecuteAsync("mutation { a: add(by: 1) { now } b: add(by: 10) { now } c: add(by: 100) { now } }"))
            .ShouldBe("""{"data":{"a":{"now":1},"b":{"now":11},"c":{"now":111}}}""");
        order.ShouldBe(["add 1", "read 1", "add 10", "read 11", "add 100", "read 111"]);
    }

    [Fact]
    public async Task A_failing_mutation_does_not_stop_the_next_one()
    {
        var s = new HandMadeSchema();
        s.Query(s.Field("x", "Int", _ => 1));
        s.Mutation(
            s.Field("fail", "Int", _ => throw new GraphQLException(new GraphQLError("No.", "NO"))),
            s.Field("work", "Int", _ => 1));
        (await s.ExecuteAsync("mutation { fail work }")).ShouldBe(
            """{"data":{"fail":null,"work":1},"errors":[{"message":"No.","locations":[{"line":1,"column":12}],"path":["fail"],"extensions":{"code":"NO"}}]}""");
    }

    private sealed class LogLines : ILoggerProvider, ILogger
    {
        public List<(string Text, Exception? Exception)> Lines { get; } = [];
        public ILogger CreateLogger(string categoryName) => this;
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(LogLevel logLevel) => true;
        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add((formatter(state, exception), exception));
        public void Dispose() { }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_fault_is_logged_and_hidden_behind_a_correlation_id(bool property)
    {
        var s = new HandMadeSchema();
        var log = new LogLines();
        s.Services.AddLogging(l => l.AddProvider(log));
        s.Object<object[]>("Box", property
            ? s.Property<object>("content", "Int", _ => throw new InvalidOperationException("password=hunter2"))
            : s.Field("content", "Int", _ => throw new InvalidOperationException("password=hunter2")));
        s.Query(s.Field("box", "Box", _ => Array.Empty<object>()));
        var answer = await s.ExecuteAsync("{ box { content } }");
        answer.ShouldNotContain("hunter2");
        var error = answer.Parsed().GetProperty("errors")[0];
        error.GetProperty("message").GetString().ShouldBe("Unexpected error");
        error.GetProperty("path").GetRawText().ShouldBe("""["box","content"]""");
        error.GetProperty("extensions").EnumerateObject().Select(p => p.Name).ShouldBe(["code", "correlationId"]);
        var (text, exception) = log.Lines.Single(l => l.Exception is not null);
        text.ShouldContain(error.GetProperty("extensions").GetProperty("correlationId").GetString()!);
        text.ShouldContain("Box.content");
        exception!.Message.ShouldBe("password=hunter2");
    }

    [Fact]
    public async Task Errors_have_the_places_of_all_merged_selections()
    {
        var s = new HandMadeSchema();
        s.Query(s.Field("a", "Int!", _ => null));
        (await s.ExecuteAsync("{ a\n  ... { a } }")).ShouldBeJson("""
            {"data":null,"errors":[{"message":"Cannot return null for non-nullable field Query.a.",
             "locations":[{"line":1,"column":3},{"line":2,"column":9}],"path":["a"],"extensions":{"code":"NON_NULL_VIOLATION"}}]}
            """);
    }

    [Fact]
    public async Task A_resolver_can_report_errors_beside_its_value()
    {
        var s = new HandMadeSchema();
        s.Query(s.Field("a", "[Int]", c =>
        {
            c.ReportError(new GraphQLError("Some are missing.", "PARTIAL", Extensions: new Dictionary<string, object?> { ["missing"] = 2, ["ids"] = new[] { "x", "y" } }));
            return new[] { 1, 2 };
        }));
        (await s.ExecuteAsync("{ a }")).ShouldBeJson("""
            {"data":{"a":[1,2]},"errors":[{"message":"Some are missing.","locations":[{"line":1,"column":3}],"path":["a"],
             "extensions":{"code":"PARTIAL","missing":2,"ids":["x","y"]}}]}
            """);
    }

    [Fact]
    public async Task Asynchronous_sequences_are_read_as_lists()
    {
        static async IAsyncEnumerable<int> Numbers()
        {
            for (var i = 1; i <= 3; i++)
            {
                await Task.Yield();
                yield return i;
            }
        }
        static async IAsyncEnumerable<int> Broken()
        {
            yield return 1;
            await Task.Yield();
            throw new GraphQLException(new GraphQLError("Broken.", "BROKEN"));
        }
        var s = new HandMadeSchema();
        s.Object<int[]>("Box", s.Field("numbers", "[Int!]!", _ => Numbers()));
        s.Query(s.Field("numbers", "[Int!]!", _ => Numbers()), s.Field("box", "Box", _ => Array.Empty<int>()), s.Field("broken", "[Int!]", _ => Broken()));
        var answer = await s.ExecuteAsync("{ numbers box { numbers } broken }");
        answer.Parsed().GetProperty("data").GetRawText().ShouldBe("""{"numbers":[1,2,3],"box":{"numbers":[1,2,3]},"broken":null}""");
        Code(answer).ShouldBe("BROKEN");
    }

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

    private sealed record Even(int Number);
    private sealed record Odd(int Number);

    [Fact]
    public async Task Many_requests_share_one_compiled_operation()
    {
        var s = new HandMadeSchema();
        var even = s.Object<Even>("Even", s.Field("number", "Int!", c => ((Even)c.Parent).Number));
        var odd = s.Object<Odd>("Odd", s.AsyncField("number", "Int!", async c => { await Task.Yield(); return ((Odd)c.Parent).Number; }));
        s.Add(new Portal.GraphQL.Types.UnionType("Number") { Members = [even, odd] });
        s.Query(s.Field("numbers", "[Number!]!", c => Enumerable.Range((int)c.Argument(0)!, 3).Select(i => i % 2 == 0 ? (object)new Even(i) : new Odd(i)), s.Argument("from", "Int!")));
        await using var host = s.Host();
        await Parallel.ForAsync(0, 200, async (i, _) =>
            (await HandMadeSchema.ExecuteAsync(host, "query($i: Int!) { numbers(from: $i) { ... on Even { number } ... on Odd { number } } }", $$"""{"i":{{i}}}"""))
                .ShouldBe($$$"""{"data":{"numbers":[{"number":{{{i}}}},{"number":{{{i + 1}}}},{"number":{{{i + 2}}}}]}}"""));
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
    public async Task The_same_document_runs_again_with_other_variables()
    {
        var s = new HandMadeSchema();
        s.Query(s.Field("echo", "Int", c => c.Argument(0), s.Argument("n", "Int")));
        await using var host = s.Host();
        for (var i = 0; i < 3; i++)
            (await HandMadeSchema.ExecuteAsync(host, "query($n: Int) { echo(n: $n) }", $$"""{"n":{{i}}}""")).ShouldBe($$$"""{"data":{"echo":{{{i}}}}}""");
    }

    [Fact]
    public void The_document_cache_keeps_what_is_used_and_stays_small()
    {
        var cache = new DocumentCache<string>(10, 1000);
        for (var i = 0; i < 1000; i++)
        {
            cache.Add($"{i}", $"{i}", 1);
            cache.Find("0").ShouldBe("0");
        }
        cache.Count.ShouldBeLessThanOrEqualTo(10);
        cache.Find("1").ShouldBeNull();
    }

    [Fact]
    public void The_document_cache_is_bounded_by_what_its_documents_weigh()
    {
        var cache = new DocumentCache<string>(1000, 100);
        for (var i = 0; i < 1000; i++)
        {
            cache.Add($"{i}", $"{i}", 1 + i % 20);
            cache.Find("0").ShouldBe("0");
            cache.Bytes.ShouldBeLessThanOrEqualTo(100);
        }
        cache.Add("large", "", 50);
        cache.Find("large").ShouldNotBeNull();
        cache.Add("too large", "", 51);
        cache.Find("too large").ShouldBeNull();
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
