using Microsoft.Playwright;
using Portal.Graph.BackOffice.Tests.Hosting;
using Portal.Graph.Clients;
using Portal.Graph.Testing;

namespace Portal.Graph.BackOffice.Tests.Browser;

[Collection(OneHost.Name), Requirement("PLT-24")]
public sealed class KeyboardTests(BackOfficeHost host, Chromium chromium) : IClassFixture<Chromium>
{
    [Fact, Requirement("CLM-25")]
    public async Task Sign_in_take_and_decide_without_a_mouse()
    {
        var page = await chromium.OpenAsync(host.Address);
        await page.GotoAsync("/staff/sign-in");
        await page.Keyboard.TypeAsync(StaffPlan.OtherAnalyst);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(StaffPlan.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/staff");

        // The first stop of every page leads past the menu.
        await page.Keyboard.PressAsync("Tab");
        (await FocusedAsync(page)).ShouldBe("Skip to content");
        await TabToAsync(page, "Pended claims");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/staff/claims/pended");
        await TabToAsync(page, "Take next");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("#decision");

        var charges = await page.EvalOnSelectorAllAsync<string[]>("[data-charge]", "lines => lines.map(line => line.dataset.charge)");
        for (var i = 0; i < charges.Length; i++)
        {
            await TabToIdAsync(page, $"Form_Lines_{i}__Allowed");
            await page.Keyboard.TypeAsync(charges[i]);
            await page.Keyboard.PressAsync("Tab");
            await page.Keyboard.TypeAsync(charges[i]);
        }
        // The balance follows while one types.
        (await page.Locator("[data-balance]").AllInnerTextsAsync()).ShouldAllBe(text => text == "Balanced");
        await TabToAsync(page, "Check and confirm");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("#confirmation");
        await TabToAsync(page, "Post the decision");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync(".toast");
        (await page.InnerTextAsync(".toast")).ShouldContain(" is paid");
    }

    [Fact]
    public async Task A_refused_form_moves_the_focus_to_its_summary_and_on_to_the_field()
    {
        var page = await chromium.OpenAsync(host.Address);
        await page.GotoAsync("/staff/sign-in");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("#refusals");
        (await page.EvaluateAsync<string>("document.activeElement.id")).ShouldBe("refusals");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        (await page.EvaluateAsync<string>("document.activeElement.id")).ShouldBe("Form_Username");
    }

    private static Task<string> FocusedAsync(IPage page) => page.EvaluateAsync<string>("document.activeElement.textContent.trim()");

    private static Task TabToAsync(IPage page, string text) => TabUntilAsync(page, async () => await FocusedAsync(page) == text, text);

    private static Task TabToIdAsync(IPage page, string id) =>
        TabUntilAsync(page, async () => await page.EvaluateAsync<string>("document.activeElement.id") == id, id);

    private static async Task TabUntilAsync(IPage page, Func<Task<bool>> reached, string goal)
    {
        for (var stops = 0; stops < 150; stops++)
        {
            if (await reached()) return;
            await page.Keyboard.PressAsync("Tab");
        }
        throw new InvalidOperationException($"The Tab key does not reach {goal}.");
    }
}
