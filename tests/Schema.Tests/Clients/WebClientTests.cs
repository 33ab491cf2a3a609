using System.Text.Json;
using Portal.Graph.Clients;

namespace Portal.Graph.Schema.Tests.Clients;

/// <summary>The clients that front ends are built with, against the real program with the demo plan.</summary>
public sealed class WebClientTests(DemoPortal demo) : IClassFixture<DemoPortal>
{
    [NodeFact]
    public async Task Apollo_Client_queries_caches_mutates_and_sends_hashes_for_documents()
    {
        await using var portal = await TestPortal.StartAsync();
        var answer = await RunAsync("web/apollo.mjs", portal);
        answer.GetProperty("claims").GetArrayLength().ShouldBe(2);
        answer.GetProperty("sameFromCache").GetBoolean().ShouldBeTrue();
        answer.GetProperty("requests").GetInt32().ShouldBe(2, "the introspection and the first query; the second came from the cache");
        answer.GetProperty("fragment").GetString().ShouldBe(answer.GetProperty("claims")[0].GetString());
        answer.GetProperty("draft").GetString().ShouldBe("HCFA");
        Strings(answer, "refused").ShouldBe(["PROVIDER_NOT_LINKED"]);
        Strings(answer, "broken").ShouldBe(["VALIDATION_ERROR"]);
        Strings(answer, "viewers").ShouldBe(["OH", "OH"]);
        answer.GetProperty("withQuery").EnumerateArray().Select(b => b.GetBoolean()).ShouldBe([false, true, false], "a hash nobody knows, the document with it, the hash alone");
    }

    [NodeFact]
    public async Task Urql_queries_caches_and_mutates()
    {
        var answer = await RunAsync("web/urql.mjs", demo.Portal);
        Strings(answer, "claims").Count().ShouldBe(2);
        Strings(answer, "again").ShouldBe(Strings(answer, "claims"));
        answer.GetProperty("requests").GetInt32().ShouldBe(1);
        Strings(answer, "refused").ShouldBe(["PROVIDER_NOT_LINKED"]);
        Strings(answer, "broken").ShouldBe(["VALIDATION_ERROR"]);
    }

    private static async Task<JsonElement> RunAsync(string script, TestPortal portal)
    {
        var client = await portal.SignInAsync("demo.billing");
        var output = await NodeClients.RunAsync(script, [new Uri(portal.Address, "/graphql").ToString(), client.Token!, portal.IdOf("ProviderAccount")]);
        return JsonDocument.Parse(output).RootElement;
    }

    private static IEnumerable<string?> Strings(JsonElement answer, string name) => answer.GetProperty(name).EnumerateArray().Select(e => e.GetString());
}
