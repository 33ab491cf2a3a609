using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Instrumentation;
using Portal.GraphQL.Tests.Building.Library;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Tests.Building;

public sealed class MutationEndingTests
{
    private sealed class Endings : IExecutionListener
    {
        public List<string> Seen { get; } = [];

        public void MutationEnded(string mutation, IReadOnlyList<string> codes, IServiceProvider services) => Seen.Add($"{mutation}: {string.Join(' ', codes)}");
    }

    private static async Task<IReadOnlyList<string>> EndingsOfAsync(string document)
    {
        var endings = new Endings();
        await using var services = LibrarySchema.Build(s => s.AddSingleton<IExecutionListener>(endings));
        await using var scope = services.CreateAsyncScope();
        using var result = await services.GetRequiredService<GraphQLExecutor>().ExecuteAsync(
            new GraphQLRequest(document), scope.ServiceProvider, new ClaimsPrincipal(new ClaimsIdentity([], "test")));
        return endings.Seen;
    }

    private static string Borrow(long id, int days = 14, string fields = "book { title } errors { __typename }") =>
        $"borrow(input: {{ bookId: \"{GlobalIdCodec.Plain.Encode("Book", id)}\", days: {days} }}) {{ {fields} }}";

    [Theory]
    [InlineData("book { title } errors { __typename }")]
    [InlineData("book { title }")]
    [InlineData("__typename")]
    public async Task What_was_done_ends_without_codes_and_what_was_refused_with_them_whatever_is_asked_for(string fields) =>
        (await EndingsOfAsync($"mutation {{ a: {Borrow(10, fields: fields)} b: {Borrow(11, fields: fields)} }}")).ShouldBe(["borrow: ", "borrow: BookOnLoan"]);

    [Fact]
    public async Task A_fault_ends_with_the_code_that_the_client_sees() =>
        (await EndingsOfAsync($"mutation {{ {Borrow(10, 29)} }}")).ShouldBe(["borrow: INTERNAL_ERROR"]);

    [Fact]
    public async Task Queries_and_skipped_mutations_do_not_end()
    {
        (await EndingsOfAsync("{ __typename }")).ShouldBeEmpty();
        (await EndingsOfAsync($"mutation {{ __typename ... @skip(if: true) {{ {Borrow(10)} }} }}")).ShouldBeEmpty();
    }
}
