using Portal.Graph.BackOffice.Tests.Hosting;
using Portal.Graph.Domain.Accounts.PublicLinks;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Portal.Graph.BackOffice.Tests.Accounts;

[Collection(OneHost.Name)]
public sealed class ContentPagesTests(BackOfficeHost host)
{
    [Fact, Requirement("ACC-20")]
    public async Task An_editor_finds_a_link_by_place_and_writes_one_for_a_market()
    {
        using var edda = await host.SignedInAsync(StaffPlan.Editor);
        (await edda.GetAsync("/staff/content")).Texts(".tile h2").ShouldContain("Public links");
        var help = await edda.GetAsync("/staff/content/links?group=Help");
        help.Texts("#rows tbody th").ShouldBe(["How to register", "How to reset your password"]);
        var form = await edda.GetAsync("/staff/content/links/edit");
        (await edda.SubmitAsync(form, "#save")).Texts("#refusals li").ShouldContain("Label is required.");
        var refused = await edda.SubmitAsync(form, "#save", ("Form.Key", "tools.forms"), ("Form.Label", "<b>Forms</b>"), ("Form.Url", "javascript:x"));
        // All at once: the unsafe texts, and the row that all markets have already.
        refused.Texts("#refusals li").Count(text => text.Contains("https://")).ShouldBe(2);
        refused.Texts("#refusals li").Last().ShouldContain("tools.forms for this market already");
        var saved = await edda.SubmitAsync(form, "#save", ("Form.Key", "tools.forms"), ("Form.Market", "KY"), ("Form.Label", "Kentucky forms"), ("Form.Url", "https://www.example.org/ky"));
        saved.Texts(".toast").ShouldBe(["Kentucky forms is saved."]);
        await using (var scope = host.Scope(Actor.Anonymous))
            (await scope.ServiceProvider.GetRequiredService<ContentLinkReads>().FindAsync("tools.forms", Market.KY, default))!.Label.ShouldBe("Kentucky forms");

        var row = (await edda.GetAsync("/staff/content/links?market=KY")).Document.QuerySelector("[data-link='tools.forms'] a")!.GetAttribute("href")!;
        var hidden = await edda.SubmitAsync(await edda.GetAsync(row), "#save", ("Form.State", "Hidden"));
        hidden.Document.QuerySelectorAll("[data-link='tools.forms']").Select(tr => tr.TextContent).ShouldContain(text => text.Contains("KY") && text.Contains("Hidden"));
        (await edda.GetAsync("/staff/content/links/edit/987654")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Fact, Requirement("ACC-17")]
    public async Task An_editor_writes_an_item_of_the_library_for_two_markets()
    {
        using var edda = await host.SignedInAsync(StaffPlan.Editor);
        (await edda.GetAsync("/staff/content/resources?status=ComingSoon")).Texts("#items tbody th").ShouldBe(["Provider quick reference guide"]);
        var form = await edda.GetAsync("/staff/content/resources/edit");
        form.Texts("fieldset legend").ShouldBe(["Markets"]);
        (await edda.SubmitAsync(form, "#save", ("Form.Status", "Published"))).Texts("#refusals li").ShouldBe(["Title is required.", "Section is required.", "Address is required."]);
        var saved = await edda.SubmitAsync(form, "#save", ("Form.Title", "Two states"), ("Form.Section", "State guides"), ("Form.Markets", "GA"), ("Form.Position", "990"));
        saved.Texts(".toast").ShouldBe(["Two states is saved."]);
        var row = saved.Document.QuerySelectorAll("#items tbody tr").Single(tr => tr.TextContent.Contains("Two states"));
        row.TextContent.ShouldContain("Coming soon");
        var again = await edda.GetAsync(row.QuerySelector("a")!.GetAttribute("href")!);
        again.Document.QuerySelectorAll("fieldset input[checked]").Select(box => box.GetAttribute("value")).ShouldBe(["GA"]);
    }

    [Fact, Requirement("ACC-09")]
    public async Task An_editor_copies_a_tile_of_the_home_page_for_a_market()
    {
        using var edda = await host.SignedInAsync(StaffPlan.Editor);
        (await edda.GetAsync("/staff/content")).Texts(".tile h2").ShouldContain("Home tiles");
        var list = await edda.GetAsync("/staff/content/tiles");
        list.Texts("#tiles tbody th").Take(2).ShouldBe(["Check member eligibility", "Search claims"]);
        var form = await edda.GetAsync("/staff/content/tiles/edit");
        (await edda.SubmitAsync(form, "#save")).Texts("#refusals li").ShouldBe(["Key is required.", "Page is required.", "Title is required."], ignoreOrder: true);

        var eligibility = await edda.GetAsync(list.Document.QuerySelector("[data-tile='eligibility'] a")!.GetAttribute("href")!);
        var copy = await edda.GetAsync(eligibility.Document.QuerySelector("#copy")!.GetAttribute("href")!);
        (await edda.SubmitAsync(copy, "#save")).Texts("#refusals li").Single().ShouldContain("eligibility for this market already");
        var saved = await edda.SubmitAsync(copy, "#save", ("Form.Market", "NV"), ("Form.Label", "Check Nevada members"));
        saved.Texts(".toast").ShouldBe(["Check Nevada members is saved."]);
        var nevada = await edda.GetAsync("/staff/content/tiles?market=NV");
        nevada.Document.QuerySelectorAll("[data-tile='eligibility'] th").Select(th => th.TextContent).ShouldBe(["Check member eligibility", "Check Nevada members"], ignoreOrder: true);
        nevada.Texts("[data-tile='reports'] td").ShouldContain("reports.membership or reports.registry");
        (await edda.GetAsync("/staff/content/tiles/edit?from=987654")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Fact, Requirement("PLT-18")]
    public async Task Content_is_closed_to_those_who_do_not_edit_it()
    {
        using var ana = await host.SignedInAsync(StaffPlan.Analyst);
        foreach (var path in new[] { "/staff/content", "/staff/content/links", "/staff/content/links/edit", "/staff/content/tiles", "/staff/content/tiles/edit", "/staff/content/resources", "/staff/content/resources/edit" })
            (await ana.GetAsync(path)).Text.ShouldContain("The permission staff.content.edit is missing.");
    }
}
