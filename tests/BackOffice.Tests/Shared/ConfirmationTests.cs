using System.Net;
using Portal.Graph.BackOffice.Tests.Hosting;
using Portal.Graph.Testing;

namespace Portal.Graph.BackOffice.Tests.Shared;

[Collection(OneHost.Name)]
public sealed class ConfirmationTests(BackOfficeHost host)
{
    [Fact]
    public async Task What_the_form_sent_is_carried_along_and_shown_as_text()
    {
        using var paula = await host.SignedInAsync(StaffPlan.PolicyEditor);
        const string Ohio = "/staff/holidays?market=OH&year=2027";
        var page = await paula.GetAsync(Ohio);
        var added = await paula.SubmitAsync(page, "#add-day", ("Form.Date", "2027-03-01"), ("Form.Name", "<b>Town</b> Day"));
        var row = added.Document.QuerySelectorAll("#calendar tbody tr").Single(tr => tr.TextContent.Contains("Town"));
        row.QuerySelector("button")!.Id = "take-out";
        var asked = await paula.SubmitAsync(added, "#take-out");
        asked.Status.ShouldBe(HttpStatusCode.OK);
        asked.Heading.ShouldBe("Take <b>Town</b> Day out of the calendar?");
        asked.Document.QuerySelector("#keep")!.GetAttribute("href").ShouldBe("/staff/holidays?market=OH&year=2027");
        (await paula.SubmitAsync(asked, "#confirm")).Text.ShouldContain("<b>Town</b> Day is taken out of the calendar of Ohio.");
    }

    [Fact, Requirement("PLT-18")]
    public async Task The_confirmed_form_needs_its_token_too()
    {
        using var paula = await host.SignedInAsync(StaffPlan.PolicyEditor);
        using var forged = new HttpRequestMessage(HttpMethod.Post, "/staff/holidays?market=OH&year=2026&handler=Remove")
        {
            Content = new FormUrlEncodedContent([new("id", "1"), new("confirmed", "yes")]),
        };
        (await paula.SendAsync(forged)).Status.ShouldBe(HttpStatusCode.BadRequest);
    }
}
