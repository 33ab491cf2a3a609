using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Clients;
using Portal.Graph.Clients.Reference;
using Portal.GraphQL.Types;

namespace Portal.Graph.Schema.Tests.Reference;

/// <summary>The product's schema as graphql-js sees it.</summary>
public sealed class ProductSchemaReferenceTests(DemoPortal demo) : IClassFixture<DemoPortal>
{
    private readonly TestPortal _portal = demo.Portal;

    private GraphQL.Types.Schema Schema => _portal.Services.GetRequiredService<GraphQL.Types.Schema>();

    [NodeFact]
    public async Task What_introspection_answers_builds_a_valid_schema_that_prints_as_ours()
    {
        var answer = await (await _portal.SignInAsync("demo.admin")).SendAsync(Oracle.Introspection);
        answer.ErrorCodes.ShouldBeEmpty();
        var built = (await Oracle.AskAsync("introspection", [JsonSerializer.Serialize(answer.Data())])).ShouldHaveSingleItem();
        Oracle.Errors(built).ShouldBeEmpty();
        built.GetProperty("printed").GetString().ShouldBe(SchemaPrinter.Print(Schema).TrimEnd('\n'));
    }

    [NodeFact]
    public async Task The_printed_schema_is_valid_and_prints_the_same()
    {
        var printed = SchemaPrinter.Print(Schema);
        var read = (await Oracle.AskAsync("sdl", [Oracle.Quote(printed)])).ShouldHaveSingleItem();
        Oracle.Errors(read).ShouldBeEmpty();
        read.GetProperty("printed").GetString().ShouldBe(printed.TrimEnd('\n'));
    }

    [NodeFact]
    public async Task Generated_documents_get_the_same_verdict()
    {
        var documents = 1000 * Oracle.Scale;
        var verdicts = await Verdicts.CompareAsync(Schema, documents);
        verdicts.Valid.ShouldBeInRange(documents / 4, documents * 3 / 4);
        verdicts.Kinds.Count.ShouldBeGreaterThanOrEqualTo(30, string.Join('\n', verdicts.Kinds));
    }
}
