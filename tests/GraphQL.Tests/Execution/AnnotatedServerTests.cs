using Portal.GraphQL.Tests.Building.Library;

namespace Portal.GraphQL.Tests.Execution;

/// <summary>Operations against a schema made of annotated C#: everything of the library together.</summary>
public sealed class AnnotatedServerTests
{
    private static Task<string> ExecuteAsync(string query, string? variables = null) =>
        HandMadeSchema.ExecuteAsync(LibrarySchema.Services, query, variables);

    [Fact]
    public async Task A_connection_is_paged_counted_and_goes_on_from_its_cursor()
    {
        const string Query = "query($after: String) { books(first: 1, after: $after) { totalCount nodes { title author { name nameLength } } pageInfo { hasNextPage endCursor } } }";
        var first = (await ExecuteAsync(Query)).Parsed().GetProperty("data").GetProperty("books");
        first.GetProperty("totalCount").GetInt32().ShouldBe(2);
        first.GetProperty("nodes").GetRawText().ShouldBeJson("""[{"title":"Engines","author":{"name":"Ada","nameLength":3}}]""");
        first.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean().ShouldBeTrue();
        var cursor = first.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        var second = (await ExecuteAsync(Query, $$"""{"after":"{{cursor}}"}""")).Parsed().GetProperty("data").GetProperty("books");
        second.GetProperty("nodes").GetRawText().ShouldBeJson("""[{"title":"Night","author":{"name":"Bo","nameLength":2}}]""");
        second.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean().ShouldBeFalse();
    }

    [Theory]
    [InlineData("first: 51", "QUERY_TOO_COMPLEX")]
    [InlineData("after: \"x\"", "INVALID_CURSOR")]
    public async Task Bad_paging_arguments_are_errors_of_the_field(string arguments, string code)
    {
        var error = (await ExecuteAsync($"{{ books({arguments}) {{ nodes {{ title }} }} }}")).Parsed().GetProperty("errors")[0];
        error.GetProperty("path").GetRawText().ShouldBe("""["books"]""");
        error.GetProperty("extensions").GetProperty("code").GetString().ShouldBe(code);
    }

    [Fact]
    public async Task A_mutation_answers_with_its_result_or_its_declared_errors()
    {
        var id = (await ExecuteAsync("{ books(first: 2) { nodes { id } } }")).Parsed().GetProperty("data").GetProperty("books").GetProperty("nodes");
        const string Mutation = "mutation($id: ID!) { borrow(input: { bookId: $id }) { book { title } errors { __typename ... on Error { message } } } }";
        (await ExecuteAsync(Mutation, $$"""{"id":"{{id[0].GetProperty("id").GetString()}}"}"""))
            .ShouldBeJson("""{"data":{"borrow":{"book":{"title":"Engines"},"errors":null}}}""");
        (await ExecuteAsync(Mutation, $$"""{"id":"{{id[1].GetProperty("id").GetString()}}"}"""))
            .ShouldBeJson("""{"data":{"borrow":{"book":null,"errors":[{"__typename":"BookOnLoanError","message":"Out."}]}}}""");
    }

    [Fact]
    public async Task A_refusal_in_a_query_is_an_error_of_the_field()
    {
        var answer = (await ExecuteAsync("{ refused { title } }")).Parsed();
        answer.GetProperty("errors")[0].GetProperty("message").GetString().ShouldBe("Come back tomorrow.");
    }
}
