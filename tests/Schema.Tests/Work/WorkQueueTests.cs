using System.Text.Json;
using Portal.Graph.Domain.Platform.Access;

namespace Portal.Graph.Schema.Tests.Work;

public sealed class WorkQueueTests(DemoPortal demo) : IClassFixture<DemoPortal>
{
    private const string Items = "query($where: WorkItemFilterInput, $after: String) { workItems(queue: \"Q-CLAIM-PEND\", first: 10, after: $after, where: $where) { totalCount nodes { id version state urgency dueAt assigneeName subjectNumber claim { number state member { careSourceId } } provider { name } } pageInfo { endCursor } } }";

    private readonly TestPortal _portal = demo.Portal;

    private static Task<ApiAnswer> ChangeAsync(ApiClient client, string mutation, string id, int? version = null) => client.SendAsync(
        $"mutation($id: ID!{(version is null ? "" : ", $version: Int!")}) {{ {mutation}(input: {{ id: $id{(version is null ? "" : ", version: $version")} }}) {{ workItem {{ id version state assigneeName notes {{ text byName }} }} errors {{ ... on Error {{ code message }} }} }} }}",
        version is null ? new { id } : new { id, version });

    private static JsonElement Item(ApiAnswer answer, string mutation)
    {
        answer.PayloadCodes(mutation).ShouldBeEmpty(answer.Text);
        return answer.Data(mutation, "workItem");
    }

    private async Task<(string Id, int Version)> FreeItemAsync(ApiClient analyst)
    {
        var item = (await analyst.SendAsync(Items, new { where = new { assignee = "NOBODY" } })).Data("workItems", "nodes", 0);
        return (item.GetProperty("id").GetString()!, item.GetProperty("version").GetInt32());
    }

    [Fact, Requirement("PLT-08")]
    public async Task A_queue_shows_its_items_with_the_claims_they_are_about()
    {
        var analyst = await _portal.SignInStaffAsync(StaffRole.ClaimsAnalyst);
        var answer = await analyst.SendAsync(Items);
        answer.ErrorCodes.ShouldBeEmpty();
        var nodes = answer.Data("workItems", "nodes").EnumerateArray().ToList();
        nodes.Count.ShouldBe(10);
        foreach (var node in nodes)
        {
            node.GetProperty("claim").GetProperty("number").GetString().ShouldBe(node.GetProperty("subjectNumber").GetString());
            node.GetProperty("claim").GetProperty("state").GetString().ShouldBe("PENDED");
        }
        nodes.Select(n => n.GetProperty("dueAt").GetDateTimeOffset()).ShouldBeInOrder();

        var summary = await analyst.SendAsync("{ queueSummary { queue { key title } open breached mine } }");
        summary.Data("queueSummary").EnumerateArray().Single(q => q.GetProperty("queue").GetProperty("key").GetString() == "Q-CLAIM-PEND")
            .GetProperty("open").GetInt32().ShouldBe(answer.Data("workItems", "totalCount").GetInt32());
    }

    [Fact, Requirement("PLT-08")]
    public async Task A_queue_is_sorted_as_the_client_says_page_after_page()
    {
        var analyst = await _portal.SignInStaffAsync(StaffRole.ClaimsAnalyst);
        var seen = new List<string>();
        for (string? after = null; ;)
        {
            var page = await analyst.SendAsync(
                "query($after: String) { workItems(queue: \"Q-CLAIM-PEND\", first: 4, after: $after, order: [{ subjectNumber: DESC }]) { totalCount nodes { subjectNumber } pageInfo { endCursor hasNextPage } } }", new { after });
            page.ErrorCodes.ShouldBeEmpty(page.Text);
            seen.AddRange(page.Data("workItems", "nodes").EnumerateArray().Select(n => n.GetProperty("subjectNumber").GetString()!));
            if (!page.Data("workItems", "pageInfo", "hasNextPage").GetBoolean())
            {
                seen.Count.ShouldBe(page.Data("workItems", "totalCount").GetInt32());
                break;
            }
            after = page.Data("workItems", "pageInfo", "endCursor").GetString();
        }
        seen.ShouldBe(seen.Distinct().OrderDescending(StringComparer.Ordinal));
    }

    [Fact, Requirement("PLT-08")]
    public async Task Of_two_who_take_one_item_one_wins()
    {
        var analyst = await _portal.SignInStaffAsync(StaffRole.ClaimsAnalyst);
        var colleague = await _portal.HireAsync("staff.colleague", StaffRole.ClaimsAnalyst);
        var (id, _) = await FreeItemAsync(analyst);
        var answers = await Task.WhenAll(ChangeAsync(analyst, "claimWorkItem", id), ChangeAsync(colleague, "claimWorkItem", id));
        var winner = answers.Single(a => a.PayloadCodes("claimWorkItem").Count == 0).Data("claimWorkItem", "workItem");
        var loser = answers.Single(a => a.PayloadCodes("claimWorkItem").Count > 0);
        loser.PayloadCodes("claimWorkItem").ShouldBe(["WORK_ITEM_TAKEN"]);
        loser.Data("claimWorkItem", "errors", 0, "message").GetString()!.ShouldContain(winner.GetProperty("assigneeName").GetString()!);
    }

    [Fact, Requirement("PLT-08")]
    public async Task An_item_is_taken_noted_released_and_closed_by_its_decision()
    {
        var analyst = await _portal.HireAsync("staff.walker", StaffRole.ClaimsAnalyst);
        var (id, version) = await FreeItemAsync(analyst);
        var taken = Item(await ChangeAsync(analyst, "claimWorkItem", id), "claimWorkItem");
        taken.GetProperty("assigneeName").GetString().ShouldBe("staff.walker");
        var noted = await analyst.SendAsync(
            "mutation($id: ID!) { addWorkNote(input: { id: $id, text: \"Asked for the chart\" }) { workItem { version notes { text byName } } errors { ... on Error { code path } } } }", new { id });
        Item(noted, "addWorkNote").GetProperty("notes")[0].GetProperty("text").GetString().ShouldBe("Asked for the chart");
        var empty = await analyst.SendAsync("mutation($id: ID!) { addWorkNote(input: { id: $id, text: \" \" }) { errors { ... on Error { code path } } } }", new { id });
        empty.PayloadCodes("addWorkNote").ShouldBe(["REQUIRED_FIELD_MISSING"]);
        empty.Data("addWorkNote", "errors", 0, "path", 0).GetString().ShouldBe("text");

        (await ChangeAsync(analyst, "releaseWorkItem", id, version)).PayloadCodes("releaseWorkItem").ShouldBe(["CONCURRENT_CHANGE"]);
        var at = Item(noted, "addWorkNote").GetProperty("version").GetInt32();
        var released = Item(await ChangeAsync(analyst, "releaseWorkItem", id, at), "releaseWorkItem");
        released.GetProperty("state").GetString().ShouldBe("NEW");
        Item(await ChangeAsync(analyst, "claimWorkItem", id), "claimWorkItem");
        // Done without its decision the claim would stay pended, and in nobody's queue.
        (await ChangeAsync(analyst, "completeWorkItem", id, released.GetProperty("version").GetInt32() + 1)).PayloadCodes("completeWorkItem").ShouldBe(["WORK_ITEM_UNDECIDED"]);
        var claim = (await analyst.SendAsync("query($id: ID!) { workItem(id: $id) { claim { id version } } }", new { id })).Data("workItem", "claim");
        var resumed = await analyst.SendAsync(
            "mutation($id: ID!, $v: Int!) { resumeClaim(input: { id: $id, version: $v }) { claim { state } errors { ... on Error { code } } } }",
            new { id = claim.GetProperty("id").GetString(), v = claim.GetProperty("version").GetInt32() });
        resumed.PayloadCodes("resumeClaim").ShouldBeEmpty(resumed.Text);
        var done = (await analyst.SendAsync("query($id: ID!) { workItem(id: $id) { state version } }", new { id })).Data("workItem");
        done.GetProperty("state").GetString().ShouldBe("DONE");
        (await ChangeAsync(analyst, "claimWorkItem", id)).PayloadCodes("claimWorkItem").ShouldBe(["WORK_ITEM_CLOSED"]);
        (await ChangeAsync(analyst, "reopenWorkItem", id, done.GetProperty("version").GetInt32())).PayloadCodes("reopenWorkItem").ShouldBe(["FORBIDDEN"]);

        // Opened again although its claim is decided, it is done when a person says so.
        var supervisor = await _portal.HireAsync("staff.overseer", StaffRole.ClaimsAnalyst, StaffRole.Supervisor);
        var again = Item(await ChangeAsync(supervisor, "reopenWorkItem", id, done.GetProperty("version").GetInt32()), "reopenWorkItem");
        Item(await ChangeAsync(supervisor, "completeWorkItem", id, again.GetProperty("version").GetInt32()), "completeWorkItem").GetProperty("state").GetString().ShouldBe("DONE");
    }

    [Fact, Requirement("PLT-08")]
    public async Task Portal_users_see_no_queue_and_learn_of_no_item()
    {
        var analyst = await _portal.SignInStaffAsync(StaffRole.ClaimsAnalyst);
        var (there, _) = await FreeItemAsync(analyst);
        var nowhere = _portal.IdOf("WorkItem");
        var admin = await _portal.SignInAsync("demo.admin");
        (await admin.SendAsync(Items)).ErrorCodes.ShouldBe(["FORBIDDEN"]);
        (await admin.SendAsync("{ workItems(queue: \"Q-NONE\") { totalCount } }")).ErrorCodes.ShouldBe(["NOT_FOUND"]);
        (await admin.SendAsync("{ queueSummary { open } }")).Data("queueSummary").GetArrayLength().ShouldBe(0);
        foreach (var mutation in new[] { "claimWorkItem", "releaseWorkItem", "completeWorkItem", "reopenWorkItem" })
        {
            int? version = mutation == "claimWorkItem" ? null : 1;
            var existing = await ChangeAsync(admin, mutation, there, version);
            existing.PayloadCodes(mutation).ShouldBe(["FORBIDDEN"]);
            existing.Text.ShouldBe((await ChangeAsync(admin, mutation, nowhere, version)).Text);
        }
    }

    [Fact, Requirement("PLT-08")]
    public async Task A_queue_is_for_its_own_role()
    {
        var analyst = await _portal.SignInStaffAsync(StaffRole.ClaimsAnalyst);
        var (id, _) = await FreeItemAsync(analyst);
        var nurse = await _portal.SignInStaffAsync(StaffRole.UmNurse);
        var refused = await nurse.SendAsync(Items);
        refused.ErrorCodes.ShouldBe(["FORBIDDEN"]);
        refused.Text.ShouldContain("staff.claims.decide");
        (await ChangeAsync(nurse, "claimWorkItem", id)).PayloadCodes("claimWorkItem").ShouldBe(["FORBIDDEN"]);
        (await nurse.SendAsync("query($id: ID!) { workItem(id: $id) { id } }", new { id })).ErrorCodes.ShouldBe(["NOT_FOUND"]);
        (await analyst.SendAsync("query($id: ID!) { workItem(id: $id) { id } }", new { id })).ErrorCodes.ShouldBeEmpty();
    }
}
