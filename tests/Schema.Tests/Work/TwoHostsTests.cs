using Portal.Graph.Domain.Platform.Access;

namespace Portal.Graph.Schema.Tests.Work;

/// <summary>Two servers on one database, as two people at two desks.</summary>
[Requirement("PLT-08")]
public sealed class TwoHostsTests
{
    [Fact]
    public async Task Of_two_who_take_one_item_through_two_servers_one_wins_and_the_other_learns_who()
    {
        await using var here = await TestPortal.StartAsync();
        await using var there = await here.AnotherAsync();
        var ana = await here.HireAsync("staff.here", StaffRole.ClaimsAnalyst);
        var ben = await there.HireAsync("staff.there", StaffRole.ClaimsAnalyst);
        var items = (await ana.SendAsync("{ workItems(queue: \"Q-CLAIM-PEND\", first: 12, where: { assignee: NOBODY }) { nodes { id } } }")).Data("workItems", "nodes")
            .EnumerateArray().Select(n => n.GetProperty("id").GetString()!).ToList();
        items.Count.ShouldBe(12);
        foreach (var id in items)
        {
            var answers = await Task.WhenAll(TakeAsync(ana, id), TakeAsync(ben, id));
            var winner = answers.Single(a => a.PayloadCodes("claimWorkItem").Count == 0).Data("claimWorkItem", "workItem", "assigneeName").GetString()!;
            var loser = answers.Single(a => a.PayloadCodes("claimWorkItem").Count > 0);
            loser.PayloadCodes("claimWorkItem").ShouldBe(["WORK_ITEM_TAKEN"]);
            loser.Data("claimWorkItem", "errors", 0, "message").GetString().ShouldBe($"{winner} has taken this item.");
        }
    }

    [Fact]
    public async Task Everybody_who_takes_the_next_item_at_once_gets_another_one()
    {
        await using var here = await TestPortal.StartAsync();
        await using var there = await here.AnotherAsync();
        var people = new List<ApiClient>();
        for (var i = 0; i < 6; i++) people.Add(await (i % 2 == 0 ? here : there).HireAsync($"staff.next{i}", StaffRole.ClaimsAnalyst));
        var taken = await Task.WhenAll(people.Select(p => p.SendAsync(
            "mutation { claimNextWorkItem(input: { queue: \"Q-CLAIM-PEND\" }) { workItem { id assigneeName } errors { ... on Error { code } } } }")));
        foreach (var answer in taken) answer.PayloadCodes("claimNextWorkItem").ShouldBeEmpty(answer.Text);
        taken.Select(a => a.Data("claimNextWorkItem", "workItem", "id").GetString()).Distinct().Count().ShouldBe(6);
    }

    private static Task<ApiAnswer> TakeAsync(ApiClient client, string id) => client.SendAsync(
        "mutation($id: ID!) { claimWorkItem(input: { id: $id }) { workItem { assigneeName } errors { ... on Error { code message } } } }", new { id });
}
