using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Tests.Execution;
using Portal.GraphQL.Transport;

namespace Portal.GraphQL.Tests.Transport;

public sealed class BatchTests
{
    private int _value;

    private sealed class Memory
    {
        public int? Seen { get; set; }
        public string? Caller { get; set; }
    }

    private sealed class CarryCaller : IOperationScopeInitializer
    {
        public void Initialize(IServiceProvider request, IServiceProvider operation) =>
            operation.GetRequiredService<Memory>().Caller = request.GetRequiredService<Memory>().Caller;
    }

    private HandMadeSchema Schema()
    {
        var s = new HandMadeSchema();
        s.Services.AddScoped<Memory>();
        s.Query(
            s.Field("hello", "String", c => $"Hello {c.Argument(0)}", s.Argument("name", "String", "\"world\"")),
            s.Field("fails", "String", _ => throw new InvalidOperationException()),
            s.Field("caller", "String", c => c.Services.GetRequiredService<Memory>().Caller),
            s.Field("value", "Int", c => c.Services.GetRequiredService<Memory>().Seen ??= _value));
        s.Mutation(s.Field("add", "Int", c =>
        {
            var memory = c.Services.GetRequiredService<Memory>();
            memory.Seen ??= _value;
            return ++_value;
        }));
        return s;
    }

    private static string Batch(int count) => $"[{string.Join(',', Enumerable.Repeat("""{"query":"{ hello }"}""", count))}]";

    [Fact]
    public async Task Each_request_has_an_answer_of_its_own_in_their_order()
    {
        await using var server = await TestServer.StartAsync(Schema());
        using var response = await server.PostAsync(
            """
            [{"query":"query($n: String) { hello(name: $n) }","variables":{"n":"a"}}, {"query":"{ nothing }"}, 7, {"query":"{ fails hello }"},
             {"query":"query A { a: hello } query B { b: hello }","operationName":"B"}, {"variables":{}}]
            """);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var answers = (await response.JsonAsync()).EnumerateArray().ToList();
        answers.Select(a => a.Code()).ShouldBe([null, "VALIDATION_ERROR", ErrorCodes.BadRequest, ErrorCodes.InternalError, null, ErrorCodes.BadRequest]);
        answers[0].GetRawText().ShouldBe("""{"data":{"hello":"Hello a"}}""");
        answers[3].GetProperty("data").GetRawText().ShouldBe("""{"fails":null,"hello":"Hello world"}""");
        answers[4].GetRawText().ShouldBe("""{"data":{"b":"Hello world"}}""");
    }

    [Fact]
    public async Task They_run_one_after_another_and_see_what_those_before_changed()
    {
        await using var server = await TestServer.StartAsync(Schema());
        using var response = await server.PostAsync("""[{"query":"{ value }"},{"query":"mutation { add }"},{"query":"{ value }"}]""");
        (await response.TextAsync()).ShouldBe("""[{"data":{"value":0}},{"data":{"add":1}},{"data":{"value":1}}]""");
    }

    [Fact]
    public async Task The_host_carries_its_caller_over_to_each()
    {
        await using var server = await TestServer.StartAsync(services =>
        {
            var s = Schema();
            foreach (var service in s.Services)
                services.Add(service);
            services.AddSingleton(_ => s.Build());
            services.AddGraphQLExecution();
            services.AddSingleton<IOperationScopeInitializer, CarryCaller>();
        }, use: app => app.Use((context, next) =>
        {
            context.RequestServices.GetRequiredService<Memory>().Caller = context.Request.Headers["X-Caller"];
            return next(context);
        }));
        server.Client.DefaultRequestHeaders.Add("X-Caller", "me");
        using var response = await server.PostAsync("""[{"query":"{ caller }"},{"query":"{ caller }"}]""");
        (await response.TextAsync()).ShouldBe("""[{"data":{"caller":"me"}},{"data":{"caller":"me"}}]""");
    }

    [Theory]
    [InlineData(3, HttpStatusCode.OK, null)]
    [InlineData(4, HttpStatusCode.RequestEntityTooLarge, HttpErrorCodes.BatchTooLarge)]
    [InlineData(0, HttpStatusCode.BadRequest, ErrorCodes.BadRequest)]
    public async Task A_batch_has_at_least_one_request_and_not_more_than_allowed(int count, HttpStatusCode expected, string? code)
    {
        await using var server = await TestServer.StartAsync(Schema(), o => o.MaxBatchSize = 3);
        using var response = await server.PostAsync(Batch(count));
        response.StatusCode.ShouldBe(expected);
        if (code is null)
            (await response.JsonAsync()).GetArrayLength().ShouldBe(count);
        else
            (await response.CodeAsync()).ShouldBe(code);
    }

    [Fact]
    public async Task A_host_may_refuse_batches()
    {
        await using var server = await TestServer.StartAsync(Schema(), o => o.MaxBatchSize = 0);
        using var response = await server.PostAsync(Batch(1));
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.CodeAsync()).ShouldBe(HttpErrorCodes.BatchingNotSupported);
    }
}
