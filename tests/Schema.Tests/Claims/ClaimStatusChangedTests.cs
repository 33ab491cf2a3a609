using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Outbox;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Schema.Tests.Work;

namespace Portal.Graph.Schema.Tests.Claims;

/// <summary>Claims are followed as they move: over a WebSocket, over an event stream, from another server.</summary>
public sealed class ClaimStatusChangedTests
{
    private const string Follow = "subscription { claimStatusChanged { from to at claim { number state billingProvider { id } } } }";

    [Fact, Requirement("CLM-21", "CLM-24", "PLT-21")]
    public async Task A_claim_that_is_submitted_is_told_over_a_socket_step_by_step_to_its_own_account_only()
    {
        await using var portal = await TestPortal.StartAsync();
        // What the demo plan brought is the past: nobody is told of it.
        (await portal.Services.GetRequiredService<OutboxReader>().LastAsync(default)).ShouldBe(0);
        var (biller, other) = (await Biller.SignInAsync(portal), await Biller.OtherAsync(portal));
        await using var mine = await FollowAsync(portal, biller.Client.Token, 1);
        await using var theirs = await FollowAsync(portal, other.Client.Token, 2);

        var number = (await biller.ClaimAsync(biller.Form("2025-11-03"))).GetProperty("number").GetString();
        var first = (await mine.NextAsync()).GetProperty("data").GetProperty("claimStatusChanged");
        first.GetProperty("claim").GetProperty("number").GetString().ShouldBe(number);
        first.GetProperty("claim").GetProperty("billingProvider").GetProperty("id").GetString().ShouldBe(biller.AccountId);
        Step(first).ShouldBe("DRAFT>SUBMITTED");
        Step((await mine.NextAsync()).GetProperty("data").GetProperty("claimStatusChanged")).ShouldBe("SUBMITTED>IN_PROCESS");

        // The first that the other account hears of is its own claim.
        var own = (await other.ClaimAsync(other.Form("2025-11-04", memberId: Domain.Demo.DemoCast.Subscriber))).GetProperty("number").GetString();
        (await theirs.NextAsync()).GetProperty("data").GetProperty("claimStatusChanged").GetProperty("claim").GetProperty("number").GetString().ShouldBe(own);
    }

    [Fact, Requirement("PLT-06")]
    public async Task Every_event_is_audited_as_the_read_that_it_is()
    {
        await using var portal = await TestPortal.StartAsync();
        var biller = await Biller.SignInAsync(portal);
        await using var socket = await FollowAsync(portal, biller.Client.Token, 1);
        var before = await ReadsAsync(portal);
        await biller.ClaimAsync(biller.Form("2025-11-05"));
        await socket.NextAsync();
        await socket.NextAsync();
        (await ReadsAsync(portal)).ShouldBe(before + 2);
    }

    [Fact, Requirement("CLM-24")]
    public async Task An_event_stream_tells_the_same_and_can_be_of_one_claim()
    {
        await using var portal = await TestPortal.StartAsync();
        var biller = await Biller.SignInAsync(portal);
        var claim = await biller.ClaimAsync(biller.Form("2025-11-06"));
        var watched = claim.GetProperty("number").GetString();
        using var http = new HttpClient { BaseAddress = portal.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent(JsonSerializer.Serialize(new
            {
                query = "subscription($n: String) { claimStatusChanged(number: $n) { to claim { number } } }", variables = new { n = watched },
            }), Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", biller.Client.Token);
        request.Headers.Accept.ParseAdd("text/event-stream");
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());
        await FollowersAsync(portal, 1);
        await biller.ClaimAsync(biller.Form("2025-11-07"));
        await PendAsync(portal, claim);

        var data = "";
        while (data.Length == 0 && await lines.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)) is { } line)
            if (line.StartsWith("data: ", StringComparison.Ordinal)) data = line[6..];
        var change = JsonDocument.Parse(data).RootElement.GetProperty("data").GetProperty("claimStatusChanged");
        change.GetProperty("claim").GetProperty("number").GetString().ShouldBe(watched);
        change.GetProperty("to").GetString().ShouldBe("PENDED");
    }

    [Fact, Requirement("CLM-21")]
    public async Task Anothers_claim_cannot_be_followed_and_looks_as_if_there_were_none()
    {
        await using var portal = await TestPortal.StartAsync();
        var (biller, other) = (await Biller.SignInAsync(portal), await Biller.OtherAsync(portal));
        var number = (await biller.ClaimAsync(biller.Form("2025-11-10"))).GetProperty("number").GetString()!;
        async Task<string> RefusalAsync(string wanted)
        {
            await using var socket = await ApiSocket.OpenAsync(portal.Address, other.Client.Token);
            await socket.SubscribeAsync("subscription($n: String) { claimStatusChanged(number: $n) { to } }", new { n = wanted });
            return (await socket.NextAsync("error")).GetRawText().Replace(wanted, "");
        }
        var refused = await RefusalAsync(number);
        refused.ShouldContain("CLAIM_NOT_FOUND");
        refused.ShouldBe(await RefusalAsync("C2511109999999"));
    }

    [Fact, Requirement("PLT-21")]
    public async Task What_one_server_saves_is_told_once_and_in_order_by_the_other()
    {
        await using var portal = await TestPortal.StartAsync();
        await using var another = await portal.AnotherAsync(["--Outbox:PollMilliseconds=20"]);
        var biller = await Biller.SignInAsync(portal);
        await using var here = await FollowAsync(portal, biller.Client.Token, 1);
        await using var there = await FollowAsync(another, biller.Client.Token, 1);
        var numbers = new List<string>();
        for (var day = 3; day <= 12; day++) numbers.Add((await biller.ClaimAsync(biller.Form($"2025-11-{day:00}"))).GetProperty("number").GetString()!);
        var expected = numbers.SelectMany(n => new[] { $"{n} DRAFT>SUBMITTED", $"{n} SUBMITTED>IN_PROCESS" }).ToList();
        foreach (var socket in new[] { here, there })
        {
            var told = new List<string>();
            for (var i = 0; i < expected.Count; i++)
            {
                var change = (await socket.NextAsync()).GetProperty("data").GetProperty("claimStatusChanged");
                told.Add($"{change.GetProperty("claim").GetProperty("number").GetString()} {Step(change)}");
            }
            told.ShouldBe(expected);
        }
    }

    [Fact, Requirement("ACC-05")]
    public async Task Signing_out_or_an_ended_token_ends_the_connection()
    {
        await using var portal = await TestPortal.StartAsync(settings: ["--GraphQL:Subscriptions:RevalidateInterval=00:00:00.050"]);
        var leaving = await Biller.SignInAsync(portal);
        await using var left = await FollowAsync(portal, leaving.Client.Token, 1);
        (await leaving.Client.SendAsync("mutation { signOut { errors { ... on Error { code } } } }")).PayloadCodes("signOut").ShouldBeEmpty();
        (await left.ClosedAsync()).ShouldBe(4403);

        var staying = await Biller.SignInAsync(portal);
        await using var expired = await FollowAsync(portal, staying.Client.Token, 1);
        portal.Clock.Advance(TimeSpan.FromMinutes(15));
        (await expired.ClosedAsync()).ShouldBe(4403);
        await FollowersAsync(portal, 0);
    }

    [Fact, Requirement("ACC-05")]
    public async Task Nobody_follows_without_a_session()
    {
        await using var portal = await TestPortal.StartAsync();
        foreach (var token in new[] { null, "no.such.token" })
        {
            await using var socket = await ApiSocket.OpenAsync(portal.Address, token);
            (await socket.ClosedAsync()).ShouldBe(4403);
        }
    }

    /// <summary>Staff pend the claim for documents.</summary>
    private static async Task PendAsync(TestPortal portal, JsonElement claim)
    {
        var analyst = await portal.SignInStaffAsync(StaffRole.ClaimsAnalyst);
        var pended = await analyst.SendAsync(
            "mutation($id: ID!, $v: Int!) { pendClaim(input: { id: $id, version: $v, reason: DOCUMENTS, note: \"Ask\" }) { claim { state } errors { ... on Error { code } } } }",
            new { id = claim.GetProperty("id").GetString(), v = claim.GetProperty("version").GetInt32() });
        pended.PayloadCodes("pendClaim").ShouldBeEmpty(pended.Text);
    }

    private static Task<int> ReadsAsync(TestPortal portal) => portal.AsAsync(Actor.System("test"), services =>
        services.GetRequiredService<PortalDb>().Set<AuditEvent>().CountAsync(e => e.Action == "read" && e.Entity == nameof(Claim) && e.FieldGroup == "claim"));

    private static string Step(JsonElement change) => $"{change.GetProperty("from").GetString()}>{change.GetProperty("to").GetString()}";

    private static async Task<ApiSocket> FollowAsync(TestPortal portal, string? token, int followers)
    {
        var socket = await ApiSocket.OpenAsync(portal.Address, token);
        await socket.SubscribeAsync(Follow);
        await FollowersAsync(portal, followers);
        return socket;
    }

    private static async Task FollowersAsync(TestPortal portal, int count)
    {
        var feed = portal.Services.GetRequiredService<ClaimChangeFeed>();
        for (var i = 0; feed.Followers != count; i++)
        {
            if (i == 6000) throw new TimeoutException($"{feed.Followers} follow, not {count}.");
            await Task.Delay(5);
        }
    }
}
