using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Portal.Graph.Clients;

namespace Portal.Graph.Schema.Tests.Platform.Operations;

/// <summary>The program as its users start and end it.</summary>
public sealed class ShutdownTests
{
    private const int GoingAway = 1001;

    [Fact, Requirement("PLT-22")]
    public async Task What_is_in_flight_when_it_is_told_to_stop_is_answered_and_what_comes_after_the_drain_is_refused()
    {
        await using var data = await TestData.CreateAsync(demo: true);
        // Longer than what a shell, a framework or a service manager would let it have by themselves.
        using var portal = await PortalProcess.StartAsync(data.Directory, [.. data.Arguments, "--Shutdown:DrainSeconds=4"]);
        using var http = new HttpClient { BaseAddress = portal.Address };
        var api = await ApiClient.SignInAsync(http, "demo.billing");
        await using var socket = await ApiSocket.OpenAsync(portal.Address, api.Token);
        await socket.SubscribeAsync("subscription { claimStatusChanged { __typename } }");
        var held = new HeldContent("application/json", " "u8.ToArray(), """{"query":"{ viewer { permissions } }"}"""u8.ToArray(), Encoding.ASCII.GetBytes(new string(' ', 1024)));
        var inFlight = http.PostAsync("/graphql", held);
        await held.Sent;

        await portal.TerminateAsync();
        while (await ReadyAsync(portal) is HttpStatusCode.OK) await Task.Delay(20);
        (await ReadyAsync(portal)).ShouldBe(HttpStatusCode.ServiceUnavailable);
        socket.CloseCode.ShouldBeNull("who is connected is served while it drains");
        (await new ApiClient(new HttpClient { BaseAddress = portal.Address }, api.Token).SendAsync("{ __typename }")).Status.ShouldBe(HttpStatusCode.OK);
        while (await ReadyAsync(portal) is not null) await Task.Delay(20);

        (await socket.ClosedAsync()).ShouldBe(GoingAway);
        held.End();
        using var answer = await inFlight;
        new ApiAnswer(answer.StatusCode, await answer.Content.ReadAsStringAsync()).Data("viewer", "permissions").GetArrayLength().ShouldBeGreaterThan(0);
        (await portal.ExitCodeAsync()).ShouldBe(0);
    }

    [NodeFact, Requirement("ATT-18", "PLT-22")]
    public async Task An_upload_that_the_end_cuts_goes_on_after_the_next_start()
    {
        await using var data = await TestData.CreateAsync(demo: true);
        using var portal = await PortalProcess.StartAsync(data.Directory, [.. data.Arguments, "--Shutdown:TimeoutSeconds=1", "--Files:Scanner:Kind=TestSignature"]);
        var bytes = RandomNumberGenerator.GetBytes(3_000_000);
        "%PDF-1.7\n"u8.CopyTo(bytes);
        using var http = new HttpClient { BaseAddress = portal.Address };
        var token = (await ApiClient.SignInAsync(http, "demo.billing")).Token!;
        var upload = await BeginAsync(http, bytes.Length);
        var half = new HeldContent("application/offset+octet-stream", bytes[..1_700_000], bytes[1_700_000..]);
        var cut = http.SendAsync(new(HttpMethod.Patch, upload) { Content = half, Headers = { { "Tus-Resumable", "1.0.0" }, { "Upload-Offset", "0" } } });
        await half.Sent;

        await portal.TerminateAsync();
        (await portal.ExitCodeAsync()).ShouldBe(0);
        half.End();
        await Should.ThrowAsync<HttpRequestException>(cut);

        using var again = await portal.AgainAsync();
        var file = Path.Combine(data.Directory, "stay.pdf");
        await File.WriteAllBytesAsync(file, bytes);
        var result = JsonDocument.Parse(await NodeClients.RunAsync("files/tus.mjs", ["rest", new Uri(again.Address, upload).ToString(), token, file])).RootElement;
        result.GetProperty("resumedAt").GetInt64().ShouldBeGreaterThan(500_000, "most of what was sent before the end is not sent again");
        result.GetProperty("fileId").GetString().ShouldNotBeNull(result.ToString());
        result.GetProperty("sha256").GetString().ShouldBe(Convert.ToHexStringLower(SHA256.HashData(await DownloadAsync(again, token, result.GetProperty("fileId").GetString()!))));
    }

    private static async Task<string> BeginAsync(HttpClient http, long length)
    {
        using var created = await http.SendAsync(new(HttpMethod.Post, "/uploads")
        {
            Headers =
            {
                { "Tus-Resumable", "1.0.0" }, { "Upload-Length", length.ToString(CultureInfo.InvariantCulture) },
                { "Upload-Metadata", $"filename {Convert.ToBase64String("stay.pdf"u8)}" },
            },
        });
        created.StatusCode.ShouldBe(HttpStatusCode.Created);
        return created.Headers.Location.ShouldNotBeNull().ToString();
    }

    private static async Task<byte[]> DownloadAsync(PortalProcess portal, string token, string fileId)
    {
        using var http = new HttpClient { BaseAddress = portal.Address, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        for (var tries = 0; ; tries++)
        {
            using var answer = await http.GetAsync($"/files/{fileId}");
            if (answer.IsSuccessStatusCode) return await answer.Content.ReadAsByteArrayAsync();
            // Not scanned yet.
            tries.ShouldBeLessThan(600, await answer.Content.ReadAsStringAsync());
            await Task.Delay(50);
        }
    }

    /// <summary>Null when nobody takes the connection.</summary>
    private static async Task<HttpStatusCode?> ReadyAsync(PortalProcess portal)
    {
        using var http = new HttpClient { BaseAddress = portal.Address };
        try
        {
            using var answer = await http.GetAsync("/health/ready");
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
