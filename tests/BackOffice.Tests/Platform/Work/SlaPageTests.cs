using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.BackOffice.Tests.Hosting;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Domain.Platform.Work;
using Portal.Graph.Domain.Platform.Work.Timekeeping;
using Portal.Graph.Testing;

namespace Portal.Graph.BackOffice.Tests.Platform.Work;

[Collection(OneHost.Name), Requirement("PLT-09")]
public sealed class SlaPageTests(BackOfficeHost host)
{
    [Fact]
    public async Task A_supervisor_sees_the_own_queues_with_counts_chart_and_the_same_numbers_as_a_table()
    {
        await using (var scope = host.Scope(Actor.System("test"))) await scope.ServiceProvider.GetRequiredService<QueueDays>().CatchUpAsync(default);
        using var sue = await host.SignedInAsync(StaffPlan.Supervisor);
        var item = await sue.SubmitAsync(await sue.GetAsync("/staff/claims/pended"), "#take-next");
        var page = await sue.GetAsync("/staff/sla");
        page.Texts("tr[data-queue] th").ShouldBe(["Document review", "Consent forms", "Document match", "Pended claims", "Claim adjustments"]);
        var open = (await sue.GetAsync("/staff/claims/pended")).Texts(".pager-range").Single().Split(' ')[^2];
        var row = page.Document.QuerySelector("tr[data-queue='Q-CLAIM-PEND']").ShouldNotBeNull();
        row.Children[1].TextContent.Trim().ShouldBe(open);
        int.Parse(row.QuerySelector("a[href$='due=breached']")!.FirstChild!.TextContent).ShouldBeGreaterThan(0);
        row.Children[4].TextContent.ShouldNotBe("–");

        var drawing = page.Document.QuerySelector("[aria-labelledby='Q-CLAIM-PEND-heading'] svg").ShouldNotBeNull();
        drawing.GetAttribute("aria-labelledby")!.Split(' ').Select(id => page.Document.GetElementById(id)!.LocalName).ShouldBe(["title", "desc"]);
        drawing.QuerySelectorAll("rect").Length.ShouldBe(60);
        var table = page.Document.QuerySelectorAll("[aria-labelledby='Q-CLAIM-PEND-heading'] details tbody tr");
        table.Length.ShouldBe(30);
        table[29].Children[0].TextContent.ShouldBe("Nov 30, 2025");
        int.Parse(table[29].Children[3].TextContent).ShouldBeGreaterThan(0);

        var mine = page.Document.QuerySelectorAll("[aria-labelledby='Q-CLAIM-PEND-heading'] .table-scroll:not(details *) tbody a").Single(link => link.TextContent == "Sue Visser");
        var held = int.Parse(mine.Closest("tr")!.Children[1].TextContent);
        held.ShouldBeGreaterThan(0);
        (await sue.GetAsync(mine.GetAttribute("href")!)).Document.QuerySelectorAll("tbody tr").Length.ShouldBe(held);
        await sue.SubmitAsync(item, "#release");
        (await sue.GetAsync("/staff/sla?Days=14")).Document.QuerySelectorAll("[aria-labelledby='Q-CLAIM-PEND-heading'] details tbody tr").Length.ShouldBe(14);
        (await sue.GetAsync("/staff/sla?Market=NV")).Document.QuerySelector("[aria-labelledby='Q-CLAIM-PEND-heading']").ShouldBeNull("nobody bills in Nevada");
    }

    [Fact]
    public async Task Who_does_not_supervise_is_refused()
    {
        using var ana = await host.SignedInAsync(StaffPlan.Analyst);
        var answer = await ana.GetAsync("/staff/sla");
        answer.Status.ShouldBe(HttpStatusCode.Forbidden);
        answer.Text.ShouldContain("staff.supervise");
    }
}
