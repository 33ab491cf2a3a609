using System.Text.Json;
using Portal.Graph.Driving;
using Portal.Graph.Load.Running;

namespace Portal.Graph.Load.Cases;

/// <summary>A practice's claims of a quarter: 25 rows, each with its member and its lines.</summary>
internal static class ClaimSearchCase
{
    private const int Rows = 25;
    private const string Query = """
        query($from: Date!, $to: Date!) {
          claims(first: 25, where: { serviceDates: { from: $from, to: $to } }) {
            nodes {
              number status firstServiceDate lastServiceDate totalCharge paid patientAccountNumber billingNpi
              member { careSourceId firstName lastName birthDate }
              lines { no from to code modifiers units charge allowed paid state }
            }
            pageInfo { hasNextPage }
          }
        }
        """;

    public static LoadCase Make(string directory)
    {
        var windows = Windows(directory);
        return new("25 claims with member and lines",
            [.. windows.Select(w => Call.Of("/graphql", JsonSerializer.SerializeToUtf8Bytes(new { query = Query, variables = new { from = w.From, to = w.To } }), Expected(w.First)))],
            [.. windows.Select(w => Call.Of("/claims", JsonSerializer.SerializeToUtf8Bytes(new { from = w.From, to = w.To }), Expected(w.First)))],
            Once: false);
    }

    private static string[] Expected(string first) => [$"{{\"claims\":{{\"nodes\":[{{\"number\":\"{first}\"", "\"member\":{\"careSourceId\":", "\"hasNextPage\":true"];

    // Quarters that end on different days, each with more than one page.
    private static List<(string From, string To, string First)> Windows(string directory)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var claims = DemoRows.Read(directory,
            $"""
            SELECT "Number", "FirstServiceDate" FROM "Claims"
            WHERE "Market" = 'OH' AND 1 IN ("BillingAccountId", "RenderingAccountId") AND "ReceivedDate" >= '{today.AddMonths(-23):yyyy-MM-dd}'
            ORDER BY "FirstServiceDate" DESC, "Id" DESC
            """, r => (Number: r.GetString(0), Date: DateOnly.ParseExact(r.GetString(1), "yyyy-MM-dd")));
        List<(string, string, string)> windows = [];
        for (var to = today; to > today.AddMonths(-19); to = to.AddDays(-3))
        {
            var inside = claims.Where(c => c.Date <= to && c.Date >= to.AddDays(-89)).ToList();
            if (inside.Count > Rows) windows.Add(($"{to.AddDays(-89):yyyy-MM-dd}", $"{to:yyyy-MM-dd}", inside[0].Number));
        }
        return windows.Count > 20 ? windows : throw new InvalidOperationException($"Only {windows.Count} quarters have more than {Rows} claims.");
    }
}
