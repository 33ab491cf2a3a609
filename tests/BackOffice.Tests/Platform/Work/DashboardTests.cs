using Portal.Graph.BackOffice.Tests.Hosting;
using Portal.Graph.Testing;

namespace Portal.Graph.BackOffice.Tests.Platform.Work;

[Collection(OneHost.Name), Requirement("PLT-08", "PLT-09")]
public sealed class DashboardTests(BackOfficeHost host)
{
    [Fact]
    public async Task Counts_agree_with_the_queue_and_taken_items_are_listed()
    {
        using var sue = await host.SignedInAsync(StaffPlan.Supervisor);
        var before = await sue.GetAsync("/staff");
        var open = int.Parse(before.Document.QuerySelector("[data-queue=Q-CLAIM-PEND] .tile-total strong")!.TextContent);
        open.ShouldBeGreaterThan(25);
        (await sue.GetAsync("/staff/claims/pended")).Text.ShouldContain($"25 of {open} items");
        var breached = int.Parse(before.Document.QuerySelectorAll("[data-queue=Q-CLAIM-PEND] .tile-facts div").Single(row => row.TextContent.StartsWith("Breached")).QuerySelector("dd")!.TextContent);
        breached.ShouldBeGreaterThan(0);
        (await sue.GetAsync("/staff/claims/pended?due=breached")).Document.QuerySelectorAll("tbody tr").Length.ShouldBe(breached);

        var item = await sue.SubmitAsync(await sue.GetAsync("/staff/claims/pended"), "#take-next");
        var after = await sue.GetAsync("/staff");
        after.Document.QuerySelector($"a[href='{item.Address}']").ShouldNotBeNull();
        await sue.SubmitAsync(item, "#release");
    }
}
