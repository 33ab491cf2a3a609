namespace Portal.Graph.Architecture.Tests.Verbs;

public sealed class SchemaDiffVerbTests
{
    [Fact]
    public async Task Changes_are_listed_and_a_breaking_one_ends_with_1()
    {
        var answer = await HostProcess.RunAsync(
            ["schema", "diff", "old.graphql", "new.graphql"],
            ("old.graphql", "type Query { a: Int b: Int }"), ("new.graphql", "type Query { a(c: Int): Int d: Int }"));
        answer.Code.ShouldBe(1);
        answer.Output.ReplaceLineEndings("\n").ShouldBe(
            """
            BREAKING  Query.b: Query.b was removed. (FIELD_REMOVED)
            DANGEROUS Query.a(c:): An optional arg c on Query.a was added. (OPTIONAL_ARG_ADDED)
            SAFE      Query.d: Query.d was added. (FIELD_ADDED)
            1 breaking, 1 dangerous, 1 safe.

            """);
    }

    [Fact]
    public async Task Without_a_new_schema_the_program_compares_its_own()
    {
        var own = SourceTree.TextOrNull("schema.graphql").ShouldNotBeNull();
        var answer = await HostProcess.RunAsync(["schema", "diff", "old.graphql", "--Data:Directory=data"], ("old.graphql", own.Replace("type Query {", "type Query {\n  gone: Int", StringComparison.Ordinal)));
        (answer.Code, answer.Output.TrimEnd().Split('\n')[^1]).ShouldBe((1, "1 breaking, 0 dangerous, 0 safe."));
    }

    [Theory]
    [InlineData("type Query { a: Int }", "type Query { a: Int b: Int }", 0)]
    [InlineData("type Query { a: Int }", "type Query { a: Nope }", 2)]
    [InlineData("type Query {", "type Query { a: Int }", 2)]
    public async Task What_breaks_nobody_ends_with_0_and_what_is_no_schema_with_2(string before, string after, int code) =>
        (await HostProcess.RunAsync(["schema", "diff", "old.graphql", "new.graphql"], ("old.graphql", before), ("new.graphql", after))).Code.ShouldBe(code);

    [Fact]
    public async Task A_missing_file_or_name_ends_with_2()
    {
        (await HostProcess.RunAsync(["schema", "diff"])).Code.ShouldBe(2);
        (await HostProcess.RunAsync(["schema", "diff", "nowhere.graphql"])).Code.ShouldBe(2);
    }
}
