using Microsoft.Extensions.DependencyInjection;
using Portal.GraphQL.Execution;

namespace Portal.GraphQL.Tests.Execution;

public sealed class CompletionTests
{
    private sealed class Audit : IRequestCompletion
    {
        public List<string> Noted { get; } = [];
        public List<string> Flushed { get; } = [];
        public bool Broken { get; init; }

        public async Task BeforeResponseAsync(IServiceProvider services, CancellationToken cancellationToken)
        {
            await Task.Yield();
            if (Broken)
                throw new IOException("disk full");
            Flushed.AddRange(Noted);
        }
    }

    private static HandMadeSchema Reads(Audit audit)
    {
        var s = new HandMadeSchema();
        s.Services.AddSingleton<IRequestCompletion>(audit);
        s.Object<object[]>("Box", s.Property<object[]>("content", "String", _ => { audit.Noted.Add("content"); return "secret"; }));
        s.Query(s.Field("box", "Box", _ => { audit.Noted.Add("box"); return Array.Empty<object>(); }));
        return s;
    }

    [Fact]
    public async Task What_was_read_is_recorded_before_the_answer_leaves()
    {
        var audit = new Audit();
        (await Reads(audit).ExecuteAsync("{ box { content } }")).ShouldBe("""{"data":{"box":{"content":"secret"}}}""");
        audit.Flushed.ShouldBe(["box", "content"]);
    }

    [Fact]
    public async Task No_data_leaves_when_the_record_fails()
    {
        var answer = await Reads(new Audit { Broken = true }).ExecuteAsync("{ box { content } }");
        answer.ShouldNotContain("secret");
        answer.ShouldNotContain("disk full");
        answer.Parsed().GetProperty("data").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        answer.Parsed().GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe(ErrorCodes.InternalError);
    }

    [Fact]
    public async Task A_refused_request_has_nothing_to_record()
    {
        var audit = new Audit { Broken = true };
        (await Reads(audit).ExecuteAsync("{ box")).ShouldContain("SYNTAX_ERROR");
    }
}
