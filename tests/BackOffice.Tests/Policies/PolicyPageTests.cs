using System.Net;
using Portal.Graph.BackOffice.Tests.Hosting;
using Portal.Graph.BackOffice.Tests.Http;
using Portal.Graph.Testing;

namespace Portal.Graph.BackOffice.Tests.Policies;

[Collection(OneHost.Name), Requirement("PLT-02")]
public sealed class PolicyPageTests(BackOfficeHost host)
{
    private const string Table = "/staff/policies";

    private static async Task<StaffAnswer> DraftAsync(StaffClient client, string key, string market, string from, string value) =>
        await client.SubmitAsync(await client.GetAsync($"{Table}/edit"), "#save",
            ("Form.Key", key), ("Form.Market", market), ("Form.From", from), ("Form.Value", value), ("Form.Source", "Contract 7"));

    private static string Value(StaffAnswer page) => page.Document.QuerySelector("#answer strong")!.TextContent;

    [Fact]
    public async Task A_draft_waits_for_a_second_person_and_then_applies_from_its_day()
    {
        using var paula = await host.SignedInAsync(StaffPlan.PolicyEditor);
        using var quentin = await host.SignedInAsync(StaffPlan.PolicyApprover);
        var row = await DraftAsync(paula, "dispute.maxClaims", "WV", "2026-01-01", "10");
        row.Texts(".toast").Single().ShouldContain("saved as a draft");
        row.Texts(".head-badges .badge").ShouldBe(["Draft"]);
        var preview = $"{Table}?Preview.Key=dispute.maxClaims&Preview.Market=WV&Preview.On=2026-01-01";
        Value(await paula.GetAsync(preview)).ShouldBe("25");
        (await paula.GetAsync(preview)).Texts("#candidates tbody tr").ShouldContain(text => text.Contains("Not approved") && text.Contains("no second person"));

        var own = await paula.SubmitAsync(row, "#approve");
        own.Texts("#refusals li").ShouldBe(["You wrote this policy setting. Another person must approve it."]);
        (await quentin.GetAsync($"{Table}?Filter.State=awaiting")).Texts("#rows td.mono").ShouldContain("dispute.maxClaims");
        var approved = await quentin.SubmitAsync(await quentin.GetAsync(row.Address), "#approve");
        approved.Texts(".head-badges .badge").ShouldBe(["Approved"]);
        approved.Texts(".history li strong").ShouldBe(["Drafted", "Approved"]);
        Value(await paula.GetAsync(preview)).ShouldBe("10");
        Value(await paula.GetAsync(preview.Replace("2026-01-01", "2025-12-31"))).ShouldBe("25");

        // A change is a new row; the one before keeps its value and gets a last day.
        var change = await paula.GetAsync(approved.Document.QuerySelector("#change")!.GetAttribute("href")!);
        var next = await paula.SubmitAsync(change, "#save", ("Form.From", "2026-07-01"), ("Form.Value", "15"), ("Form.Source", "Contract 8"));
        (await quentin.SubmitAsync(await quentin.GetAsync(next.Address), "#approve")).Texts(".head-badges .badge").ShouldBe(["Approved"]);
        (await paula.GetAsync(row.Address)).Text.ShouldContain("Jan 1, 2026 – Jun 30, 2026");
        Value(await paula.GetAsync(preview.Replace("2026-01-01", "2026-06-30"))).ShouldBe("10");
        Value(await paula.GetAsync(preview.Replace("2026-01-01", "2026-07-01"))).ShouldBe("15");
    }

    [Fact]
    public async Task What_is_refused_stands_beside_its_field()
    {
        using var paula = await host.SignedInAsync(StaffPlan.PolicyEditor);
        var empty = await paula.SubmitAsync(await paula.GetAsync($"{Table}/edit"), "#save");
        empty.Texts("#refusals li").ShouldBe(["Key is required.", "First day is required."]);
        var bad = await DraftAsync(paula, "dispute.days", "", "2026-01-01", "two weeks");
        bad.Document.QuerySelector("#Form_Value-error")!.TextContent.ShouldContain("24 months from PAYMENT_DATE");
        bad.Document.QuerySelector("#Form_Value")!.GetAttribute("value").ShouldBe("two weeks");
        bad.Document.QuerySelector("#Form_Key option[selected]")!.GetAttribute("value").ShouldBe("dispute.days");
        bad.Document.QuerySelectorAll(".required").Length.ShouldBe(4);
    }

    [Fact]
    public async Task An_end_is_proposed_and_approved_and_a_draft_is_withdrawn_only_when_asked_twice()
    {
        using var paula = await host.SignedInAsync(StaffPlan.PolicyEditor);
        using var quentin = await host.SignedInAsync(StaffPlan.PolicyApprover);
        var row = await DraftAsync(paula, "recovery.maxClaims", "IN", "2026-01-01", "50");
        row = await quentin.SubmitAsync(await quentin.GetAsync(row.Address), "#approve");
        (await quentin.SubmitAsync(row, "#end")).Texts("#refusals li").ShouldBe(["Last day is required."]);
        var proposed = await quentin.SubmitAsync(row, "#end", ("End.LastDay", "2026-03-31"));
        proposed.Texts(".head-badges .badge").ShouldBe(["Approved", "End proposed: Mar 31, 2026"]);
        var ended = await paula.SubmitAsync(await paula.GetAsync(row.Address), "#approve");
        ended.Text.ShouldContain("Jan 1, 2026 – Mar 31, 2026");

        var draft = await DraftAsync(paula, "recovery.maxClaims", "KY", "2026-01-01", "50");
        var asked = await paula.SubmitAsync(draft, "#withdraw");
        asked.Heading.ShouldBe("Withdraw this draft?");
        (await paula.GetAsync(draft.Address)).Texts(".head-badges .badge").ShouldBe(["Draft"]);
        (await paula.SubmitAsync(asked, "#confirm")).Texts(".head-badges .badge").ShouldBe(["Withdrawn"]);
    }

    [Fact]
    public async Task Filters_and_pages_stand_in_the_address()
    {
        using var paula = await host.SignedInAsync(StaffPlan.PolicyEditor);
        var ohio = await paula.GetAsync($"{Table}?Filter.Key=appeal&Filter.Market=OH");
        ohio.Document.QuerySelectorAll("#rows tbody tr").Length.ShouldBe(3);
        ohio.Texts("#rows td.small").ShouldAllBe(text => text.Contains("caresource.com/oh/"));
        (await paula.GetAsync($"{Table}?Filter.Key=nothing")).Text.ShouldContain("No row fits this filter");
        var first = await paula.GetAsync(Table);
        first.Document.QuerySelectorAll("#rows tbody tr").Length.ShouldBe(25);
        (await paula.GetAsync(first.Document.QuerySelector(".pager a[rel=next]")!.GetAttribute("href")!)).Texts("#rows tbody th").ShouldNotContain(first.Texts("#rows tbody th")[0]);
        (await paula.GetAsync($"{Table}/999999")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact, Requirement("PLT-18")]
    public async Task Supervisors_look_on_and_others_do_not()
    {
        using var sue = await host.SignedInAsync(StaffPlan.Supervisor);
        var table = await sue.GetAsync(Table);
        table.Status.ShouldBe(HttpStatusCode.OK);
        table.Document.QuerySelector("#new-row").ShouldBeNull();
        (await sue.GetAsync($"{Table}/edit")).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var ana = await host.SignedInAsync(StaffPlan.Analyst);
        (await ana.GetAsync(Table)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await ana.GetAsync("/staff/holidays")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await ana.GetAsync("/staff")).Document.QuerySelector("a[href='/staff/policies']").ShouldBeNull();
    }
}
