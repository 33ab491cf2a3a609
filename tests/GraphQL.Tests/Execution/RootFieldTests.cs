using Portal.GraphQL.Execution;

namespace Portal.GraphQL.Tests.Execution;
public sealed class RootFieldTests
{
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
}
