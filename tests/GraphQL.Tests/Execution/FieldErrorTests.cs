using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.GraphQL.Execution;

namespace Portal.GraphQL.Tests.Execution;
public sealed class FieldErrorTests
{
    private static string Code(string answer, int index = 0) =>
        answer.Parsed().GetProperty("errors")[index].GetProperty("extensions").GetProperty("code").GetString()!;

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
}
