using System.Security.Cryptography;
using System.Text.Json;
using Portal.Graph.Clients;

namespace Portal.Graph.Schema.Tests.Files;

/// <summary>npm tus-js-client, as front ends use it.</summary>
public sealed class TusClientTests(FilePortal files) : IClassFixture<FilePortal>
{
    [NodeFact, Requirement("ATT-18")]
    public Task A_file_in_one_request() => ArrivesAsync("whole");

    [NodeFact, Requirement("ATT-18")]
    public Task A_file_in_chunks() => ArrivesAsync("chunks");

    [NodeFact, Requirement("ATT-18")]
    public Task A_file_with_its_creation() => ArrivesAsync("withCreation");

    [NodeFact, Requirement("ATT-18")]
    public Task A_stream_whose_length_is_known_at_its_end() => ArrivesAsync("deferred");

    [NodeFact, Requirement("ATT-18")]
    public async Task A_cut_connection_goes_on_where_the_server_stands()
    {
        var result = await ArrivesAsync("resume");
        result.GetProperty("resumedAt").GetInt64().ShouldBeGreaterThan(500_000, "most of what was sent before the cut is not sent again");
    }

    [NodeFact, Requirement("ATT-03", "ATT-17")]
    public async Task A_refusal_reaches_the_client_with_its_code()
    {
        var result = await RunAsync("refused");
        foreach (var (what, code) in new[] { ("type", "FILE_TYPE_NOT_ALLOWED"), ("mismatch", "FILE_TYPE_MISMATCH") })
        {
            result.GetProperty(what).GetProperty("status").GetInt32().ShouldBe(415);
            result.GetProperty(what).GetProperty("body").GetString().ShouldNotBeNull().ShouldContain(code);
        }
    }

    [NodeFact, Requirement("ATT-18")]
    public async Task An_abandoned_upload_is_terminated() => (await RunAsync("terminate")).GetProperty("afterwards").GetInt32().ShouldBe(404);

    private async Task<JsonElement> ArrivesAsync(string story)
    {
        var result = await RunAsync(story);
        result.TryGetProperty("fileId", out var id).ShouldBeTrue(result.ToString());
        (await files.ScannedAsync(id.GetString().ShouldNotBeNull(result.ToString()))).ShouldBe("CLEAN");
        var bytes = await files.Http.GetByteArrayAsync($"/files/{id.GetString()}");
        Convert.ToHexStringLower(SHA256.HashData(bytes)).ShouldBe(result.GetProperty("sha256").GetString());
        return result;
    }

    private async Task<JsonElement> RunAsync(string story) =>
        JsonDocument.Parse(await NodeClients.RunAsync("files/tus.mjs", [story, new Uri(files.Portal.Address, "/uploads").ToString(), files.Api.Token!])).RootElement;
}
