using System.Text.Json;
using Portal.Graph.Driving;
using Portal.Graph.Load.Running;
using Portal.Graph.Testing;

namespace Portal.Graph.Load.Cases;

/// <summary>A claim of 6 lines is submitted from a draft that was keyed before.</summary>
internal static class SubmitCase
{
    private const string Mutation = """
        mutation($input: SubmitClaimInput!) {
          submitClaim(input: $input) { claim { number state memberIdGiven totalCharge } errors { ... on Error { code message } } }
        }
        """;

    private const string Drafts = """
        query($after: String) { claimDrafts(first: 200, after: $after) { nodes { id version memberIdGiven form { patientAccountNumber } } pageInfo { hasNextPage endCursor } } }
        """;

    public static async Task<LoadCase> MakeAsync(string directory, ApiClient client)
    {
        var rows = DemoRows.Read(directory,
            """SELECT "Id", "MemberIdGiven", json_extract("Form", '$.patientAccountNumber') FROM "ClaimDrafts" WHERE "State" = 'Draft'""",
            r => (Id: r.GetInt64(0), Member: r.IsDBNull(1) ? "" : r.GetString(1), Account: r.IsDBNull(2) ? "" : r.GetString(2)))
            .Where(r => r.Account.StartsWith("LOAD-", StringComparison.Ordinal)).ToList();
        var globalIds = await GlobalIdsAsync(client);
        return new("submit of a claim with 6 lines",
            [.. rows.Select(r => Call.Of("/graphql", JsonSerializer.SerializeToUtf8Bytes(new
            {
                query = Mutation,
                variables = new { input = new { draftId = globalIds[r.Account], version = 1, clientRequestId = r.Account } },
            }), Expected(r.Member)))],
            [.. rows.Select(r => Call.Of("/submit", JsonSerializer.SerializeToUtf8Bytes(new { draftId = r.Id, version = 1, clientRequestId = r.Account }), Expected(r.Member)))],
            Once: true);
    }

    private static string[] Expected(string member) =>
        ["{\"claim\":{\"number\":\"C", $"\"state\":\"IN_PROCESS\",\"memberIdGiven\":\"{member}\"", "\"errors\":null"];

    private static async Task<Dictionary<string, string>> GlobalIdsAsync(ApiClient client)
    {
        Dictionary<string, string> ids = [];
        for (string? after = null; ;)
        {
            var page = (await client.SendAsync(Drafts, new { after })).Data("claimDrafts");
            foreach (var draft in page.GetProperty("nodes").EnumerateArray())
                if (draft.GetProperty("form").GetProperty("patientAccountNumber").GetString() is { } account) ids[account] = draft.GetProperty("id").GetString()!;
            if (!page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean()) return ids;
            after = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        }
    }
}
