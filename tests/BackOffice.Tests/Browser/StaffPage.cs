using Microsoft.Playwright;
using Portal.Graph.BackOffice.Tests.Hosting;

namespace Portal.Graph.BackOffice.Tests.Browser;

internal static class StaffPage
{
    public static async Task SignInAsync(this IPage page, string username)
    {
        await page.GotoAsync("/staff/sign-in");
        await page.FillAsync("#Form_Username", username);
        await page.FillAsync("#Form_Password", StaffPlan.Password);
        await page.ClickAsync("main form button");
        await page.WaitForURLAsync("**/staff");
    }
}
