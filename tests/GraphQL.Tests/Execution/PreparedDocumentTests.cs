using Portal.GraphQL.Execution;

namespace Portal.GraphQL.Tests.Execution;
public sealed class PreparedDocumentTests
{
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
}
