using Microsoft.Playwright;
using Portal.Graph.BackOffice.Tests.Hosting;
using Portal.Graph.Clients;
using Portal.Graph.Domain.Demo;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Testing;

namespace Portal.Graph.BackOffice.Tests.Browser;

/// <summary>Walks the back office of the demo plan link by link.</summary>
public sealed class CrawlTests(DemoPages demo, Chromium chromium) : IClassFixture<DemoPages>, IClassFixture<Chromium>
{
    public static TheoryData<StaffRole> Roles => [.. Enum.GetValues<StaffRole>().Where(role => role is not StaffRole.CoreSystem)];

    [Theory, Requirement("PLT-18"), MemberData(nameof(Roles))]
    public async Task Every_link_that_a_role_is_offered_leads_to_a_page(StaffRole role)
    {
        using var client = await demo.SignedInAsync(DemoUsers.StaffName(role), DemoCast.Password);
        var visited = await Crawl.WalkAsync(["/staff"], Crawl.PatternOf, async path =>
        {
            var page = await client.GetAsync(path);
            ((int)page.Status).ShouldBe(200, $"{path}, linked for {role}");
            return [.. page.Document.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!)];
        });
        visited.ShouldContain("/staff");
    }

    [Fact, Requirement("PLT-24")]
    public async Task Every_page_can_be_reached_and_is_accessible_in_light_in_dark_and_narrow()
    {
        var page = await chromium.OpenAsync(demo.Address);
        var pages = await demo.PagesAsync();
        List<string> faults = [];
        page.Console += (_, message) => { if (message.Type == "error") faults.Add($"{page.Url}: console: {message.Text}"); };
        await page.SignInAsync(DemoPages.Everyman);
        var visited = await Crawl.WalkAsync(DemoPages.Starts, pages.Of, async path =>
        {
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            await page.SetViewportSizeAsync(1440, 900);
            await page.GotoAsync(path);
            faults.AddRange(await page.ViolationsAsync());
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            faults.AddRange((await page.ContrastFaultsAsync()).Select(fault => $"dark: {fault}"));
            // WCAG 1.4.10: at 320 px nothing but tables and charts scrolls sideways.
            await page.SetViewportSizeAsync(320, 800);
            var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            if (width > 320) faults.Add($"{path} is {width} px wide in a window of 320");
            return await page.EvalOnSelectorAllAsync<string[]>("a[href]", "links => links.map(link => link.getAttribute('href'))");
        });
        faults.ShouldBeEmpty();
        pages.All.Except(visited.Select(pages.Of)).ShouldBeEmpty("pages that no link leads to");
    }
}
