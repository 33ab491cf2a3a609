using System.Text.Json;

namespace Portal.Graph.Architecture.Tests.Verbs;

public sealed class ValidateVerbTests
{
    private const string Schema = "type Query { a(b: Int!): String }";

    [Theory]
    [InlineData(Schema, "{ a(b: 1) }", 0)]
    [InlineData(Schema, "{\n  a }", 1, "VALIDATION_ERROR query.graphql 2:3")]
    [InlineData(Schema, "{ a(b: 1) { c } x }", 1, "VALIDATION_ERROR query.graphql 1:11", "VALIDATION_ERROR query.graphql 1:17")]
    [InlineData(Schema, "{ a(", 1, "SYNTAX_ERROR query.graphql 1:5")]
    [InlineData("type Query { a: Nope }", "{ a }", 1, "INVALID_SCHEMA schema.graphql 1:17")]
    [InlineData("type Query {", "{", 1, "SYNTAX_ERROR schema.graphql 1:13", "SYNTAX_ERROR query.graphql 1:2")]
    public async Task Errors_are_printed_as_json_and_decide_the_exit_code(string schema, string query, int code, params string[] errors)
    {
        var answer = await HostProcess.RunAsync(["validate", "--schema", "schema.graphql", "--query", "query.graphql"], ("schema.graphql", schema), ("query.graphql", query));
        answer.Code.ShouldBe(code);
        JsonDocument.Parse(answer.Output).RootElement.EnumerateArray().Select(Shown).ShouldBe(errors);
    }

    [Theory]
    [InlineData("--schema", "schema.graphql", "--query", "nowhere.graphql")]
    [InlineData("--schema", "schema.graphql", "--query")]
    [InlineData("--schema", "schema.graphql")]
    [InlineData("--schema", "schema.graphql", "--query", "schema.graphql", "--more")]
    public async Task A_wrong_use_and_a_missing_file_end_with_2_and_print_no_json(params string[] arguments)
    {
        var answer = await HostProcess.RunAsync(["validate", .. arguments], ("schema.graphql", Schema));
        (answer.Code, answer.Output).ShouldBe((2, ""));
        answer.Error.ShouldNotBeEmpty();
    }

    private static string Shown(JsonElement error)
    {
        error.GetProperty("message").GetString().ShouldNotBeNullOrEmpty();
        var place = error.GetProperty("locations")[0];
        return $"{error.GetProperty("code")} {error.GetProperty("file")} {place.GetProperty("line")}:{place.GetProperty("column")}";
    }
}
