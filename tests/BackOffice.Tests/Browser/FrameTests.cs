using Microsoft.Playwright;
using Portal.Graph.BackOffice.Tests.Hosting;
using Portal.Graph.Clients;
using Portal.Graph.Testing;

namespace Portal.Graph.BackOffice.Tests.Browser;

/// <summary>What the frame does on every page: appearance, print, the warning before the session ends.</summary>
[Collection(OneHost.Name)]
public sealed class FrameTests(BackOfficeHost host, Chromium chromium) : IClassFixture<Chromium>
{
    private const string Ground = "getComputedStyle(document.body).backgroundColor";

    [Theory, Requirement("PLT-24")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Dark_is_chosen_against_the_system_and_kept(bool script)
    {
        var page = await chromium.OpenAsync(host.Address, ColorScheme.Light, script);
        await page.SignInAsync(StaffPlan.Supervisor);
        await page.GotoAsync("/staff/claims/pended?Sort=due");
        await page.ClickAsync("text=Dark");
        page.Url.ShouldEndWith("/staff/claims/pended?Sort=due");
        (await page.GetAttributeAsync("html", "data-appearance")).ShouldBe("dark");
        (await page.GetAttributeAsync(".switch button[value=dark]", "aria-pressed")).ShouldBe("true");
        await page.GotoAsync("/staff");
        (await page.GetAttributeAsync("html", "data-appearance")).ShouldBe("dark");
        if (!script) return;
        await page.ShouldBeAccessibleAsync();
        var dark = await page.EvaluateAsync<string>(Ground);
        await page.ClickAsync("text=Auto");
        (await page.EvaluateAsync<string>(Ground)).ShouldNotBe(dark);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        (await page.EvaluateAsync<string>(Ground)).ShouldBe(dark);
        await page.ClickAsync("text=Light");
        (await page.EvaluateAsync<string>(Ground)).ShouldNotBe(dark);
    }

    [Fact]
    public async Task Paper_shows_the_record_and_nothing_to_press()
    {
        var page = await chromium.OpenAsync(host.Address, ColorScheme.Dark);
        await page.SignInAsync(StaffPlan.Supervisor);
        await page.GotoAsync("/staff/claims/pended");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        (await page.Locator("#main h1").IsVisibleAsync()).ShouldBeTrue();
        foreach (var unwanted in new[] { ".side", ".top form", ".filters", ".crumbs", ".skip" })
            (await page.Locator(unwanted).First.IsVisibleAsync()).ShouldBeFalse(unwanted);
        (await page.EvaluateAsync<string>(Ground)).ShouldBe("rgb(255, 255, 255)");
        (await page.PdfAsync()).Length.ShouldBeGreaterThan(10_000);
        // As wide as a sheet between its margins.
        await page.SetViewportSizeAsync(700, 1000);
        (await page.EvaluateAsync<double>("Math.max(...[...document.querySelectorAll('main *')].map(e => e.getBoundingClientRect().right))")).ShouldBeLessThanOrEqualTo(700);
        (await page.Locator("main button:visible, main .button:visible").CountAsync()).ShouldBe(0);
    }

    [Fact, Requirement("PLT-24")]
    public async Task On_a_phone_the_name_and_the_way_out_do_not_cover_each_other()
    {
        var page = await chromium.OpenAsync(host.Address);
        await page.SetViewportSizeAsync(320, 700);
        await page.SignInAsync(StaffPlan.Supervisor);
        var (name, way) = (await page.Locator(".whoami-name").BoundingBoxAsync(), await page.Locator("#sign-out").BoundingBoxAsync());
        name.ShouldNotBeNull().Width.ShouldBeGreaterThan(30);
        way.ShouldNotBeNull();
        (name.X + name.Width <= way.X || name.Y + name.Height <= way.Y).ShouldBeTrue($"{name.X} {name.Y} {name.Width} and {way.X} {way.Y}");
        (await page.EvaluateAsync<bool>("(n => getComputedStyle(n).overflow === 'hidden' && getComputedStyle(n).textOverflow === 'ellipsis')(document.querySelector('.whoami-name'))")).ShouldBeTrue();
    }

    [Fact, Requirement("ACC-05")]
    public async Task The_reader_is_warned_two_minutes_before_the_session_ends_and_may_stay()
    {
        var page = await chromium.OpenAsync(host.Address);
        await page.Clock.InstallAsync();
        await page.SignInAsync(StaffPlan.Analyst);
        var warning = page.Locator("#session-end");
        await page.Clock.RunForAsync(12 * 60_000);
        (await warning.IsVisibleAsync()).ShouldBeFalse();
        await page.Clock.RunForAsync(60_000);
        (await warning.InnerTextAsync()).ShouldContain("You will be signed out in two minutes");
        await page.ShouldBeAccessibleAsync();
        await page.ClickAsync("#session-end button");
        await warning.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await page.Clock.RunForAsync(12 * 60_000);
        (await warning.IsVisibleAsync()).ShouldBeFalse();
        // Nobody answered: what was on the screen leaves it.
        await page.Clock.RunForAsync(3 * 60_000);
        await page.WaitForURLAsync("**/staff/sign-in?returnUrl=%2Fstaff");
    }
}
