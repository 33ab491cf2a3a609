using Portal.Graph.Domain.Demo;

namespace Portal.Graph.Schema.Tests.Claims;

public sealed class ClaimPagingTests(DemoPortal demo) : IClassFixture<DemoPortal>
{
    private const string Page = "query($first: Int, $after: String) { claims(first: $first, after: $after, where: { receivedDates: { from: \"2025-10-01\" } }) { totalCount nodes { number } pageInfo { hasNextPage endCursor } } }";

    [Fact, Requirement("PLT-13")]
    public async Task A_walk_gives_every_claim_once_though_one_is_submitted_in_between()
    {
        var biller = await Biller.SignInAsync(demo.Portal);
        var first = await biller.Client.SendAsync(Page, new { first = 15 });
        var total = first.Data("claims", "totalCount").GetInt32();
        total.ShouldBeGreaterThan(40);

        // Newest service first: it would stand on the first page and push the others on.
        await biller.ClaimAsync(biller.Form("2025-12-01"));
        List<string> walked = [];
        for (var page = first; ;)
        {
            walked.AddRange(page.Data("claims", "nodes").EnumerateArray().Select(n => n.GetProperty("number").GetString()!));
            if (!page.Data("claims", "pageInfo", "hasNextPage").GetBoolean()) break;
            page = await biller.Client.SendAsync(Page, new { first = 15, after = page.Data("claims", "pageInfo", "endCursor").GetString() });
            page.ErrorCodes.ShouldBeEmpty();
        }
        walked.ShouldBeUnique();
        walked.Count.ShouldBe(total);
        (await biller.Client.SendAsync(Page, new { first = 1 })).Data("claims", "totalCount").GetInt32().ShouldBe(total + 1);
    }

    [Fact, Requirement("PLT-13")]
    public async Task Pages_are_of_25_when_no_size_is_given_and_of_at_most_200()
    {
        var client = await demo.Portal.SignInAsync("demo.billing");
        (await client.SendAsync(Page)).Data("claims", "nodes").GetArrayLength().ShouldBe(25);
        (await client.SendAsync(Page, new { first = 200 })).ErrorCodes.ShouldBeEmpty();
        (await client.SendAsync(Page, new { first = 201 })).ErrorCodes.ShouldBe(["QUERY_TOO_COMPLEX"]);
    }

    [Fact, Requirement("PLT-13")]
    public async Task A_cursor_that_is_made_up_or_of_another_list_is_refused()
    {
        var client = await demo.Portal.SignInAsync("demo.billing");
        (await client.SendAsync(Page, new { first = 5, after = "bm90IGEgY3Vyc29y" })).ErrorCodes.ShouldBe(["INVALID_CURSOR"]);
        var drafts = await client.SendAsync("{ claimDrafts(first: 1) { pageInfo { endCursor } } }");
        (await client.SendAsync(Page, new { first = 5, after = drafts.Data("claimDrafts", "pageInfo", "endCursor").GetString() })).ErrorCodes.ShouldBe(["INVALID_CURSOR"]);
    }

    [Fact, Requirement("CLM-01")]
    public async Task The_dashboard_lists_submissions_and_drafts_of_the_own_providers()
    {
        var biller = await Biller.SignInAsync(demo.Portal);
        var form = biller.Form("2025-11-20");
        var draft = await biller.KeyAsync(form);
        var drafts = await biller.Client.SendAsync("{ claimDrafts(first: 1) { nodes { id memberIdGiven totalCharge firstServiceDate } } }");
        drafts.Data("claimDrafts", "nodes", 0, "id").GetString().ShouldBe(draft.Id);
        drafts.Data("claimDrafts", "nodes", 0, "memberIdGiven").GetString().ShouldBe(DemoCast.Subscriber);

        var number = (await biller.SubmitAsync(draft, "dashboard-1")).Data("submitClaim", "claim", "number").GetString();
        var lists = await biller.Client.SendAsync("{ claimSubmissions(first: 1) { nodes { number } } claimDrafts(first: 200) { nodes { id } } }");
        lists.Data("claimSubmissions", "nodes", 0, "number").GetString().ShouldBe(number);
        lists.Data("claimDrafts", "nodes").EnumerateArray().Select(d => d.GetProperty("id").GetString()).ShouldNotContain(draft.Id);
    }
}
