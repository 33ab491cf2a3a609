using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Portal.Graph.BackOffice.Tests.Hosting;
using Portal.Graph.BackOffice.Tests.Http;
using Portal.Graph.Testing;

namespace Portal.Graph.BackOffice.Tests.Accounts;

[Collection(OneHost.Name)]
public sealed class PricePagesTests(BackOfficeHost host)
{
    [Fact, Requirement("ACC-18")]
    public async Task An_editor_writes_a_schedule_and_brings_its_prices_in()
    {
        using var edda = await host.SignedInAsync(StaffPlan.Editor);
        var form = await edda.GetAsync("/staff/content/fees/edit");
        (await edda.SubmitAsync(form, "#save")).Texts("#refusals li").ShouldBe(["Name is required."]);
        var page = await edda.SubmitAsync(form, "#save", ("Form.Name", "Ohio prices"), ("Form.Market", "OH"));
        page.Heading.ShouldBe("Ohio prices");
        (await UploadAsync(edda, page, "")).Texts("#refusals li").ShouldBe(["File is required."]);
        (await UploadAsync(edda, page, "a,b\n1,2\n")).Texts("#refusals li").Single().ShouldContain("code, amount, unit, from");
        var done = await UploadAsync(edda, page, "code,amount,unit,from\nH0031,84.50,each,2025-01-01\nH0031,x,each,2025-01-01\n");
        done.Texts("#imported").ShouldBe(["1 added, 0 changed, 0 unchanged, 1 refused"]);
        done.Texts("#import-report li").ShouldBe(["Line 3, amount: must be dollars such as 84.50."]);
        done.Texts("#rows tbody th").ShouldBe(["H0031"]);
        var none = await UploadAsync(edda, page, "code,amount,unit,from\nH0004,1,each,2025-01-01\nH0004,x,each,2025-01-01\n", whole: true);
        none.Texts("#imported").ShouldBe(["Nothing was brought in: 1 refused"]);
        none.Texts("#rows tbody th").ShouldBe(["H0031"]);
        (await UploadAsync(edda, page, "code,amount,unit,from\nH0031,\"1,each,2025-01-01\n")).Texts("#file-error").Single().ShouldStartWith("Line 2 cannot be read");
        (await edda.GetAsync($"{page.Address}?code=99")).Text.ShouldContain("No price");
        (await edda.GetAsync("/staff/content/fees")).Texts("#schedules tbody th").ShouldContain("Ohio prices");
        var template = await edda.RawAsync(new(HttpMethod.Get, $"{page.Address}?handler=Template"));
        (await template.Content.ReadAsStringAsync()).ShouldStartWith("code,amount,unit,from,modifier,to\r\n");
    }

    [Fact, Requirement("ACC-19")]
    public async Task An_editor_brings_procedure_rules_in()
    {
        using var edda = await host.SignedInAsync(StaffPlan.Editor);
        var page = await edda.GetAsync("/staff/content/procedures");
        var done = await UploadAsync(edda, page, "code,market,lob,rule,from\n97110,OH,MEDICAID,AUTH_REQUIRED,2025-01-01\n97110,ZZ,MEDICAID,CALL,2025-01-01\n");
        done.Texts("#imported").ShouldBe(["1 added, 0 changed, 0 unchanged, 1 refused"]);
        (await edda.GetAsync("/staff/content/procedures?code=97&market=OH")).Texts("#rows tbody .badge").ShouldBe(["Auth required"]);
        (await edda.GetAsync("/staff/content/procedures?market=NV")).Text.ShouldContain("No rule");
    }

    [Fact, Requirement("ACC-03")]
    public async Task An_editor_publishes_terms_when_asked_twice()
    {
        using var edda = await host.SignedInAsync(StaffPlan.Editor);
        var page = await edda.GetAsync("/staff/content/terms");
        page.Text.ShouldContain("Version 2025-1 is in force.");
        var asked = await edda.SubmitAsync(page, "#publish", ("Form.Version", "2026-1"), ("Form.Text", "New terms."), ("Form.ActiveFrom", "2026-01-01"));
        asked.Text.ShouldContain("Publish version 2026-1 of the terms?");
        var published = await edda.SubmitAsync(asked, "#confirm");
        published.Texts(".toast").ShouldBe(["Version 2026-1 is published."]);
        published.Texts("#rows tbody tr").First().ShouldContain("Jan 1, 2026, 12:00 AM");
        published.Text.ShouldContain("Version 2025-1 is in force.");
        var again = await edda.SubmitAsync(await edda.SubmitAsync(published, "#publish", ("Form.Version", "2026-1"), ("Form.Text", "x")), "#confirm");
        again.Texts("#refusals li").Single().ShouldContain("a name not used before");
    }

    private static Task<StaffAnswer> UploadAsync(StaffClient client, StaffAnswer page, string text, bool whole = false)
    {
        var form = page.Document.QuerySelector<IHtmlButtonElement>("#import")!.Form!;
        var content = new MultipartFormDataContent { { new StringContent(form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" } };
        if (whole) content.Add(new StringContent("true"), "whole");
        if (text.Length > 0) content.Add(new StringContent(text), "file", "rows.csv");
        return client.SendAsync(new(HttpMethod.Post, form.GetAttribute("action")!) { Content = content });
    }
}
