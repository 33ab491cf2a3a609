using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portal.Graph.Testing;

/// <summary>A submission whose answer reached the client.</summary>
internal sealed record Submitted(string RequestId, string DraftId, int Version, string Number);

/// <summary>Keys and submits claims over the API, one after another, until nobody answers any more.</summary>
internal sealed class ClaimSubmitter(ApiClient api, IReadOnlyList<string> members, SamplePractice practice)
{
    private static readonly JsonSerializerOptions AsInput = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
    };

    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task FirstAcknowledged => _first.Task;

    public static async Task<ClaimSubmitter> SignInAsync(Uri address, string directory) => new(
        await ApiClient.SignInAsync(new HttpClient { BaseAddress = address }, "demo.billing"), SampleClaims.CoveredMembers(directory, "OH"), SampleClaims.Practice(directory));

    public async Task<List<Submitted>> UntilDeathAsync(int round, int client)
    {
        List<Submitted> acknowledged = [];
        try
        {
            for (var n = 0; ; n++)
            {
                var requestId = $"kill-{round}-{client}-{n}";
                var (draftId, version) = await KeyAsync(round, client, n, requestId);
                acknowledged.Add(new(requestId, draftId, version, await SubmitAsync(draftId, version, requestId)));
                _first.TrySetResult();
            }
        }
        catch (HttpRequestException)
        {
            // The portal died: what it answered until then is what counts.
            return acknowledged;
        }
        catch (Exception wrong)
        {
            _first.TrySetException(wrong);
            throw;
        }
    }

    /// <summary>The number of the claim that the draft became.</summary>
    public async Task<string> SubmitAsync(string draftId, int version, string clientRequestId)
    {
        var answer = await api.SendAsync(
            "mutation($input: SubmitClaimInput!) { submitClaim(input: $input) { claim { number } errors { ... on Error { code message } } } }",
            new { input = new { draftId, version, clientRequestId } });
        return answer.Data("submitClaim", "claim", "number").GetString()!;
    }

    private async Task<(string Id, int Version)> KeyAsync(int round, int client, int n, string account)
    {
        var created = await api.SendAsync(
            "mutation { createClaimDraft(input: { type: HCFA }) { draft { id version } errors { ... on Error { code message } } } }");
        var draft = created.Data("createClaimDraft", "draft");
        // Members and days take turns, so that no claim looks like another one's duplicate.
        var (member, day) = (members[(n * 8 + client) % members.Count], DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-2 * round));
        var saved = await api.SendAsync(
            "mutation($input: SaveClaimDraftInput!) { saveClaimDraft(input: $input) { draft { id version } errors { ... on Error { code message } } } }",
            new
            {
                input = new
                {
                    id = draft.GetProperty("id").GetString(),
                    version = draft.GetProperty("version").GetInt32(),
                    form = JsonSerializer.SerializeToElement(SampleClaims.Form(practice, member, day, account), AsInput),
                },
            });
        var complete = saved.Data("saveClaimDraft", "draft");
        return (complete.GetProperty("id").GetString()!, complete.GetProperty("version").GetInt32());
    }
}
