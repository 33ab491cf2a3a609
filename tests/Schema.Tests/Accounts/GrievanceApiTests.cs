using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Outbox.Tasks;
using Portal.Graph.Schema.Tests.Work;

namespace Portal.Graph.Schema.Tests.Accounts;

[Requirement("ACC-22")]
public sealed class GrievanceApiTests : IAsyncLifetime
{
    private const string File = "mutation($input: FileGrievanceInput!) { fileGrievance(input: $input) { grievance { id number state ackDueAt dueAt files { name } provider { name } } errors { __typename ... on Error { code path otherPath { kind pageKey } } } } }";
    private const string List = "{ grievances { totalCount nodes { id version number state narrative resolution category files { id name } member { careSourceId } } } }";
    private const string Decide = "mutation($id: ID!, $v: Int!, $d: GrievanceDecision!, $r: String) { decideGrievance(input: { id: $id, version: $v, decision: $d, reason: $r }) { grievance { state version } errors { __typename ... on Error { code } } } }";
    private TestPortal _portal = null!;

    public async Task InitializeAsync() => _portal = await TestPortal.StartAsync(settings: ["--Files:Scanner:Kind=TestSignature"]);

    public Task DisposeAsync() => _portal.DisposeAsync().AsTask();

    [Fact]
    public async Task A_front_desk_files_a_grievance_with_a_file_and_reads_the_answer()
    {
        var user = await _portal.SignInAsync("demo.frontdesk");
        var fileId = await UploadAsync(user);
        var filed = await user.SendAsync(File, new { input = new { category = "PORTAL", narrative = "The portal is slow.", fileIds = new[] { fileId }, clientRequestId = "r-1" } });
        filed.PayloadCodes("fileGrievance").ShouldBeEmpty();
        var (id, number) = (filed.Data("fileGrievance", "grievance", "id").GetString()!, filed.Data("fileGrievance", "grievance", "number").GetString()!);
        number.ShouldStartWith("G251201");
        filed.Data("fileGrievance", "grievance", "files", 0, "name").GetString().ShouldBe("letter.pdf");
        (await GetAsync(user.Token!, fileId)).ShouldBe(HttpStatusCode.OK);

        var other = await _portal.SignInAsync("other.admin");
        (await other.SendAsync(List)).Data("grievances", "totalCount").GetInt32().ShouldBe(0);
        (await other.SendAsync("query($id: ID!) { node(id: $id) { id } }", new { id })).Data("node").ValueKind.ShouldBe(JsonValueKind.Null);
        (await GetAsync(other.Token!, fileId)).ShouldBe(HttpStatusCode.NotFound);

        var coordinator = await _portal.SignInStaffAsync(StaffRole.AppealsCoordinator);
        var items = await coordinator.SendAsync("query($t: String) { workItems(queue: \"Q-GRIEVANCE\", where: { text: $t }) { nodes { id reason subjectNumber } } }", new { t = number });
        items.Data("workItems", "nodes", 0, "reason").GetString().ShouldBe("Portal and systems");
        (await GetAsync(coordinator.Token!, fileId)).ShouldBe(HttpStatusCode.OK);
        (await coordinator.SendAsync(Decide, new { id, v = 1, d = "ACKNOWLEDGE" })).PayloadCodes("decideGrievance").ShouldBe(["INVALID_STATE_TRANSITION"]);
        (await coordinator.SendAsync("mutation($id: ID!) { claimWorkItem(input: { id: $id }) { errors { ... on Error { code } } } }", new { id = items.Data("workItems", "nodes", 0, "id").GetString() }))
            .PayloadCodes("claimWorkItem").ShouldBeEmpty();
        (await coordinator.SendAsync(Decide, new { id, v = 1, d = "ACKNOWLEDGE" })).Data("decideGrievance", "grievance", "state").GetString().ShouldBe("ACKNOWLEDGED");
        await AskedAndAnsweredAsync(coordinator, user, other, number);
        (await coordinator.SendAsync(Decide, new { id, v = 2, d = "RESOLVE" })).PayloadCodes("decideGrievance").ShouldBe(["DECISION_REASON_REQUIRED"]);
        (await coordinator.SendAsync(Decide, new { id, v = 2, d = "RESOLVE", r = "It is faster now." })).Data("decideGrievance", "grievance", "state").GetString().ShouldBe("RESOLVED");
        var answered = (await user.SendAsync(List)).Data("grievances", "nodes").EnumerateArray().Single(g => g.GetProperty("number").GetString() == number);
        answered.GetProperty("resolution").GetString().ShouldBe("It is faster now.");
        (await user.SendAsync(Decide, new { id, v = 3, d = "CLOSE" })).PayloadCodes("decideGrievance").ShouldBe(["FORBIDDEN"]);
    }

    [Fact]
    public async Task A_claim_payment_leads_to_the_disputes_page_and_a_member_must_be_known()
    {
        var user = await _portal.SignInAsync("demo.clinical");
        var payment = await user.SendAsync(File, new { input = new { category = "CLAIM_PAYMENT", narrative = "Underpaid.", clientRequestId = "r-1" } });
        payment.PayloadCodes("fileGrievance").ShouldBe(["GRIEVANCE_USE_DISPUTE"]);
        payment.Data("fileGrievance", "errors", 0, "otherPath", "pageKey").GetString().ShouldBe("claims.disputes");
        var unknown = new { category = "MEMBER_CONDUCT", narrative = "Rude.", memberId = _portal.IdOf("Member"), clientRequestId = "r-2" };
        (await user.SendAsync(File, new { input = unknown })).PayloadCodes("fileGrievance").ShouldBe(["NOT_FOUND"]);
        var member = (await user.SendAsync("{ eligibility(search: { careSourceId: \"123456789\", dateOfService: \"2025-12-01\" }) { member { id careSourceId } } }")).Data("eligibility", 0, "member");
        (await user.SendAsync(File, new { input = unknown with { memberId = member.GetProperty("id").GetString()!, clientRequestId = "r-3" } })).PayloadCodes("fileGrievance").ShouldBeEmpty();
        (await user.SendAsync(List)).Data("grievances", "nodes", 0, "member", "careSourceId").GetString().ShouldBe(member.GetProperty("careSourceId").GetString());
        (await _portal.Anonymous().SendAsync(File, new { input = unknown })).PayloadCodes("fileGrievance").ShouldBe(["NOT_SIGNED_IN"]);
    }

    // PLT-08: the answer comes back through the API, and the work goes on.
    private async Task AskedAndAnsweredAsync(ApiClient coordinator, ApiClient user, ApiClient other, string number)
    {
        const string ask = "mutation($n: String!) { requestInformation(input: { subjectNumber: $n, text: \"Which page?\", dueInDays: 14 }) { workItem { state pausedAt } errors { ... on Error { code } } } }";
        const string answer = "mutation($n: String!) { answerInformationRequest(input: { subjectNumber: $n, text: \"Claims\", clientRequestId: \"q-1\" }) { informationRequest { state answer } errors { ... on Error { code } } } }";
        var asked = await coordinator.SendAsync(ask, new { n = number });
        asked.Data("requestInformation", "workItem", "state").GetString().ShouldBe("PENDING_INFO");
        asked.Data("requestInformation", "workItem", "pausedAt").GetDateTimeOffset().ShouldBe(_portal.Clock.GetUtcNow());
        (await user.SendAsync("{ informationRequests { nodes { subjectType subjectNumber text } } }")).Data("informationRequests", "nodes", 0, "subjectNumber").GetString().ShouldBe(number);
        (await other.SendAsync(answer, new { n = number })).PayloadCodes("answerInformationRequest").ShouldBe(["NOT_FOUND"]);
        (await user.SendAsync(answer, new { n = number })).Data("answerInformationRequest", "informationRequest", "answer").GetString().ShouldBe("Claims");
    }

    private async Task<string> UploadAsync(ApiClient user)
    {
        using var answer = await Http(user.Token!).PostAsync("/files?name=letter.pdf", new ByteArrayContent("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"u8.ToArray()));
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue(text);
        var id = JsonDocument.Parse(text).RootElement.GetProperty("id").GetString()!;
        // The program's own worker may have it in hand.
        for (var tries = 0; tries < 600; tries++)
        {
            await _portal.Services.GetRequiredService<OutboxTaskRunner>().RunDueAsync(default);
            if ((await user.SendAsync("query($id: ID!) { file(id: $id) { scanState } }", new { id })).Data("file", "scanState").GetString() != "PENDING") return id;
            await Task.Delay(50);
        }
        throw new TimeoutException($"The file {id} was not scanned.");
    }

    private async Task<HttpStatusCode> GetAsync(string token, string fileId)
    {
        using var answer = await Http(token).GetAsync($"/files/{fileId}");
        return answer.StatusCode;
    }

    private HttpClient Http(string token) => new() { BaseAddress = _portal.Address, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
}
