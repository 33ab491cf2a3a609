using System.Text.Json;
using Portal.Graph.Clients;
using Portal.GraphQL.Tests.Execution;

namespace Portal.GraphQL.Tests.Transport;

public sealed class AuditTests
{
    [NodeFact]
    public async Task Every_audit_of_graphql_http_passes()
    {
        var s = new HandMadeSchema();
        s.Query(s.Field("hello", "String", _ => "world"));
        await using var server = await TestServer.StartAsync(s);
        var printed = await NodeClients.RunAsync("http/audits.mjs", [new Uri(server.Address, "/graphql").ToString()]);
        var audits = JsonDocument.Parse(printed).RootElement.EnumerateArray().ToList();
        audits.Count.ShouldBe(61);
        audits.Where(a => a.GetProperty("status").GetString() != "ok").Select(a => a.GetRawText()).ShouldBeEmpty();
    }
}
