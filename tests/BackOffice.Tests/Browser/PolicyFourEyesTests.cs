using Microsoft.Playwright;
using Portal.Graph.BackOffice.Tests.Hosting;
using Portal.Graph.Clients;
using Portal.Graph.Testing;

namespace Portal.Graph.BackOffice.Tests.Browser;

[Collection(OneHost.Name), Requirement("PLT-02", "PLT-24")]
public sealed class PolicyFourEyesTests(BackOfficeHost host, Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Two_people_put_a_rule_in_force_and_the_preview_shows_it()
    {
        var paula = await chromium.OpenAsync(host.Address);
        await paula.SignInAsync(StaffPlan.PolicyEditor);
        await paula.ClickAsync("nav a[href='/staff/policies']");
        await paula.ShouldBeAccessibleAsync();
        await paula.ClickAsync("#new-row");
        await paula.ShouldBeAccessibleAsync();
        await paula.SelectOptionAsync("#Form_Key", "dispute.days");
        await paula.SelectOptionAsync("#Form_Market", "NV");
        await paula.FillAsync("#Form_From", "2026-02-01");
        await paula.FillAsync("#Form_Value", "later of 6 months from DATE_OF_SERVICE and 30 days from PAYMENT_DATE");
        await paula.FillAsync("#Form_Source", "Contract with the state of Nevada");
        await paula.ClickAsync("#save");
        await paula.WaitForSelectorAsync("#approve");
        await paula.ShouldBeAccessibleAsync();
        var row = paula.Url;
        await paula.ClickAsync("#approve");
        await paula.WaitForSelectorAsync("#refusals");
        (await paula.InnerTextAsync("#refusals")).ShouldContain("Another person must approve it.");
        await paula.ShouldBeAccessibleAsync();

        var quentin = await chromium.OpenAsync(host.Address);
        await quentin.SignInAsync(StaffPlan.PolicyApprover);
        await quentin.GotoAsync("/staff/policies?Filter.State=awaiting&Filter.Market=NV");
        await quentin.ClickAsync("#rows tbody th a");
        quentin.Url.ShouldBe(row.Split('?')[0]);
        await quentin.ClickAsync("#approve");
        await quentin.WaitForSelectorAsync(".toast");

        await paula.GotoAsync("/staff/policies");
        await paula.SelectOptionAsync("#Preview_Key", "dispute.days");
        await paula.SelectOptionAsync("#Preview_Market", "NV");
        await paula.FillAsync("#Preview_On", "2026-02-01");
        await paula.ClickAsync("#ask");
        (await paula.InnerTextAsync("#answer")).ShouldContain("later of 6 months from DATE_OF_SERVICE and 30 days from PAYMENT_DATE applies");
        await paula.ShouldBeAccessibleAsync();
        await paula.GotoAsync("/staff/holidays");
        await paula.ShouldBeAccessibleAsync();
    }
}
