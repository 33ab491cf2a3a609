using AngleSharp.Dom;
using Portal.Graph.BackOffice.Tests.Hosting;
using Portal.Graph.BackOffice.Tests.Http;
using Portal.Graph.Testing;

namespace Portal.Graph.BackOffice.Tests.Claims;

[Collection(OneHost.Name), Requirement("PLT-08", "PLT-09")]
public sealed class PendedQueueTests(BackOfficeHost host)
{
    private const string Queue = "/staff/claims/pended";

    [Fact]
    public async Task The_most_urgent_item_is_first_and_lateness_is_told_in_words()
    {
        using var ana = await host.SignedInAsync(StaffPlan.Analyst);
        var page = await ana.GetAsync(Queue);
        var due = page.Texts("tbody td .due .badge");
        due.Count.ShouldBe(25);
        due[0].ShouldStartWith("Breached by");
        due.ShouldContain(text => text.StartsWith("Due soon"));
        due.ShouldContain(text => text.StartsWith("On time"));
        // Amber begins at three quarters of the time: nothing on time stands before anything amber.
        due.ToList().FindLastIndex(text => text.StartsWith("Due soon")).ShouldBeLessThan(due.ToList().FindIndex(text => text.StartsWith("On time")));
    }

    [Fact]
    public async Task Filters_stand_in_the_address_and_narrow_the_list()
    {
        using var ana = await host.SignedInAsync(StaffPlan.Analyst);
        var all = await ana.GetAsync(Queue);
        var georgia = await ana.SubmitAsync(all, ".filters button", ("Filter.Market", "GA"), ("Filter.Own[reason]", "Documents"));
        georgia.Address.ShouldBe($"{Queue}?market=GA&reason=Documents");
        Rows(georgia).ShouldNotBeEmpty();
        Rows(georgia).ShouldAllBe(row => row.Children[1].TextContent.StartsWith("GA") && row.TextContent.Contains("Documents"));

        var provider = await ana.SubmitAsync(all, ".filters button", ("Filter.Provider", "riverside"));
        provider.Address.ShouldBe($"{Queue}?provider=riverside");
        Rows(provider).ShouldAllBe(row => row.TextContent.Contains("Riverside Family Practice"));
        (await ana.GetAsync($"{Queue}?state=Done&market=NV")).Text.ShouldContain("No item fits this filter");
    }

    [Fact]
    public async Task Charges_from_a_bound_on_are_listed_and_an_unknown_choice_is_no_filter()
    {
        using var ana = await host.SignedInAsync(StaffPlan.Analyst);
        var all = await ana.GetAsync(Queue);
        var charges = Rows(all).Select(Charge).ToList();
        charges.Min().ShouldBeLessThan(1000);
        var high = await ana.SubmitAsync(all, ".filters button", ("Filter.Own[charge]", "1000"));
        high.Address.ShouldBe($"{Queue}?charge=1000");
        Rows(high).ShouldNotBeEmpty();
        Rows(high).Min(Charge).ShouldBeGreaterThanOrEqualTo(1000);
        Rows(await ana.GetAsync($"{Queue}?charge=7&reason=Nothing")).Count.ShouldBe(25);

        static decimal Charge(IElement row) => decimal.Parse(row.Children[5].TextContent.Trim().TrimStart('$'), System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact, Requirement("PLT-17")]
    public async Task Free_text_finds_members_and_claims_and_is_not_readable_in_the_address()
    {
        using var ana = await host.SignedInAsync(StaffPlan.Analyst);
        var all = await ana.GetAsync(Queue);
        var member = Rows(all)[0].Children[3].QuerySelector(".mono")!.TextContent;
        var byMember = await ana.SubmitAsync(all, ".filters button", ("Filter.Text", member));
        byMember.Address.ShouldNotContain(member);
        Rows(byMember).ShouldNotBeEmpty();
        Rows(byMember).ShouldAllBe(row => row.TextContent.Contains(member));
        byMember.Document.QuerySelector("#Filter_Text")!.GetAttribute("value").ShouldBe(member);

        var claim = Rows(all)[3].Children[4].TextContent.Trim();
        Rows(await ana.SubmitAsync(all, ".filters button", ("Filter.Text", claim))).ShouldHaveSingleItem().TextContent.ShouldContain(claim);
        // Somebody else's sealing, or none, is no filter at all.
        Rows(await ana.GetAsync($"{Queue}?text=100000001")).Count.ShouldBe(25);
    }

    [Fact]
    public async Task Columns_sort_both_ways_and_pages_follow_one_another()
    {
        using var ana = await host.SignedInAsync(StaffPlan.Analyst);
        var page = await ana.GetAsync(Queue);
        var byNumber = await ana.GetAsync(Href(page, "th.sortable a"));
        var ids = Rows(byNumber).Select(row => int.Parse(row.GetAttribute("data-item")!)).ToList();
        ids.ShouldBe(ids.Order());
        byNumber.Document.QuerySelector("th[aria-sort]")!.GetAttribute("aria-sort").ShouldBe("ascending");
        var descending = await ana.GetAsync(Href(byNumber, "th[aria-sort] a"));
        Rows(descending).Select(row => int.Parse(row.GetAttribute("data-item")!)).ShouldBeInOrder(SortDirection.Descending);

        var next = await ana.GetAsync(Href(byNumber, ".pager a[rel=next]"));
        next.Address.ShouldContain("sort=number");
        Rows(next).Select(row => int.Parse(row.GetAttribute("data-item")!)).Min().ShouldBeGreaterThan(ids.Max());
    }

    [Fact]
    public async Task Taken_from_the_list_it_is_mine_and_released_it_is_everybody_s()
    {
        using var ana = await host.SignedInAsync(StaffPlan.Analyst);
        var list = await ana.GetAsync($"{Queue}?sort=-due");
        var id = Rows(list)[0].GetAttribute("data-item");
        var item = await ana.SubmitAsync(list, $"tr[data-item='{id}'] button");
        item.Address.ShouldBe($"{Queue}/{id}");
        item.Texts(".toast").ShouldBe([$"Item {id} is yours."]);

        var mine = await ana.GetAsync($"{Queue}?assignee=me");
        Rows(mine).ShouldHaveSingleItem().GetAttribute("data-item").ShouldBe(id);
        var released = await ana.SubmitAsync(mine, $"tr[data-item='{id}'] button");
        released.Address.ShouldBe($"{Queue}?assignee=me");
        Rows(released).ShouldBeEmpty();
    }

    private static List<IElement> Rows(StaffAnswer page) => [.. page.Document.QuerySelectorAll("tbody tr")];

    private static string Href(StaffAnswer page, string selector) => page.Document.QuerySelector(selector)!.GetAttribute("href")!;
}
