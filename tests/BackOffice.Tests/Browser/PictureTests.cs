using Portal.Graph.BackOffice.Tests.Hosting;
using Portal.Graph.Clients;

namespace Portal.Graph.BackOffice.Tests.Browser;

/// <summary>Takes the pictures of docs/pictures anew when the variable PICTURES names a folder; always proves that there is something to see.</summary>
[Collection(OneHost.Name)]
public sealed class PictureTests(BackOfficeHost host, Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Dashboard_queue_and_item_can_be_pictured()
    {
        var page = await chromium.OpenAsync(host.Address);
        await page.SetViewportSizeAsync(1440, 830);
        await page.SignInAsync(StaffPlan.Supervisor);
        await page.GotoAsync("/staff/claims/pended");
        await page.ClickAsync("#take-next");
        await page.WaitForSelectorAsync("#decision");
        var item = page.Url;
        foreach (var (name, path) in new[] { ("dashboard", "/staff"), ("queue", "/staff/claims/pended"), ("item", item) })
        {
            await page.GotoAsync(path);
            var picture = await page.ScreenshotAsync();
            picture.Length.ShouldBeInRange(10_000, 200 * 1024, name);
            if (Environment.GetEnvironmentVariable("PICTURES") is { Length: > 0 } folder)
                await File.WriteAllBytesAsync(Path.Combine(folder, $"{name}.png"), picture);
        }
        await page.ClickAsync("#release");
    }
}
