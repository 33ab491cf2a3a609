using Microsoft.Playwright;
using Portal.Graph.BackOffice.Tests.Hosting;
using Portal.Graph.Clients;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Testing;

namespace Portal.Graph.BackOffice.Tests.Browser;

[Collection(OneHost.Name), Requirement("PLT-08", "PLT-24")]
public sealed class WorkKeyboardTests(BackOfficeHost host, Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task An_item_is_taken_asked_about_answered_and_completed_without_a_mouse()
    {
        await host.HireAsync("kay.board", StaffRole.CobAnalyst);
        var item = await host.OpenAsync(ToyQueue.Key, "KEY-1");
        var page = await chromium.OpenAsync(host.Address);
        await page.SignInAsync("kay.board");
        await page.GotoAsync($"{ToyQueue.Page}/{item.Id}");
        await PressAsync(page, "take");
        await page.WaitForSelectorAsync("#complete");
        await TypeAsync(page, "Ask_Text", "Which colour?");
        await PressAsync(page, "ask");
        await page.WaitForSelectorAsync("#record");
        (await page.InnerTextAsync(".head-badges")).ShouldContain("clock paused");
        await TypeAsync(page, "Reply_Answer", "Red");
        await PressAsync(page, "record");
        await page.WaitForSelectorAsync("#complete");
        await PressAsync(page, "complete");
        await page.WaitForSelectorAsync(".notice >> text=This item is closed");
    }

    [Fact]
    public async Task Of_two_windows_that_take_one_item_the_second_is_told_who_has_it()
    {
        await host.HireAsync("first.hand", StaffRole.CobAnalyst);
        await host.HireAsync("second.hand", StaffRole.CobAnalyst);
        var item = await host.OpenAsync(ToyQueue.Key, "RACE-1");
        var (first, second) = (await chromium.OpenAsync(host.Address), await chromium.OpenAsync(host.Address));
        await first.SignInAsync("first.hand");
        await second.SignInAsync("second.hand");
        foreach (var page in new[] { first, second }) await page.GotoAsync($"{ToyQueue.Page}/{item.Id}");
        await Task.WhenAll(first.ClickAsync("#take"), second.ClickAsync("#take"));
        await Task.WhenAll(first.WaitForSelectorAsync("#release, #refusals"), second.WaitForSelectorAsync("#release, #refusals"));
        var (winner, loser) = await first.QuerySelectorAsync("#release") is not null ? ("first.hand", second) : ("second.hand", first);
        (await loser.InnerTextAsync("#refusals")).ShouldContain($"{winner} has taken this item.");
        // The reader of a screen is at the message at once.
        (await loser.EvaluateAsync<string>("document.activeElement.id")).ShouldBe("refusals");
        (await loser.QuerySelectorAsync("#take")).ShouldBeNull();
    }

    private static async Task TypeAsync(IPage page, string id, string text)
    {
        await TabToAsync(page, id);
        await page.Keyboard.TypeAsync(text);
    }

    private static async Task PressAsync(IPage page, string id)
    {
        await TabToAsync(page, id);
        await page.Keyboard.PressAsync("Enter");
    }

    private static async Task TabToAsync(IPage page, string id)
    {
        for (var stops = 0; stops < 150; stops++)
        {
            if (await page.EvaluateAsync<string>("document.activeElement.id") == id) return;
            await page.Keyboard.PressAsync("Tab");
        }
        throw new InvalidOperationException($"The Tab key does not reach {id}.");
    }
}
