using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Clients;
using Portal.Graph.Clients.Reference;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Language;
using Portal.GraphQL.Validation;

namespace Portal.GraphQL.Tests.Reference;

/// <summary>Executing generated documents over the same values gives the same data, and errors at the same paths and places.</summary>
public sealed class ExecutionReferenceTests
{
    private const string Sdl =
        """
        interface Node { id: ID! }
        interface Named implements Node { id: ID! name(short: Boolean = true, style: Style = PLAIN): String }
        type Person implements Named & Node { id: ID! name(short: Boolean = true, style: Style = PLAIN, extra: [Int]): String age: Int! friends(first: Int = 10, where: Filter): [Person!] boss: Person! pets: [Pet] homes: [[Home!]!] }
        type Dog implements Named & Node { id: ID! name(short: Boolean = true, style: Style = PLAIN): String barks: Boolean! owner: Person mood: Style! weight: Float }
        type Cat implements Node { id: ID! lives: [Int!]! owner: Person! enemies: [Pet!]! moods: [Style] }
        type Home { rooms: [[Int!]]! owner: Named! at(where: Place!, also: [Place!] = [{name: "x"}]): Home }
        union Pet = Dog | Cat
        enum Style { PLAIN FANCY LOUD }
        input Filter { name: String = "any" ages: [Int!] = [1, 2] style: Style and: [Filter!] weight: Float = 1.5 required: Int! = 3 }
        input Place @oneOf { name: String id: ID nested: Filter list: [Int] }
        type Query { me: Person you: Person! node(id: ID!): Node named: [Named] pets(kinds: [Style!]! = [PLAIN], filter: Filter = {name: "f"}): [Pet!] home(at: Place): Home! count(from: Int! = 1, to: Int): Int! style(of: Style!): Style matrix: [[Int]!] }
        type Mutation { rename(to: String!, how: Filter!): Person remove(ids: [ID!]!): Boolean! place(at: Place!): Home }
        """;

    private static readonly int Documents = 1500 * Oracle.Scale;

    [NodeFact]
    public async Task Generated_documents_answer_the_same()
    {
        var values = new ReferenceValues(Sdl);
        var generator = new DocumentGenerator(values.Schema, new Random(20250905));
        var requests = new List<(string Query, string Variables)>();
        for (var i = 0; i < Documents; i++)
        {
            var query = generator.Document(mistakes: 0, most: 1);
            if (DocumentValidator.Validate(values.Schema, Parser.Parse(query), ValidationOptions.WithoutLimits).Count == 0)
                requests.Add((query, generator.VariableValues(mistakes: i % 3 == 0 ? 0.1 : 0)));
        }
        var answers = await Oracle.AskAsync("execute", requests.Select(r => $"{{\"query\":{Oracle.Quote(r.Query)},\"variables\":{r.Variables}}}").Prepend(Oracle.Quote(Sdl)));

        var services = new ServiceCollection().AddSingleton(values.Schema).AddLogging();
        services.AddGraphQLExecution();
        services.Configure<ExecutionOptions>(o => o.Validation = ValidationOptions.WithoutLimits);
        await using var host = services.BuildServiceProvider();
        var differences = new Differences("requests");
        foreach (var ((query, variables), answer) in requests.Zip(answers.Skip(1)))
            differences.Compare($"{query}\n{variables}", await OursAsync(host, query, variables), Reference(answer));
        differences.ShouldBeNone(atLeast: Documents / 2);
        answers.Skip(1).Count(a => a.GetProperty("errors").GetArrayLength() > 0).ShouldBeInRange(requests.Count / 10, requests.Count * 9 / 10, "both sides must be common");
    }

    private static async Task<string> OursAsync(IServiceProvider host, string query, string variables)
    {
        await using var scope = host.CreateAsyncScope();
        using var given = JsonDocument.Parse(variables);
        var request = new GraphQLRequest(query, Variables: given.RootElement) { RootValue = ReferenceValues.Root };
        using var result = await host.GetRequiredService<GraphQLExecutor>().ExecuteAsync(request, scope.ServiceProvider);
        using var answer = JsonDocument.Parse(result.Utf8);
        var data = answer.RootElement.TryGetProperty("data", out var found) ? JsonSerializer.Serialize(found) : "none";
        var errors = !answer.RootElement.TryGetProperty("errors", out var list) ? [] : list.EnumerateArray().Select(e =>
            $"{(e.TryGetProperty("path", out var path) ? path.GetRawText() : "null")} @ {string.Join(',', e.GetProperty("locations").EnumerateArray().Select(l => $"{l.GetProperty("line")}:{l.GetProperty("column")}"))}");
        return string.Join('\n', errors.Distinct().Order(StringComparer.Ordinal).Prepend(data));
    }

    private static string Reference(JsonElement answer)
    {
        var data = answer.GetProperty("data").GetString()!;
        var text = data == "none" ? data : JsonSerializer.Serialize(JsonDocument.Parse(data).RootElement);
        return string.Join('\n', answer.GetProperty("errors").EnumerateArray().Select(e => e.GetString()!).Distinct().Order(StringComparer.Ordinal).Prepend(text));
    }
}
