using System.Text.Json;
using Portal.Graph.Domain.Platform.Access;

namespace Portal.Graph.Schema.Tests.Work;

[Requirement("PLT-08", "PLT-09")]
public sealed class WorkChangeTests(DemoPortal demo) : IClassFixture<DemoPortal>
{
    private const string Fields = "{ workItem { id version state assigneeName priority pausedAt dueAt subjectNumber } errors { ... on Error { code message path } } }";
    private readonly TestPortal _portal = demo.Portal;

    private static Task<ApiAnswer> SendAsync(ApiClient client, string mutation, string inputType, object input) =>
        client.SendAsync($"mutation($input: {inputType}!) {{ {mutation}(input: $input) {Fields} }}", new { input });

    private static JsonElement Item(ApiAnswer answer, string mutation)
    {
        answer.PayloadCodes(mutation).ShouldBeEmpty(answer.Text);
        return answer.Data(mutation, "workItem");
    }

    private static async Task<JsonElement> NextAsync(ApiClient client) =>
        Item(await SendAsync(client, "claimNextWorkItem", "ClaimNextWorkItemInput", new { queue = "Q-CLAIM-PEND" }), "claimNextWorkItem");

    [Fact]
    public async Task A_supervisor_assigns_to_the_queue_s_people_and_sets_the_priority()
    {
        var sue = await _portal.HireAsync("staff.super", StaffRole.ClaimsAnalyst, StaffRole.Supervisor);
        var ana = await _portal.HireAsync("staff.assigned", StaffRole.ClaimsAnalyst);
        var people = (await sue.SendAsync("{ workPeople(queue: \"Q-CLAIM-PEND\") { id name } }")).Data("workPeople").EnumerateArray().ToList();
        var id = people.Single(p => p.GetProperty("name").GetString() == "staff.assigned").GetProperty("id").GetString();
        var mine = await NextAsync(sue);
        var input = new { id = mine.GetProperty("id").GetString(), assigneeId = id, version = mine.GetProperty("version").GetInt32() };
        (await SendAsync(ana, "assignWorkItem", "AssignWorkItemInput", input)).PayloadCodes("assignWorkItem").ShouldBe(["WORK_ITEM_TAKEN"]);
        var given = Item(await SendAsync(sue, "assignWorkItem", "AssignWorkItemInput", input), "assignWorkItem");
        given.GetProperty("assigneeName").GetString().ShouldBe("staff.assigned");
        (await SendAsync(sue, "assignWorkItem", "AssignWorkItemInput", input)).PayloadCodes("assignWorkItem").ShouldBe(["CONCURRENT_CHANGE"]);
        var nurse = _portal.IdOf("User", 1_000_000);
        (await SendAsync(sue, "assignWorkItem", "AssignWorkItemInput", new { input.id, assigneeId = nurse, version = given.GetProperty("version").GetInt32() }))
            .PayloadCodes("assignWorkItem").ShouldBe(["ASSIGNEE_NOT_IN_QUEUE"]);

        var urgent = new { input.id, priority = 9, version = given.GetProperty("version").GetInt32() };
        (await SendAsync(ana, "prioritizeWorkItem", "PrioritizeWorkItemInput", urgent)).PayloadCodes("prioritizeWorkItem").ShouldBe(["FORBIDDEN"]);
        Item(await SendAsync(sue, "prioritizeWorkItem", "PrioritizeWorkItemInput", urgent), "prioritizeWorkItem").GetProperty("priority").GetInt32().ShouldBe(9);
        var held = (await sue.SendAsync("query($person: ID) { workItems(queue: \"Q-CLAIM-PEND\", where: { assigneeId: $person }) { nodes { id } } }", new { person = id })).Data("workItems", "nodes");
        held.EnumerateArray().Select(n => n.GetProperty("id").GetString()).ShouldBe([input.id]);
    }

    [Fact]
    public async Task The_provider_is_asked_sees_the_question_and_answers_it()
    {
        var ana = await _portal.HireAsync("staff.asker", StaffRole.ClaimsAnalyst);
        var biller = await _portal.SignInAsync("demo.admin");
        var accounts = (await biller.SendAsync("{ viewer { accounts { name } } }")).Data("viewer", "accounts").EnumerateArray().Select(a => a.GetProperty("name").GetString()).ToList();
        var free = (await ana.SendAsync("query($provider: String) { workItems(queue: \"Q-CLAIM-PEND\", first: 1, where: { assignee: NOBODY, market: OH, provider: $provider }) { nodes { id subjectNumber dueAt provider { name } } } }", new { provider = accounts[0] })).Data("workItems", "nodes", 0);
        free.GetProperty("provider").GetProperty("name").GetString().ShouldBe(accounts[0]);
        var number = free.GetProperty("subjectNumber").GetString()!;
        var ask = new { subjectNumber = number, text = "Which operation?", dueInDays = 14 };
        (await SendAsync(ana, "requestInformation", "RequestInformationInput", ask)).PayloadCodes("requestInformation").ShouldBe(["INVALID_STATE_TRANSITION"]);
        Item(await SendAsync(ana, "claimWorkItem", "ClaimWorkItemInput", new { id = free.GetProperty("id").GetString() }), "claimWorkItem");
        var asked = Item(await SendAsync(ana, "requestInformation", "RequestInformationInput", ask), "requestInformation");
        asked.GetProperty("state").GetString().ShouldBe("PENDING_INFO");
        asked.GetProperty("pausedAt").ValueKind.ShouldBe(JsonValueKind.String);

        const string mine = "query($number: String) { informationRequests(subjectNumber: $number) { nodes { id text state subjectNumber provider { name } fileIds } } }";
        var question = (await biller.SendAsync(mine, new { number })).Data("informationRequests", "nodes", 0);
        question.GetProperty("text").GetString().ShouldBe("Which operation?");
        (await ana.SendAsync(mine, new { number })).Data("informationRequests", "nodes").GetArrayLength().ShouldBe(0);

        const string answer = "mutation($input: AnswerInformationRequestInput!) { answerInformationRequest(input: $input) { informationRequest { state answer closedAt } errors { ... on Error { code path } } } }";
        var empty = await biller.SendAsync(answer, new { input = new { subjectNumber = number, clientRequestId = "a-0" } });
        empty.PayloadCodes("answerInformationRequest").ShouldBe(["REQUIRED_FIELD_MISSING"]);
        var done = await biller.SendAsync(answer, new { input = new { subjectNumber = number, text = "The second", clientRequestId = "a-1" } });
        done.PayloadCodes("answerInformationRequest").ShouldBeEmpty(done.Text);
        done.Data("answerInformationRequest", "informationRequest", "state").GetString().ShouldBe("ANSWERED");
        (await biller.SendAsync(answer, new { input = new { subjectNumber = number, text = "Again", clientRequestId = "a-2" } })).PayloadCodes("answerInformationRequest").ShouldBe(["INVALID_STATE_TRANSITION"]);
        (await biller.SendAsync(answer, new { input = new { subjectNumber = "C-NONE", text = "x", clientRequestId = "a-3" } })).PayloadCodes("answerInformationRequest").ShouldBe(["NOT_FOUND"]);
        var item = (await ana.SendAsync("query($id: ID!) { workItem(id: $id) { state version } }", new { id = free.GetProperty("id").GetString() })).Data("workItem");
        item.GetProperty("state").GetString().ShouldBe("ASSIGNED");
        await ana.SendAsync("mutation($id: ID!) { addWorkNote(input: { id: $id, text: \"Second operation\" }) { errors { ... on Error { code } } } }", new { id = free.GetProperty("id").GetString() });
        var listed = (await ana.SendAsync("{ workItems(queue: \"Q-CLAIM-PEND\", where: { assignee: ME }) { nodes { notes { text byName } history { step byName } questions { text answer } } } }")).Data("workItems", "nodes", 0);
        listed.GetProperty("notes")[0].GetProperty("text").GetString().ShouldBe("Second operation");
        listed.GetProperty("history").EnumerateArray().Select(h => h.GetProperty("step").GetString()).ShouldBe(["TAKEN", "INFORMATION_ASKED", "INFORMATION_CAME"]);
        listed.GetProperty("questions")[0].GetProperty("answer").GetString().ShouldBe("The second");
    }

    [Fact]
    public async Task Staff_take_an_answer_down_or_go_on_without_it()
    {
        var ana = await _portal.HireAsync("staff.recorder", StaffRole.ClaimsAnalyst);
        var item = await NextAsync(ana);
        var id = item.GetProperty("id").GetString();
        async Task<int> AskAsync() => Item(await SendAsync(ana, "requestInformation", "RequestInformationInput",
            new { subjectNumber = item.GetProperty("subjectNumber").GetString(), text = "Which?", dueInDays = 7 }), "requestInformation").GetProperty("version").GetInt32();
        var version = await AskAsync();
        (await SendAsync(ana, "recordInformation", "RecordInformationInput", new { id, answer = " ", version })).PayloadCodes("recordInformation").ShouldBe(["REQUIRED_FIELD_MISSING"]);
        Item(await SendAsync(ana, "recordInformation", "RecordInformationInput", new { id, answer = "By phone", version }), "recordInformation").GetProperty("state").GetString().ShouldBe("ASSIGNED");
        version = await AskAsync();
        Item(await SendAsync(ana, "withdrawInformationRequest", "WithdrawInformationRequestInput", new { id, version }), "withdrawInformationRequest").GetProperty("state").GetString().ShouldBe("ASSIGNED");
    }

    [Fact]
    public async Task Nothing_to_take_and_no_such_queue_are_told_apart()
    {
        var ana = await _portal.HireAsync("staff.idle", StaffRole.ClaimsAnalyst);
        (await SendAsync(ana, "claimNextWorkItem", "ClaimNextWorkItemInput", new { queue = "Q-ADJUST" })).PayloadCodes("claimNextWorkItem").ShouldBe(["NOTHING_TO_TAKE"]);
        (await SendAsync(ana, "claimNextWorkItem", "ClaimNextWorkItemInput", new { queue = "Q-NONE" })).PayloadCodes("claimNextWorkItem").ShouldBe(["NOT_FOUND"]);
        (await SendAsync(ana, "claimNextWorkItem", "ClaimNextWorkItemInput", new { queue = "Q-COB" })).PayloadCodes("claimNextWorkItem").ShouldBe(["FORBIDDEN"]);
    }

    [Fact]
    public async Task The_report_tells_supervisors_how_their_queues_keep_their_time()
    {
        const string query = "{ slaReport(days: 14) { queue { key } open breached unassigned medianAgeMinutes days { date opened closed open breached } loads { personId name held breached } } }";
        var sue = await _portal.HireAsync("staff.reporter", StaffRole.ClaimsAnalyst, StaffRole.Supervisor);
        var report = (await sue.SendAsync(query)).Data("slaReport").EnumerateArray().Single(r => r.GetProperty("queue").GetProperty("key").GetString() == "Q-CLAIM-PEND");
        report.GetProperty("open").GetInt32().ShouldBeGreaterThan(0);
        report.GetProperty("medianAgeMinutes").GetInt32().ShouldBeGreaterThan(0);
        report.GetProperty("days").GetArrayLength().ShouldBe(14);
        (await (await _portal.SignInStaffAsync(StaffRole.ClaimsAnalyst)).SendAsync(query)).ErrorCodes.ShouldBe(["FORBIDDEN"]);
        (await sue.SendAsync("{ slaReport(days: 93) { open } }")).ErrorCodes.ShouldBe(["INVALID_FORMAT"]);
    }
}
