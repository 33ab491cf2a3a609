using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Clients;
using Portal.Graph.Clients.Reference;
using Portal.GraphQL.Building;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Language;
using Portal.GraphQL.Tests.Building.Library;
using Portal.GraphQL.Tests.Validation;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Tests.Reference;

/// <summary>Schemas are read, refused and printed as the reference does it.</summary>
public sealed class SchemaReferenceTests
{
    private static readonly int Schemas = 1500 * Oracle.Scale;

    [NodeFact]
    public async Task Generated_schemas_get_the_same_errors_or_print_the_same()
    {
        var generator = new SchemaGenerator(new Random(20250903));
        var sources = Enumerable.Range(0, Schemas).Select(i => generator.Schema(mistakes: i % 3 == 0 ? 0 : i % 3 == 1 ? 0.01 : 0.03)).ToList();
        sources.Add(SchemaPrinter.Print(PetSchema.Schema));
        sources.Add(SchemaPrinter.Print(LibrarySchema.Schema));
        var answers = await Oracle.AskAsync("sdl", sources.Select(Oracle.Quote));

        var differences = new Differences("schemas");
        var kinds = new HashSet<string>();
        foreach (var (source, answer) in sources.Zip(answers))
        {
            var errors = Errors(source, out var printed);
            kinds.UnionWith(errors.Select(Verdicts.Kind));
            differences.Compare(source, printed ?? string.Join('\n', errors), answer.TryGetProperty("printed", out var text) ? text.GetString()! : string.Join('\n', Oracle.Errors(answer)));
        }
        answers.Count(a => a.TryGetProperty("printed", out _)).ShouldBeInRange(Schemas / 4, Schemas * 3 / 4, "both sides must be common");
        differences.ShouldBeNone(atLeast: Schemas);
        kinds.Count.ShouldBeGreaterThanOrEqualTo(40, string.Join('\n', kinds));
    }

    [NodeFact]
    public async Task What_introspection_answers_builds_a_valid_schema_that_prints_as_ours()
    {
        string[] answers = [await IntrospectAsync(LibrarySchema.Services), await IntrospectAsync(PetServices())];
        GraphQL.Types.Schema[] schemas = [LibrarySchema.Schema, PetSchema.Schema];
        foreach (var (built, schema) in (await Oracle.AskAsync("introspection", answers)).Zip(schemas))
        {
            Oracle.Errors(built).ShouldBeEmpty();
            built.GetProperty("printed").GetString().ShouldBe(SchemaPrinter.Print(schema).TrimEnd('\n'));
        }
    }

    private static ServiceProvider PetServices()
    {
        var services = new ServiceCollection().AddSingleton(PetSchema.Schema).AddLogging();
        services.AddGraphQLExecution();
        return services.BuildServiceProvider();
    }

    private static async Task<string> IntrospectAsync(IServiceProvider host)
    {
        await using var scope = host.CreateAsyncScope();
        using var result = await host.GetRequiredService<GraphQLExecutor>().ExecuteAsync(new GraphQLRequest(Oracle.Introspection), scope.ServiceProvider);
        result.Errors.ShouldBeEmpty();
        return JsonSerializer.Serialize(JsonDocument.Parse(result.Utf8).RootElement.GetProperty("data"));
    }

    private static IReadOnlyList<string> Errors(string sdl, out string? printed)
    {
        printed = null;
        try
        {
            printed = SchemaPrinter.Print(SchemaReader.Read(sdl)).TrimEnd('\n');
            return [];
        }
        catch (SchemaReadException e)
        {
            return Oracle.Errors(e.Errors.Where(Deliberate.IsOfTheReferenceToo));
        }
        catch (SyntaxException e)
        {
            return Oracle.Errors([e.ToError()]);
        }
    }
}
