using Microsoft.Playwright;
using Portal.Graph.BackOffice.Tests.Hosting;
using Portal.Graph.Clients;
using Portal.Graph.Testing;

namespace Portal.Graph.BackOffice.Tests.Browser;

[Collection(OneHost.Name), Requirement("PLT-24")]
public sealed class AccessibilityTests(BackOfficeHost host, Chromium chromium) : IClassFixture<Chromium>
{
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Pages_have_no_violations(ColorScheme scheme)
    {
        var page = await chromium.OpenAsync(host.Address, scheme);
        await page.GotoAsync("/staff");
        await page.ShouldBeAccessibleAsync();
        await page.ClickAsync("main form button");
        await page.ShouldBeAccessibleAsync();
        await page.SignInAsync(StaffPlan.Supervisor);
        await page.ShouldBeAccessibleAsync();
        await page.GotoAsync("/staff/claims/pended");
        await page.ShouldBeAccessibleAsync();
        await page.ClickAsync("#take-next");
        await page.ShouldBeAccessibleAsync();
        await page.ClickAsync("#review");
        await page.WaitForSelectorAsync("#refusals");
        await page.ShouldBeAccessibleAsync();
        var claim = await page.InnerTextAsync("h1 .mono");
        await page.ClickAsync("#release");
        await page.GotoAsync("/staff/claims?receivedFrom=2025-08-01&receivedTo=2025-10-10");
        await page.ShouldBeAccessibleAsync();
        await page.GotoAsync($"/staff/claims/{claim}");
        await page.ShouldBeAccessibleAsync();
        await page.GotoAsync("/staff/nowhere");
        await page.ShouldBeAccessibleAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_audit_pages_have_no_violations(ColorScheme scheme)
    {
        var page = await chromium.OpenAsync(host.Address, scheme);
        await page.SignInAsync(StaffPlan.Auditor);
        await page.GotoAsync("/staff/audit");
        await page.ShouldBeAccessibleAsync();
        await page.ClickAsync("#verify");
        await page.WaitForSelectorAsync("#chain-result");
        await page.ShouldBeAccessibleAsync();
        await page.ClickAsync("#export");
        await page.WaitForSelectorAsync("#refusals");
        await page.ShouldBeAccessibleAsync();
        await page.GotoAsync("/staff/audit/1");
        await page.ShouldBeAccessibleAsync();
        await page.SetViewportSizeAsync(390, 844);
        foreach (var path in new[] { "/staff/audit", "/staff/audit/1" })
        {
            await page.GotoAsync(path);
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(390, path);
        }
    }

    [Fact]
    public async Task A_narrow_window_needs_no_sideways_scrolling()
    {
        var page = await chromium.OpenAsync(host.Address);
        await page.SetViewportSizeAsync(390, 844);
        await page.SignInAsync(StaffPlan.Supervisor);
        foreach (var path in new[] { "/staff", "/staff/claims/pended", "/staff/claims/pended/1", "/staff/claims" })
        {
            await page.GotoAsync(path);
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(390, path);
        }
    }

    [Fact, Requirement("PLT-18")]
    public async Task The_browser_reports_no_breach_of_the_content_policy()
    {
        var page = await chromium.OpenAsync(host.Address);
        List<string> errors = [];
        page.Console += (_, message) => { if (message.Type == "error") errors.Add(message.Text); };
        await page.SignInAsync(StaffPlan.Supervisor);
        await page.GotoAsync("/staff/claims/pended");
        await page.GotoAsync("/staff/claims");
        errors.ShouldBeEmpty();
        // The style sheet is really in force.
        (await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.frame')).display")).ShouldBe("grid");
    }
}
