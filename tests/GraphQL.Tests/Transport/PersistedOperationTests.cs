using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Execution.Persisted;
using Portal.GraphQL.Tests.Execution;

namespace Portal.GraphQL.Tests.Transport;

public sealed class PersistedOperationTests
{
    private static HandMadeSchema Schema()
    {
        var s = new HandMadeSchema();
        s.Query(s.Field("hello", "String", c => $"Hello {c.Argument(0)}", s.Argument("name", "String", "\"world\"")));
        s.Mutation(s.Field("save", "Int", _ => 1));
        return s;
    }

    private static Task<TestServer> StartAsync(Action<PersistedOperationOptions>? configure = null, IDocumentStore? store = null, params string[] idNames) =>
        TestServer.StartAsync(Schema(), o => idNames.ToList().ForEach(o.DocumentIdNames.Add), services: services =>
        {
            services.Configure<ExecutionOptions>(o => configure?.Invoke(o.Persisted));
            if (store is not null)
                services.AddSingleton(store);
        });

    private static string Hash(string query) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(query)));

    private static object Extension(string hash) => new { persistedQuery = new { version = 1, sha256Hash = hash } };

    private static async Task<string> AskAsync(TestServer server, object body)
    {
        using var response = await server.PostAsync(JsonSerializer.Serialize(body));
        return await response.TextAsync();
    }

    private static async Task<(string Message, string Code)> ErrorAsync(TestServer server, object body)
    {
        var error = JsonDocument.Parse(await AskAsync(server, body)).RootElement.GetProperty("errors")[0];
        return (error.GetProperty("message").GetString()!, error.GetProperty("extensions").GetProperty("code").GetString()!);
    }

    [Fact]
    public async Task A_document_sent_once_with_its_hash_is_known_by_it()
    {
        await using var server = await StartAsync(o => o.Automatic = true);
        const string query = "{ hello }";
        (await ErrorAsync(server, new { extensions = Extension(Hash(query)) })).ShouldBe(("PersistedQueryNotFound", "PERSISTED_QUERY_NOT_FOUND"));
        (await AskAsync(server, new { query, extensions = Extension(Hash(query)) })).ShouldBe("""{"data":{"hello":"Hello world"}}""");
        (await AskAsync(server, new { extensions = Extension(Hash(query)) })).ShouldBe("""{"data":{"hello":"Hello world"}}""");
        (await AskAsync(server, new { extensions = Extension(Hash(query).ToUpperInvariant()) })).ShouldBe("""{"data":{"hello":"Hello world"}}""");
        (await AskAsync(server, new { documentId = "sha256:" + Hash(query) })).ShouldBe("""{"data":{"hello":"Hello world"}}""");
        using var get = await server.GetAsync([("extensions", JsonSerializer.Serialize(Extension(Hash(query))))]);
        (await get.TextAsync()).ShouldBe("""{"data":{"hello":"Hello world"}}""");
    }

    [Fact]
    public async Task A_mutation_known_by_its_hash_still_needs_a_post()
    {
        await using var server = await StartAsync(o => o.Automatic = true);
        const string query = "mutation { save }";
        await AskAsync(server, new { query, extensions = Extension(Hash(query)) });
        using var get = await server.GetAsync([("extensions", JsonSerializer.Serialize(Extension(Hash(query))))]);
        get.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task A_document_whose_hash_is_another_is_refused_and_not_kept()
    {
        await using var server = await StartAsync(o => o.Automatic = true);
        var hash = Hash("{ hello }");
        (await ErrorAsync(server, new { query = "mutation { save }", extensions = Extension(hash) })).ShouldBe(("provided sha does not match query", "PERSISTED_QUERY_MISMATCH"));
        (await ErrorAsync(server, new { extensions = Extension(hash) })).Code.ShouldBe("PERSISTED_QUERY_NOT_FOUND");
    }

    [Theory]
    [InlineData("{ nothing }", "VALIDATION_ERROR")]
    [InlineData("{ hello", "SYNTAX_ERROR")]
    public async Task A_document_that_is_not_valid_is_not_kept(string query, string code)
    {
        await using var server = await StartAsync(o => o.Automatic = true);
        (await ErrorAsync(server, new { query, extensions = Extension(Hash(query)) })).Code.ShouldBe(code);
        (await ErrorAsync(server, new { extensions = Extension(Hash(query)) })).Code.ShouldBe("PERSISTED_QUERY_NOT_FOUND");
    }

    [Theory]
    [InlineData("{ hello #123\n}", true)]
    [InlineData("{ hello #1234\n}", false)]
    public async Task A_document_that_is_too_long_is_answered_but_not_kept(string query, bool kept)
    {
        await using var server = await StartAsync(o => (o.Automatic, o.MaxDocumentLength) = (true, 14));
        (await AskAsync(server, new { query, extensions = Extension(Hash(query)) })).ShouldBe("""{"data":{"hello":"Hello world"}}""");
        (await AskAsync(server, new { extensions = Extension(Hash(query)) })).Contains("PersistedQueryNotFound").ShouldBe(!kept);
    }

    [Fact]
    public async Task What_was_kept_longest_ago_goes_when_there_is_too_much()
    {
        await using var server = await StartAsync(o => (o.Automatic, o.MaxDocuments) = (true, 4));
        for (var i = 0; i < 5; i++)
            await AskAsync(server, new { query = $"{{ a{i}: hello }}", extensions = Extension(Hash($"{{ a{i}: hello }}")) });
        (await ErrorAsync(server, new { extensions = Extension(Hash("{ a0: hello }")) })).Code.ShouldBe("PERSISTED_QUERY_NOT_FOUND");
        (await AskAsync(server, new { extensions = Extension(Hash("{ a4: hello }")) })).ShouldContain("\"a4\"");
    }

    [Fact]
    public async Task A_server_that_learns_nothing_says_so_and_still_answers_whole_requests()
    {
        await using var server = await StartAsync();
        const string query = "{ hello }";
        (await ErrorAsync(server, new { extensions = Extension(Hash(query)) })).ShouldBe(("PersistedQueryNotSupported", "PERSISTED_QUERY_NOT_SUPPORTED"));
        (await AskAsync(server, new { query, extensions = Extension(Hash(query)) })).ShouldBe("""{"data":{"hello":"Hello world"}}""");
    }

    [Theory]
    [InlineData("""{"persistedQuery":1}""")]
    [InlineData("""{"persistedQuery":{"version":1}}""")]
    [InlineData("""{"persistedQuery":{"version":2,"sha256Hash":"0000000000000000000000000000000000000000000000000000000000000000"}}""")]
    [InlineData("""{"persistedQuery":{"version":1,"sha256Hash":"0000"}}""")]
    [InlineData("""{"persistedQuery":{"version":1e999,"sha256Hash":"0000000000000000000000000000000000000000000000000000000000000000"}}""")]
    [InlineData("""{"persistedQuery":{"version":1,"sha256Hash":"g000000000000000000000000000000000000000000000000000000000000000"}}""")]
    public async Task A_malformed_extension_is_refused(string extensions)
    {
        await using var server = await StartAsync(o => o.Automatic = true);
        (await ErrorAsync(server, new { query = "{ hello }", extensions = JsonDocument.Parse(extensions).RootElement })).Code.ShouldBe(ErrorCodes.BadRequest);
    }

    [Fact]
    public async Task Documents_of_a_folder_are_named_by_their_files_and_variables_come_beside()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "greet.graphql"), "query($n: String) { hello(name: $n) }");
        var store = TrustedDocuments.Load(folder.Path);
        store.Count.ShouldBe(1);
        await using var server = await StartAsync(store: store, idNames: ["id", "doc_id"]);
        foreach (var name in new[] { "documentId", "id", "doc_id" })
            (await AskAsync(server, new Dictionary<string, object> { [name] = "greet", ["variables"] = new { n = "you" } })).ShouldBe("""{"data":{"hello":"Hello you"}}""");
        using var get = await server.GetAsync([("doc_id", "greet"), ("variables", """{"n":"all"}""")]);
        (await get.TextAsync()).ShouldBe("""{"data":{"hello":"Hello all"}}""");
        (await ErrorAsync(server, new { documentId = "../greet" })).Code.ShouldBe(ErrorCodes.UnknownDocument);
        (await ErrorAsync(server, new { documentId = "greet", query = "{ hello }" })).Code.ShouldBe(ErrorCodes.BadRequest);
        (await AskAsync(server, new { query = "{ hello }" })).ShouldBe("""{"data":{"hello":"Hello world"}}""");
    }

    [Theory]
    [InlineData("""{"a1":"{ hello }"}""")]
    [InlineData("""{"format":"apollo-persisted-query-manifest","version":1,"operations":[{"id":"a1","name":"Q","type":"query","body":"{ hello }"}]}""")]
    public async Task Manifests_are_read_as_the_tools_of_clients_write_them(string manifest)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "manifest.json");
        await File.WriteAllTextAsync(file, manifest);
        await using var server = await StartAsync(store: TrustedDocuments.Load(file));
        (await AskAsync(server, new { documentId = "a1" })).ShouldBe("""{"data":{"hello":"Hello world"}}""");
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("""{"a":1}""")]
    [InlineData("""{"operations":[{"id":"a"}]}""")]
    [InlineData("nonsense")]
    public async Task What_is_no_manifest_fails_the_start(string manifest)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "manifest.json");
        await File.WriteAllTextAsync(file, manifest);
        Should.Throw<InvalidDataException>(() => TrustedDocuments.Load(file));
    }

    [Fact]
    public async Task A_server_of_trusted_documents_executes_nothing_else()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "greet.graphql"), "{ hello }");
        await File.WriteAllTextAsync(Path.Combine(folder.Path, $"{Hash("{ h: hello }")}.graphql"), "{ h: hello }");
        await using var server = await StartAsync(o => (o.TrustedOnly, o.Automatic) = (true, true), TrustedDocuments.Load(folder.Path));
        (await AskAsync(server, new { documentId = "greet" })).ShouldBe("""{"data":{"hello":"Hello world"}}""");
        (await AskAsync(server, new { extensions = Extension(Hash("{ h: hello }")) })).ShouldBe("""{"data":{"h":"Hello world"}}""");
        (await ErrorAsync(server, new { query = "{ hello }" })).Code.ShouldBe(ErrorCodes.TrustedDocumentsOnly);
        (await ErrorAsync(server, new { query = "{ hello }", extensions = Extension(Hash("{ hello }")) })).Code.ShouldBe(ErrorCodes.TrustedDocumentsOnly);
        (await ErrorAsync(server, new { query = "{ hello }", documentId = "greet" })).Code.ShouldBe(ErrorCodes.TrustedDocumentsOnly);
        (await ErrorAsync(server, new { extensions = Extension(Hash("{ hello }")) })).Code.ShouldBe(ErrorCodes.UnknownDocument);
        (await ErrorAsync(server, new { documentId = "sha256:" + Hash("{ hello }") })).Code.ShouldBe(ErrorCodes.UnknownDocument);
    }
}
