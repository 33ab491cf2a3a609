using System.Runtime.CompilerServices;
using System.Security.Claims;
using System.Text;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Portal.GraphQL.Building;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Execution.Subscriptions;
using Portal.GraphQL.Fetching;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Tests.Execution;

public sealed class SubscriptionTests
{
    [Fact]
    public async Task Each_event_is_one_result_and_the_end_of_the_source_ends_the_stream()
    {
        var s = Schema(Numbers(1, 2, 3));
        (await AllAsync(s, "subscription { numbers }")).ShouldBe(["""{"data":{"numbers":1}}""", """{"data":{"numbers":2}}""", """{"data":{"numbers":3}}"""]);
    }

    [Fact]
    public async Task A_query_is_a_stream_of_one_result() =>
        (await AllAsync(Schema(Numbers()), "{ hello }")).ShouldBe(["""{"data":{"hello":"you"}}"""]);

    [Theory]
    [InlineData("subscription { nothing }", "FIELD")]
    [InlineData("subscription { ", "SYNTAX_ERROR")]
    [InlineData("subscription($n: Int!) { counted(from: $n) }", ErrorCodes.InvalidVariable)]
    [InlineData("subscription { refused }", "NO_ROOM")]
    [InlineData("subscription { broken }", ErrorCodes.InternalError)]
    public async Task What_goes_wrong_before_the_stream_is_one_result_without_data(string query, string code)
    {
        var s = Schema(Numbers());
        await using var host = s.Host();
        var results = await ResultsAsync(host, query);
        results.Count.ShouldBe(1);
        results[0].Executed.ShouldBeFalse();
        results[0].Json.ShouldContain(code);
        results[0].Json.ShouldNotContain("\"data\"");
    }

    [Fact]
    public async Task A_refusal_of_the_source_has_the_path_and_place_of_its_field()
    {
        var s = Schema(Numbers());
        (await AllAsync(s, "subscription { mine: refused }"))[0].ShouldBeJson(
            """{"errors":[{"message":"No room.","locations":[{"line":1,"column":16}],"path":["mine"],"extensions":{"code":"NO_ROOM"}}]}""");
    }

    [Fact]
    public async Task An_error_in_one_event_is_that_events_result_and_the_stream_goes_on()
    {
        var s = Schema(Numbers(1, "two", 3));
        var results = await AllAsync(s, "subscription { numbers }");
        results.Count.ShouldBe(3);
        results[1].ShouldContain("\"data\":{\"numbers\":null}");
        results[1].ShouldContain(ErrorCodes.InternalError);
        results[2].ShouldBe("""{"data":{"numbers":3}}""");
    }

    [Fact]
    public async Task A_source_that_breaks_ends_the_stream_with_its_error()
    {
        var s = Schema(Breaking());
        await using var host = s.Host();
        var results = await ResultsAsync(host, "subscription { numbers }");
        results.Select(r => r.Executed).ShouldBe([true, false]);
        results[1].Json.ShouldContain(ErrorCodes.InternalError);
        results[1].Json.ShouldNotContain("secret");
    }

    [Fact]
    public async Task Every_event_runs_in_a_scope_of_its_own_and_no_scope_is_left_open()
    {
        var s = new HandMadeSchema();
        s.Services.AddScoped<Visit>();
        s.Services.AddDataLoader<VisitLoader>();
        s.Query(s.Field("hello", "String", _ => "you"));
        s.Subscription(new OutputField("visits", s.Type("String"))
        {
            Subscribe = context =>
            {
                context.Services.GetRequiredService<Visit>();
                return new(Numbers("a", "a", "a"));
            },
            Resolve = async context => await context.Services.GetRequiredService<VisitLoader>().LoadAsync((string)context.Parent),
        });
        Visit.Reset();
        var results = await AllAsync(s, "subscription { visits }");
        // The loader of one event does not answer the next one from what it remembers.
        results.Distinct().Count().ShouldBe(3);
        Visit.Made.ShouldBe(4);
        Visit.Open.ShouldBe(0);
    }

    [Fact]
    public async Task The_source_is_asked_for_the_next_event_only_when_the_last_result_was_taken()
    {
        var given = 0;
        async IAsyncEnumerable<object?> Counting()
        {
            for (var i = 0; i < 100; i++)
            {
                given++;
                await Task.Yield();
                yield return i;
            }
        }
        await using var host = Schema(Counting()).Host();
        var stream = host.GetRequiredService<GraphQLExecutor>().SubscribeAsync(new("subscription { numbers }"), new Caller(host));
        await using var results = stream.GetAsyncEnumerator();
        for (var i = 0; i < 3; i++)
            (await results.MoveNextAsync()).ShouldBeTrue();
        given.ShouldBe(3);
    }

    [Fact]
    public async Task Leaving_a_stream_ends_its_source()
    {
        var ended = new TaskCompletionSource();
        async IAsyncEnumerable<object?> Endless([EnumeratorCancellation] CancellationToken cancellation = default)
        {
            try
            {
                while (true)
                {
                    yield return 1;
                    await Task.Delay(TimeSpan.FromHours(1), cancellation);
                }
            }
            finally
            {
                ended.SetResult();
            }
        }
        await using var host = Schema(Endless()).Host();
        using var leaving = new CancellationTokenSource();
        var stream = host.GetRequiredService<GraphQLExecutor>().SubscribeAsync(new("subscription { numbers }"), new Caller(host), leaving.Token);
        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (var result in stream)
            {
                result.Dispose();
                leaving.Cancel();
            }
        });
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_caller_who_is_gone_gets_one_refusal_and_the_end()
    {
        var s = Schema(Numbers(1, 2, 3));
        await using var host = s.Host();
        var caller = new Caller(host) { ScopesLeft = 3 };
        var results = await ResultsAsync(host, "subscription { numbers }", caller);
        results.Select(r => r.Executed).ShouldBe([true, true, false]);
        results[2].Json.ShouldContain(ErrorCodes.NotSignedIn);
    }

    [Fact]
    public async Task Permission_is_asked_when_the_stream_opens_and_again_for_every_event()
    {
        var gate = new Gate();
        var s = new HandMadeSchema();
        s.Services.AddSingleton<IFieldAuthorizer>(gate);
        s.Query(s.Field("hello", "String", _ => "you"));
        var guarded = s.Stream("guarded", "Int", _ => Numbers(1, 2, 3));
        guarded.Authorize = [new AuthorizeAttribute("numbers")];
        s.Subscription(guarded);
        await using var host = s.Host();

        gate.Open = false;
        var refused = await ResultsAsync(host, "subscription { guarded }");
        refused.Count.ShouldBe(1);
        refused[0].Json.ShouldContain("CLOSED");

        gate.Open = true;
        var results = new List<string>();
        await foreach (var result in host.GetRequiredService<GraphQLExecutor>().SubscribeAsync(new("subscription { guarded }"), new Caller(host)))
        {
            results.Add(Encoding.UTF8.GetString(result.Utf8.Span));
            result.Dispose();
            gate.Open = results.Count < 2;
        }
        results.Count.ShouldBe(3);
        results[1].ShouldBe("""{"data":{"guarded":2}}""");
        results[2].ShouldContain("CLOSED");
    }

    [Fact]
    public async Task Events_that_wait_in_a_channel_arrive_in_order()
    {
        var channel = Channel.CreateUnbounded<object?>();
        var s = Schema(channel.Reader.ReadAllAsync());
        var reading = AllAsync(s, "subscription { numbers }");
        for (var i = 0; i < 1000; i++) channel.Writer.TryWrite(i);
        channel.Writer.Complete();
        (await reading).ShouldBe(Enumerable.Range(0, 1000).Select(i => $$$"""{"data":{"numbers":{{{i}}}}}"""));
    }

    private static HandMadeSchema Schema(IAsyncEnumerable<object?> numbers)
    {
        var s = new HandMadeSchema();
        s.Query(s.Field("hello", "String", _ => "you"));
        s.Subscription(
            s.Stream("numbers", "Int", _ => numbers),
            s.Stream("counted", "Int", context => Numbers(context.Argument(0)), s.Argument("from", "Int!")),
            s.Stream("refused", "Int", _ => throw new GraphQLException(new GraphQLError("No room.", "NO_ROOM"))),
            s.Stream("broken", "Int", _ => throw new InvalidOperationException("secret")));
        return s;
    }

    private static async IAsyncEnumerable<object?> Numbers(params object?[] items)
    {
        foreach (var item in items)
        {
            await Task.Yield();
            yield return item;
        }
    }

    private static async IAsyncEnumerable<object?> Breaking()
    {
        yield return 1;
        await Task.Yield();
        throw new InvalidOperationException("secret");
    }

    private static async Task<IReadOnlyList<string>> AllAsync(HandMadeSchema schema, string query)
    {
        await using var host = schema.Host();
        return [.. (await ResultsAsync(host, query)).Select(r => r.Json)];
    }

    private static async Task<IReadOnlyList<(string Json, bool Executed)>> ResultsAsync(IServiceProvider host, string query, Caller? caller = null)
    {
        var results = new List<(string, bool)>();
        await foreach (var result in host.GetRequiredService<GraphQLExecutor>().SubscribeAsync(new(query), caller ?? new Caller(host)))
        {
            results.Add((Encoding.UTF8.GetString(result.Utf8.Span), result.IsExecuted));
            result.Dispose();
        }
        return results;
    }

    private sealed class Caller(IServiceProvider host) : IExecutionScopes
    {
        public int ScopesLeft { get; set; } = int.MaxValue;

        public ValueTask<ExecutionScope?> OpenAsync(ScopePurpose purpose, CancellationToken cancellationToken) =>
            new(ScopesLeft-- > 0 ? new ExecutionScope(host.CreateAsyncScope(), new ClaimsPrincipal()) : null);
    }

    private sealed class Gate : IFieldAuthorizer
    {
        public bool Open { get; set; }

        public ValueTask<object?> AuthorizeAsync(AuthorizeAttribute requirement, ClaimsPrincipal user, IServiceProvider services, CancellationToken cancellationToken) =>
            new(Open ? null : new GraphQLError("The gate is closed.", "CLOSED"));
    }

    private sealed class Visit : IDisposable
    {
        public static int Made;
        public static int Open;

        public Visit()
        {
            Number = ++Made;
            Open++;
        }

        public int Number { get; }
        public static void Reset() => (Made, Open) = (0, 0);
        public void Dispose() => Open--;
    }

    private sealed class VisitLoader(Visit visit, LoaderDispatcher dispatcher) : BatchDataLoader<string, string>(dispatcher)
    {
        protected override Task<IReadOnlyDictionary<string, string>> LoadBatchAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<string, string>>(keys.ToDictionary(k => k, k => $"{k}{visit.Number}"));
    }
}
