using Portal.GraphQL.Execution;

namespace Portal.GraphQL.Tests.Execution;

public sealed class NullPropagationTests
{
    private sealed class Node
    {
        public Node? Child { get; init; }
        public object? Leaf { get; init; }
        public IReadOnlyList<object?>? Items { get; init; }
    }

    /// <summary>The same shapes twice: as properties, which are written at once, and as resolvers, which go through nodes.</summary>
    private static HandMadeSchema Shapes(Node root, bool resolvers)
    {
        var s = new HandMadeSchema();
        var node = s.Object<Node>("Node");
        Portal.GraphQL.Types.OutputField Of(string name, string type, Func<Node, object?> read) =>
            resolvers ? s.Field(name, type, c => read((Node)c.Parent)) : s.Property(name, type, read);
        node.Fields = new(
        [
            Of("leaf", "Int", n => n.Leaf), Of("leafX", "Int!", n => n.Leaf),
            Of("child", "Node", n => n.Child), Of("childX", "Node!", n => n.Child),
            Of("nums", "[Int]", n => n.Items), Of("numsX", "[Int!]", n => n.Items), Of("numsXX", "[Int!]!", n => n.Items),
            Of("nodes", "[Node]", n => n.Items), Of("nodesX", "[Node!]", n => n.Items), Of("nodesXX", "[Node!]!", n => n.Items),
            Of("grid", "[[Int!]]", n => n.Items), Of("gridX", "[[Int!]!]", n => n.Items),
        ]);
        s.Query(s.Field("root", "Node", _ => root), s.Field("rootX", "Node!", _ => root), s.Field("ok", "Int", _ => 1));
        return s;
    }

    public static TheoryData<string, string, bool> Cases()
    {
        var cases = new (string Query, string Data)[]
        {
            ("{ ok root { leaf } }", """{"ok":1,"root":{"leaf":null}}"""),
            ("{ ok root { leafX } }", """{"ok":1,"root":null}"""),
            ("{ ok rootX { leafX } }", "null"),
            ("{ rootX { leaf } ok }", """{"rootX":{"leaf":null},"ok":1}"""),
            ("{ root { child { leafX } leaf } }", """{"root":{"child":null,"leaf":null}}"""),
            ("{ root { leaf childX { leafX } } ok }", """{"root":null,"ok":1}"""),
            ("{ rootX { leaf childX { leafX } } ok }", "null"),
            ("{ root { childX { child { leafX } } } }", """{"root":{"childX":{"child":null}}}"""),
        };
        var data = new TheoryData<string, string, bool>();
        foreach (var (query, expected) in cases)
        {
            data.Add(query, expected, false);
            data.Add(query, expected, true);
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_null_goes_up_to_the_nearest_place_that_can_be_null(string query, string data, bool resolvers)
    {
        var root = new Node { Child = new Node { Child = new Node() } };
        var answer = (await Shapes(root, resolvers).ExecuteAsync(query)).Parsed();
        answer.GetProperty("data").GetRawText().ShouldBeJson(data);
        answer.TryGetProperty("errors", out var errors).ShouldBe(query.Contains("leafX"));
        if (query.Contains("leafX"))
            errors.GetArrayLength().ShouldBe(1);
    }

    [Theory]
    [InlineData("nums", "[1,null,3]", false)]
    [InlineData("nums", "[1,null,3]", true)]
    [InlineData("numsX", "null", false)]
    [InlineData("numsX", "null", true)]
    public async Task A_null_item_stays_or_takes_the_list_with_it(string field, string expected, bool resolvers)
    {
        var answer = await Shapes(new Node { Items = [1, null, 3] }, resolvers).ExecuteAsync($"{{ root {{ {field} }} }}");
        answer.Parsed().GetProperty("data").GetProperty("root").GetProperty(field).GetRawText().ShouldBe(expected);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_null_item_of_a_list_that_cannot_be_null_takes_the_object_with_it(bool resolvers) =>
        (await Shapes(new Node { Items = [1, null, 3] }, resolvers).ExecuteAsync("{ root { leaf numsXX } }"))
            .ShouldBeJson("""
                {"data":{"root":null},
                 "errors":[{"message":"Cannot return null for non-nullable field Node.numsXX.","locations":[{"line":1,"column":15}],
                            "path":["root","numsXX",1],"extensions":{"code":"NON_NULL_VIOLATION"}}]}
                """);

    [Theory]
    [InlineData("nodes", """[{"leafX":1},null,{"leafX":3}]""", false)]
    [InlineData("nodes", """[{"leafX":1},null,{"leafX":3}]""", true)]
    [InlineData("nodesX", "null", false)]
    [InlineData("nodesX", "null", true)]
    public async Task An_object_of_a_list_that_fails_is_null_or_takes_the_list_with_it(string field, string expected, bool resolvers)
    {
        var items = new Node { Items = [new Node { Leaf = 1 }, new Node(), new Node { Leaf = 3 }] };
        var answer = (await Shapes(items, resolvers).ExecuteAsync($"{{ root {{ {field} {{ leafX }} }} }}")).Parsed();
        answer.GetProperty("data").GetProperty("root").GetProperty(field).GetRawText().ShouldBeJson(expected);
        answer.GetProperty("errors")[0].GetProperty("path").GetRawText().ShouldBeJson($"""["root","{field}",1,"leafX"]""");
    }

    [Theory]
    [InlineData("grid", "[[1],null,[3]]", false)]
    [InlineData("grid", "[[1],null,[3]]", true)]
    [InlineData("gridX", "null", false)]
    [InlineData("gridX", "null", true)]
    public async Task Lists_in_lists_propagate_level_by_level(string field, string expected, bool resolvers)
    {
        var items = new Node { Items = [new object?[] { 1 }, new object?[] { 2, null }, new object?[] { 3 }] };
        var answer = (await Shapes(items, resolvers).ExecuteAsync($"{{ root {{ {field} leaf }} }}")).Parsed();
        answer.GetProperty("data").GetProperty("root").GetProperty(field).GetRawText().ShouldBeJson(expected);
        answer.GetProperty("errors")[0].GetProperty("path").GetRawText().ShouldBeJson($"""["root","{field}",1,1]""");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Errors_after_a_nested_list_failed_still_have_their_exact_path(bool resolvers)
    {
        var items = new Node { Items = [new object?[] { null }, new object?[] { null }] };
        var answer = (await Shapes(items, resolvers).ExecuteAsync("{ root { grid leafX } }")).Parsed();
        answer.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("path").GetRawText())
            .ShouldBe(["""["root","grid",0,0]""", """["root","grid",1,0]""", """["root","leafX"]"""]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_leaf_that_does_not_fit_its_type_fails_its_item_only(bool resolvers)
    {
        var s = new HandMadeSchema();
        object Numbers() => new object?[] { 1.5, double.NaN, 2.5 };
        s.Object<Node>("Node", resolvers ? s.Field("reals", "[Float]", _ => Numbers()) : s.Property<Node>("reals", "[Float]", _ => Numbers()));
        s.Query(s.Field("root", "Node", _ => new Node()));
        var answer = (await s.ExecuteAsync("{ root { reals } }")).Parsed();
        answer.GetProperty("data").GetRawText().ShouldBeJson("""{"root":{"reals":[1.5,null,2.5]}}""");
        answer.GetProperty("errors")[0].GetProperty("path").GetRawText().ShouldBeJson("""["root","reals",1]""");
        answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe(ErrorCodes.InvalidResult);
    }
}
