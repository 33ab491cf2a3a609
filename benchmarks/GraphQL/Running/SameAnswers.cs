using System.Text.Json;
using Portal.Graph.Driving;

namespace Portal.GraphQL.Comparison.Running;

/// <summary>Before anything is timed: the servers give equal answers.</summary>
internal static class SameAnswers
{
    private const int Requests = 20;

    public static async Task ProveAsync(ComparisonCase asked, IReadOnlyList<Caller> servers)
    {
        for (var i = 0; i < Requests; i++)
        {
            var first = Data(await servers[0].AnswerAsync());
            foreach (var server in servers.Skip(1))
            {
                var other = Data(await server.AnswerAsync());
                if (!JsonElement.DeepEquals(first, other))
                    throw new InvalidOperationException($"{asked.Name}: the answers differ.\n{servers[0].Server} {first}\n{server.Server} {other}");
            }
        }
    }

    private static JsonElement Data(byte[] answer) => JsonDocument.Parse(answer).RootElement.GetProperty("data");
}
