using Microsoft.Playwright;
using Portal.Graph.BackOffice.Tests.Hosting;

namespace Portal.Graph.BackOffice.Tests.Browser;

[Collection(OneHost.Name)]
public sealed class LookTests(BackOfficeHost host, Chromium browser) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Pictures()
    {
        Directory.CreateDirectory("/tmp/look");
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            var page = await browser.OpenAsync(host.Address, scheme);
            async Task Shot(string name, bool full = true) => await page.ScreenshotAsync(new() { Path = $"/tmp/look/{name}-{scheme}.png", FullPage = full });
            await page.GotoAsync("/staff");
            await Shot("signin");
            await page.FillAsync("#Form_Username", StaffPlan.Analyst);
            await page.FillAsync("#Form_Password", StaffPlan.Password);
            await page.ClickAsync("main form button");
            await Shot("dashboard");
            await page.GotoAsync("/staff/claims/pended");
            await Shot("queue");
            await page.ClickAsync("#take-next");
            await Shot("item");
            await page.ClickAsync("#review");
            await Shot("refused");
            var number = await page.InnerTextAsync("h1 .mono");
            await page.GotoAsync("/staff/claims/" + number);
            await Shot("record");
            await page.GotoAsync("/staff/claims?receivedFrom=2025-10-01&receivedTo=2025-11-30");
            await Shot("search");
            await page.GotoAsync("/staff"); await Shot("dashboard2"); await page.GotoAsync("/staff/nothing");
            await Shot("404");
        }
    }
}
