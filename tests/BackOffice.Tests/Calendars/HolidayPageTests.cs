using Portal.Graph.BackOffice.Tests.Hosting;
using Portal.Graph.Testing;

namespace Portal.Graph.BackOffice.Tests.Calendars;

[Collection(OneHost.Name), Requirement("PLT-10")]
public sealed class HolidayPageTests(BackOfficeHost host)
{
    private const string Nevada = "/staff/holidays?market=NV&year=2026";

    [Fact]
    public async Task A_day_is_added_and_taken_out_when_asked_twice()
    {
        using var paula = await host.SignedInAsync(StaffPlan.PolicyEditor);
        var page = await paula.GetAsync(Nevada);
        page.Heading.ShouldBe("Holidays in Nevada, 2026");
        page.Document.QuerySelectorAll("#calendar tbody tr").Length.ShouldBe(11);
        (await paula.SubmitAsync(page, "#add-day")).Texts("#refusals li").ShouldBe(["Date is required."]);
        (await paula.SubmitAsync(page, "#add-day", ("Form.Date", "2026-12-25"), ("Form.Name", "Christmas"))).Texts("#refusals li").Single().ShouldContain("Christmas Day");
        var added = await paula.SubmitAsync(page, "#add-day", ("Form.Date", "2026-10-30"), ("Form.Name", "Nevada Day"));
        added.Texts(".toast").ShouldBe(["Nevada Day is in the calendar of Nevada."]);
        added.Texts("#calendar tbody tr").ShouldContain(text => text.StartsWith("Oct 30, 2026 Friday Nevada Day"));

        var row = added.Document.QuerySelectorAll("#calendar tbody tr").Single(tr => tr.TextContent.Contains("Nevada Day"));
        row.QuerySelector("button")!.Id = "take-out";
        var asked = await paula.SubmitAsync(added, "#take-out");
        asked.Heading.ShouldBe("Take Nevada Day out of the calendar?");
        (await paula.GetAsync(asked.Document.QuerySelector("#keep")!.GetAttribute("href")!)).Document.QuerySelectorAll("#calendar tbody tr").Length.ShouldBe(12);
        var removed = await paula.SubmitAsync(asked, "#confirm");
        removed.Address.ShouldBe(Nevada);
        removed.Document.QuerySelectorAll("#calendar tbody tr").Length.ShouldBe(11);
    }

    [Fact]
    public async Task Markets_and_years_are_chosen_by_address_and_supervisors_only_look()
    {
        using var sue = await host.SignedInAsync(StaffPlan.Supervisor);
        var ohio = await sue.GetAsync("/staff/holidays");
        ohio.Heading.ShouldBe("Holidays in Ohio, 2025");
        ohio.Document.QuerySelector("#add-day").ShouldBeNull();
        ohio.Document.QuerySelector("#calendar button").ShouldBeNull();
        (await sue.GetAsync("/staff/holidays?market=GA&year=2050")).Text.ShouldContain("No holidays");
        (await sue.GetAsync("/staff/holidays?market=XX&year=1")).Heading.ShouldBe("Holidays in Ohio, 2025");
    }
}
