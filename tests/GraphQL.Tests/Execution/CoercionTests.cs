using System.Text.Json;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Tests.Execution;

public sealed class CoercionTests
{
    private enum Color { Red, Green }

    private static HandMadeSchema Echo()
    {
        var s = new HandMadeSchema();
        s.Add(new EnumType("Color") { Values = new([new EnumValue("RED", Color.Red), new EnumValue("GREEN", Color.Green)]) });
        var item = s.Add(new InputObjectType("Item")
        {
            Create = values => "{" + string.Join(" ", values.Select(Text)) + "}",
        });
        item.Fields = HandMadeSchema.Arguments([s.Argument("name", "String!"), s.Argument("count", "Int", "7"), s.Argument("color", "Color")]);
        s.Add(new InputObjectType("Choice")
        {
            IsOneOf = true,
            Fields = HandMadeSchema.Arguments([s.Argument("a", "Int"), s.Argument("b", "String")]),
            Create = values => "{" + string.Join(" ", values.Select(Text)) + "}",
        });
        s.Query(
            Of("int", "Int"), Of("intX", "Int!"), Of("withDefault", "Int", "5"), Of("requiredWithDefault", "Int!", "5"),
            Of("ints", "[Int]"), Of("intsX", "[Int!]!"), Of("grid", "[[Int]]"), Of("color", "Color"), Of("item", "Item"), Of("items", "[Item!]"), Of("choice", "Choice"));
        return s;

        OutputField Of(string name, string type, string? defaultValue = null) =>
            s.Field(name, "String", c => Text(c.Argument(0)), s.Argument("v", type, defaultValue));
    }

    private static string Text(object? value) => value switch
    {
        null => "null",
        object?[] list => "[" + string.Join(" ", list.Select(Text)) + "]",
        _ => value == InputObjectType.Absent ? "absent" : value.ToString()!,
    };

    [Theory]
    [InlineData("{ r: int(v: 3) }", "3")]
    [InlineData("{ r: int }", "absent")]
    [InlineData("{ r: int(v: null) }", "null")]
    [InlineData("{ r: withDefault }", "5")]
    [InlineData("{ r: withDefault(v: null) }", "null")]
    [InlineData("{ r: requiredWithDefault }", "5")]
    [InlineData("{ r: ints(v: [1, null]) }", "[1 null]")]
    [InlineData("{ r: ints(v: 1) }", "[1]")]
    [InlineData("{ r: grid(v: 1) }", "[[1]]")]
    [InlineData("{ r: color(v: GREEN) }", "Green")]
    [InlineData("{ r: item(v: {name: \"x\"}) }", "{x 7 absent}")]
    [InlineData("{ r: item(v: {color: RED, count: null, name: \"x\"}) }", "{x null Red}")]
    [InlineData("{ r: choice(v: {b: \"x\"}) }", "{absent x}")]
    public async Task Literals(string query, string expected) =>
        (await Echo().ExecuteAsync(query)).ShouldBe($$$"""{"data":{"r":"{{{expected}}}"}}""");

    [Theory]
    [InlineData("query($v: Int) { r: int(v: $v) }", """{"v":3}""", "3")]
    [InlineData("query($v: Int) { r: int(v: $v) }", """{"v":null}""", "null")]
    [InlineData("query($v: Int) { r: int(v: $v) }", "{}", "absent")]
    [InlineData("query($v: Int) { r: int(v: $v) }", null, "absent")]
    [InlineData("query($v: Int = 9) { r: int(v: $v) }", null, "9")]
    [InlineData("query($v: Int = 9) { r: int(v: $v) }", """{"v":null}""", "null")]
    [InlineData("query($v: Int) { r: withDefault(v: $v) }", null, "5")]
    [InlineData("query($v: Int) { r: withDefault(v: $v) }", """{"v":null}""", "null")]
    [InlineData("query($v: Int) { r: requiredWithDefault(v: $v) }", null, "5")]
    [InlineData("query($v: Int! = 9) { r: intX(v: $v) }", null, "9")]
    [InlineData("query($v: [Int]) { r: ints(v: $v) }", """{"v":[1,null]}""", "[1 null]")]
    [InlineData("query($v: [Int]) { r: ints(v: $v) }", """{"v":1}""", "[1]")]
    [InlineData("query($v: [[Int]]) { r: grid(v: $v) }", """{"v":[1,[2]]}""", "[[1] [2]]")]
    [InlineData("query($v: Int) { r: ints(v: [1, $v]) }", null, "[1 null]")]
    [InlineData("query($v: Int) { r: ints(v: [1, $v]) }", """{"v":2}""", "[1 2]")]
    [InlineData("query($v: Color) { r: color(v: $v) }", """{"v":"RED"}""", "Red")]
    [InlineData("query($v: Item) { r: item(v: $v) }", """{"v":{"name":"x","color":"GREEN"}}""", "{x 7 Green}")]
    [InlineData("query($n: String!, $c: Int) { r: item(v: {name: $n, count: $c}) }", """{"n":"x"}""", "{x 7 absent}")]
    [InlineData("query($n: String!, $c: Int) { r: item(v: {name: $n, count: $c}) }", """{"n":"x","c":null}""", "{x null absent}")]
    [InlineData("query($v: Choice!) { r: choice(v: $v) }", """{"v":{"a":1}}""", "{1 absent}")]
    public async Task Variables(string query, string? variables, string expected) =>
        (await Echo().ExecuteAsync(query, variables)).ShouldBe($$$"""{"data":{"r":"{{{expected}}}"}}""");

    [Theory]
    [InlineData("query($v: Int!) { intX(v: $v) }", "{}", "Variable \"$v\" of required type \"Int!\" was not provided.")]
    [InlineData("query($v: Int!) { intX(v: $v) }", """{"v":null}""", "Variable \"$v\" of non-null type \"Int!\" must not be null.")]
    [InlineData("query($v: Int) { int(v: $v) }", """{"v":"3"}""", "Variable \"$v\" got an invalid value: Int cannot represent non-integer value: \"3\"")]
    [InlineData("query($v: [Int!]!) { intsX(v: $v) }", """{"v":[1,null]}""", "Variable \"$v\" got an invalid value at \"v[1]\": Expected non-nullable type \"Int!\" not to be null.")]
    [InlineData("query($v: Color) { color(v: $v) }", """{"v":"BLUE"}""", "Variable \"$v\" got an invalid value: Value \"BLUE\" does not exist in \"Color\" enum.")]
    [InlineData("query($v: Color) { color(v: $v) }", """{"v":1}""", "Variable \"$v\" got an invalid value: Enum \"Color\" cannot represent non-string value: 1.")]
    [InlineData("query($v: Item) { item(v: $v) }", """{"v":{}}""", "Variable \"$v\" got an invalid value: Field \"name\" of required type \"String!\" was not provided.")]
    [InlineData("query($v: Item) { item(v: $v) }", """{"v":1}""", "Variable \"$v\" got an invalid value: Expected type \"Item\" to be an object.")]
    [InlineData("query($v: Item) { item(v: $v) }", """{"v":{"name":"x","no":1}}""", "Variable \"$v\" got an invalid value: Field \"no\" is not defined by type \"Item\".")]
    [InlineData("query($v: Choice!) { choice(v: $v) }", """{"v":{"a":1,"b":"x"}}""", "Variable \"$v\" got an invalid value: Exactly one key must be specified for OneOf type \"Choice\".")]
    [InlineData("query($v: Choice!) { choice(v: $v) }", """{"v":{"a":null}}""", "Variable \"$v\" got an invalid value: The key of OneOf type \"Choice\" must be non-null.")]
    public async Task Variables_that_do_not_fit_are_refused_before_anything_runs(string query, string variables, string message)
    {
        var answer = (await Echo().ExecuteAsync(query, variables)).Parsed();
        answer.TryGetProperty("data", out _).ShouldBeFalse();
        var error = answer.GetProperty("errors")[0];
        error.GetProperty("message").GetString().ShouldBe(message);
        error.GetProperty("extensions").GetProperty("code").GetString().ShouldBe(ErrorCodes.InvalidVariable);
        error.GetProperty("locations")[0].GetRawText().ShouldBe("""{"line":1,"column":7}""");
    }

    [Fact]
    public async Task All_that_does_not_fit_is_told_at_once()
    {
        var answer = (await Echo().ExecuteAsync(
            "query($a: Int, $b: [Item!]) { int(v: $a) items(v: $b) }",
            """{"a":"x","b":[{"name":1},{"name":"ok"},{"color":"BLUE"}]}""")).Parsed();
        answer.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("message").GetString()!.Split(':')[0]).ShouldBe(
        [
            "Variable \"$a\" got an invalid value",
            "Variable \"$b\" got an invalid value at \"b[0].name\"",
            "Variable \"$b\" got an invalid value at \"b[2]\"",
            "Variable \"$b\" got an invalid value at \"b[2].color\"",
        ]);
    }

    [Fact]
    public async Task A_null_variable_where_the_default_stood_in_for_non_null_fails_its_field_only()
    {
        var answer = (await Echo().ExecuteAsync("query($v: Int) { ok: int(v: 1) requiredWithDefault(v: $v) }", """{"v":null}""")).Parsed();
        answer.GetProperty("data").GetRawText().ShouldBe("""{"ok":"1","requiredWithDefault":null}""");
        answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe(ErrorCodes.InvalidArgument);
    }

    [Fact]
    public async Task Variables_beyond_those_declared_are_left_alone() =>
        (await Echo().ExecuteAsync("query($v: Int) { int(v: $v) }", """{"v":1,"other":2}""")).ShouldBe("""{"data":{"int":"1"}}""");
}
