using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Outbox.Tasks;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Schema.Tests.Work;

namespace Portal.Graph.Schema.Tests.Jobs;

public sealed class JobApiTests(DemoPortal demo) : IClassFixture<DemoPortal>
{
    private const string Errors = "errors { ... on Error { code } }";
    private readonly TestPortal _portal = demo.Portal;

    [Fact, Requirement("PLT-20")]
    public async Task Who_looks_after_jobs_lists_them_runs_one_and_reads_what_it_did()
    {
        var admin = await _portal.SignInStaffAsync(StaffRole.SystemAdmin);
        var jobs = (await admin.SendAsync("{ jobs { name title cron nextDueAt lastRun { state } } }")).Data("jobs").EnumerateArray().ToList();
        jobs.Select(j => j.GetProperty("name").GetString()).ShouldContain("jobs.prune");
        const string run = $"mutation($name: String!) {{ runJob(input: {{ name: $name }}) {{ job {{ name }} {Errors} }} }}";
        (await admin.SendAsync(run, new { name = "jobs.prune" })).Data("runJob", "job", "name").GetString().ShouldBe("jobs.prune");
        (await admin.SendAsync(run, new { name = "no.job" })).PayloadCodes("runJob").ShouldBe(["NOT_FOUND"]);
        var last = await RunOfAsync(admin);
        last.GetProperty("cause").GetString().ShouldBe("BY_HAND");
        last.GetProperty("counts").EnumerateArray().Select(c => (c.GetProperty("name").GetString(), c.GetProperty("value").GetInt32())).ShouldBe([("runs", 0)]);
        var node = await admin.SendAsync("query($id: ID!) { node(id: $id) { ... on JobRun { job } } }", new { id = last.GetProperty("id").GetString() });
        node.Data("node", "job").GetString().ShouldBe("jobs.prune");
    }

    [Fact, Requirement("PLT-21")]
    public async Task Work_that_was_given_up_is_listed_page_by_page_tried_again_and_discarded()
    {
        var admin = await _portal.SignInStaffAsync(StaffRole.SystemAdmin);
        string[] ids = [await GiveUpAsync(), await GiveUpAsync(), await GiveUpAsync()];
        const string list = "query($after: String) { outboxTasks(state: DEAD, kind: \"unknown\", first: 2, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { id kind argument attempts lastError state } } }";
        var first = await admin.SendAsync(list);
        first.Data("outboxTasks", "totalCount").GetInt32().ShouldBe(3);
        first.Data("outboxTasks", "nodes").EnumerateArray().Select(n => n.GetProperty("id").GetString()).ShouldBe([ids[2], ids[1]]);
        var second = await admin.SendAsync(list, new { after = first.Data("outboxTasks", "pageInfo", "endCursor").GetString() });
        second.Data("outboxTasks", "nodes").EnumerateArray().Select(n => n.GetProperty("id").GetString()).ShouldBe([ids[0]]);

        (await StepAsync(admin, "retryOutboxTask", ids[0])).Data("retryOutboxTask", "task", "state").GetString().ShouldBe("WAITING");
        (await StepAsync(admin, "retryOutboxTask", ids[0])).PayloadCodes("retryOutboxTask").ShouldBe(["INVALID_STATE_TRANSITION"]);
        (await StepAsync(admin, "discardOutboxTask", ids[1])).Data("discardOutboxTask", "task", "state").GetString().ShouldBe("DISCARDED");
        (await StepAsync(admin, "retryOutboxTask", ids[1])).PayloadCodes("retryOutboxTask").ShouldBe(["INVALID_STATE_TRANSITION"]);
        (await StepAsync(admin, "discardOutboxTask", _portal.IdOf("OutboxTask", 424242))).PayloadCodes("discardOutboxTask").ShouldBe(["NOT_FOUND"]);
        (await admin.SendAsync(list)).Data("outboxTasks", "totalCount").GetInt32().ShouldBe(1);
    }

    [Fact, Requirement("PLT-21")]
    public async Task Others_see_neither_jobs_nor_tasks_and_change_none()
    {
        var id = await GiveUpAsync();
        var editor = await _portal.SignInStaffAsync(StaffRole.ContentEditor);
        foreach (var query in new[] { "{ jobs { name } }", "{ jobRuns { nodes { id } } }", "{ outboxTasks { nodes { id } } }" })
            (await editor.SendAsync(query)).ErrorCodes.ShouldBe(["FORBIDDEN"]);
        (await editor.SendAsync("query($id: ID!) { node(id: $id) { id } }", new { id })).Data("node").ValueKind.ShouldBe(JsonValueKind.Null);
        (await StepAsync(editor, "discardOutboxTask", id)).PayloadCodes("discardOutboxTask").ShouldBe(["FORBIDDEN"]);
        (await StepAsync(await _portal.SignInStaffAsync(StaffRole.SystemAdmin), "discardOutboxTask", id)).PayloadCodes("discardOutboxTask").ShouldBeEmpty();
    }

    private static Task<ApiAnswer> StepAsync(ApiClient client, string mutation, string id) =>
        client.SendAsync($"mutation($id: ID!) {{ {mutation}(input: {{ id: $id }}) {{ task {{ state attempts }} {Errors} }} }}", new { id });

    // The worker of the running program does it.
    private static async Task<JsonElement> RunOfAsync(ApiClient admin)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            var runs = (await admin.SendAsync("{ jobRuns(job: \"jobs.prune\", first: 1) { nodes { id job cause state counts { name value } } } }")).Data("jobRuns", "nodes");
            if (runs.GetArrayLength() == 1 && runs[0].GetProperty("state").GetString() == "SUCCEEDED") return runs[0];
            await Task.Delay(50);
        }
        throw new TimeoutException("The job never ended.");
    }

    // A kind that no process of this version knows stays where it is.
    private async Task<string> GiveUpAsync()
    {
        await using var scope = _portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var key = $"{Guid.NewGuid():n}";
        await using (var write = await db.BeginWriteAsync(default))
        {
            scope.ServiceProvider.GetRequiredService<OutboxTasks>().Add("unknown", key, "x");
            await write.CommitAsync(default);
        }
        await using (var write = await db.BeginWriteAsync(default))
        {
            await db.Set<OutboxTask>().Where(t => t.DedupeKey == $"unknown:{key}").ExecuteUpdateAsync(t => t.SetProperty(x => x.State, OutboxTaskState.Dead));
            await write.CommitAsync(default);
        }
        return _portal.IdOf("OutboxTask", await db.Set<OutboxTask>().Where(t => t.DedupeKey == $"unknown:{key}").Select(t => t.Id).SingleAsync());
    }
}
