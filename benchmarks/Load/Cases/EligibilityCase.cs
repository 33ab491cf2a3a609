using System.Text.Json;
using Portal.Graph.Driving;
using Portal.Graph.Load.Running;
using Portal.Graph.Testing;

namespace Portal.Graph.Load.Cases;

/// <summary>Is this member covered on that day, and since when: the most frequent question to a portal.</summary>
internal static class EligibilityCase
{
    private const string Query = """
        query($id: String!, $date: Date!) {
          eligibility(search: { careSourceId: $id, dateOfService: $date }) {
            member { careSourceId firstName lastName birthDate medicaidId eligibilitySpans { effective termination enrollment { programName lob } } }
            verdict { status dateOfService span { effective termination } }
            program { programName lob }
          }
        }
        """;

    public static LoadCase Make(string directory)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var asked = SampleClaims.CoveredMembers(directory, "OH").Select((id, i) => (Id: id, Date: today.AddDays(-1 - i % 300).ToString("yyyy-MM-dd"))).ToList();
        return new("eligibility by member and date, with spans",
            [.. asked.Select(a => Call.Of("/graphql", JsonSerializer.SerializeToUtf8Bytes(new { query = Query, variables = new { id = a.Id, date = a.Date } }), Expected(a.Id)))],
            [.. asked.Select(a => Call.Of("/eligibility", JsonSerializer.SerializeToUtf8Bytes(new { id = a.Id, date = a.Date }), Expected(a.Id)))],
            Once: false);
    }

    private static string[] Expected(string id) => [$"\"careSourceId\":\"{id}\"", "\"eligibilitySpans\":[{", "\"verdict\":{\"status\":"];
}
