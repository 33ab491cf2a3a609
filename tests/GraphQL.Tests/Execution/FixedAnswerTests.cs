using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Portal.GraphQL.Building;
using Portal.GraphQL.Execution;

namespace Portal.GraphQL.Tests.Execution;

public sealed class FixedAnswerTests
{
    private readonly Ledger _ledger = new();
    private readonly ServiceProvider _services;

    public FixedAnswerTests()
    {
        var services = new ServiceCollection().AddSingleton(_ledger).AddSingleton<IRequestCompletion>(_ledger);
        services.AddGraphQLServer().AddTypes(typeof(CountQueries));
        _services = services.BuildServiceProvider();
    }

    [Fact]
    public async Task What_asks_the_schema_alone_has_the_same_answer_again()
    {
        const string document = """{ __typename __schema { queryType { name } } __type(name: "Query") { fields { name } } }""";
        var first = await AskAsync(document);
        first.ShouldBe("""{"data":{"__typename":"Query","__schema":{"queryType":{"name":"Query"}},"__type":{"fields":[{"name":"count"}]}}}""");
        (await AskAsync(document)).ShouldBe(first);
        _ledger.Completed.ShouldBe(2);
    }

    [Fact]
    public async Task Operations_of_one_document_keep_their_own_answers()
    {
        const string document = """query A { a: __typename } query B { b: __typename }""";
        for (var i = 0; i < 2; i++)
        {
            (await AskAsync(document, "A")).ShouldBe("""{"data":{"a":"Query"}}""");
            (await AskAsync(document, "B")).ShouldBe("""{"data":{"b":"Query"}}""");
        }
    }

    [Fact]
    public async Task What_a_variable_changes_is_answered_anew()
    {
        const string document = "query($name: String!, $with: Boolean!) { __type(name: $name) { name kind @include(if: $with) } }";
        (await AskAsync(document, null, new { name = "Query", with = true })).ShouldBe("""{"data":{"__type":{"name":"Query","kind":"OBJECT"}}}""");
        (await AskAsync(document, null, new { name = "Query", with = false })).ShouldBe("""{"data":{"__type":{"name":"Query"}}}""");
        (await AskAsync(document, null, new { name = "Int", with = false })).ShouldBe("""{"data":{"__type":{"name":"Int"}}}""");
    }

    [Fact]
    public async Task What_asks_for_data_too_is_answered_anew()
    {
        (await AskAsync("{ __typename count }")).ShouldBe("""{"data":{"__typename":"Query","count":1}}""");
        (await AskAsync("{ __typename count }")).ShouldBe("""{"data":{"__typename":"Query","count":2}}""");
    }

    [Fact]
    public async Task An_answer_is_refused_although_it_is_kept_when_the_completion_fails()
    {
        await AskAsync("{ __typename }");
        _ledger.Fails = true;
        (await AskAsync("{ __typename }")).ShouldContain("INTERNAL_ERROR");
    }

    [Fact]
    public async Task More_operations_than_are_kept_are_answered_too()
    {
        for (var round = 0; round < 2; round++)
            for (var i = 0; i < 100; i++)
                (await AskAsync($"{{ n{i}: __typename }}")).ShouldBe($$$"""{"data":{"n{{{i}}}":"Query"}}""");
    }

    private async Task<string> AskAsync(string document, string? operation = null, object? variables = null)
    {
        await using var scope = _services.CreateAsyncScope();
        using var result = await scope.ServiceProvider.GetRequiredService<GraphQLExecutor>().ExecuteAsync(
            new GraphQLRequest(document, operation) { Variables = JsonSerializer.SerializeToElement(variables ?? new { }) }, scope.ServiceProvider);
        return Encoding.UTF8.GetString(result.Utf8.Span);
    }
}

public sealed class Ledger : IRequestCompletion
{
    public int Count { get; set; }
    public int Completed { get; private set; }
    public bool Fails { get; set; }

    public Task BeforeResponseAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        Completed++;
        return Fails ? throw new InvalidOperationException("The ledger is full.") : Task.CompletedTask;
    }
}

[QueryType]
public static class CountQueries
{
    public static int GetCount(Ledger ledger) => ++ledger.Count;
}
