using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Schema.Tests.Work;

namespace Portal.Graph.Schema.Tests.Accounts;

[Requirement("ACC-17")]
public sealed class ResourceTests(DemoPortal demo) : IClassFixture<DemoPortal>
{
    private const string Library = "query($section: String) { resources(section: $section) { id title kind status section } pageNote(key: \"note.browsers\") }";
    private const string Open = "query($id: ID!) { openResource(id: $id) }";
    private const string Save = "mutation($input: SaveResourceInput!) { saveResource(input: $input) { resource { id version title markets } errors { __typename ... on Error { code path } } } }";
    private readonly TestPortal _portal = demo.Portal;

    [Fact]
    public async Task Everybody_signed_in_reads_the_library_and_opens_what_is_there()
    {
        var reader = await _portal.SignInAsync("demo.credentialing");
        var section = await reader.SendAsync(Library, new { section = "using the provider portal" });
        section.Data("resources").GetArrayLength().ShouldBe(8);
        section.Data("pageNote").GetString()!.ShouldContain("Chrome");
        (await reader.SendAsync(Open, new { id = section.Data("resources", 0, "id").GetString() })).Data("openResource").GetString()!.ShouldStartWith("https://");

        var all = (await reader.SendAsync(Library)).Data("resources").EnumerateArray().ToList();
        all.Select(r => r.GetProperty("section").GetString()).Distinct().ShouldBe(["Using the Provider Portal", "Quick Reference Guides", "Improving Quality Scores"]);
        var coming = all.Single(r => r.GetProperty("status").GetString() == "COMING_SOON");
        coming.GetProperty("title").GetString().ShouldBe("Provider quick reference guide");
        (await reader.SendAsync(Open, new { id = coming.GetProperty("id").GetString() })).ErrorCodes.ShouldBe(["RESOURCE_NOT_AVAILABLE"]);
        (await reader.SendAsync(Open, new { id = _portal.IdOf("Resource") })).ErrorCodes.ShouldBe(["NOT_FOUND"]);
        (await _portal.Anonymous().SendAsync(Library)).ErrorCodes.ShouldBe(["NOT_SIGNED_IN"]);
    }

    [Fact]
    public async Task Editors_write_an_item_for_some_markets()
    {
        var editor = await _portal.SignInStaffAsync(StaffRole.ContentEditor);
        var input = new { title = "Georgia guide", section = "State guides", kind = "DOCUMENT", url = "https://www.example.org/ga.pdf", markets = new[] { "GA" }, position = 900, status = "PUBLISHED" };
        var saved = await editor.SendAsync(Save, new { input });
        var id = saved.Data("saveResource", "resource", "id").GetString();
        var (ohio, georgia) = (await _portal.SignInAsync("demo.admin"), await _portal.SignInAsync("demo.admin", Domain.Platform.Market.GA));
        (await georgia.SendAsync(Open, new { id })).Data("openResource").GetString().ShouldBe("https://www.example.org/ga.pdf");
        (await ohio.SendAsync(Open, new { id })).ErrorCodes.ShouldBe(["NOT_FOUND"]);
        const string node = "query($id: ID!) { node(id: $id) { ... on Resource { title } } }";
        (await ohio.SendAsync(node, new { id })).Data("node").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        (await georgia.SendAsync(node, new { id })).Data("node", "title").GetString().ShouldBe("Georgia guide");
        (await editor.SendAsync(Save, new { input = new { id, version = 2, input.title, input.section, input.kind, input.url, input.markets, input.position, input.status } }))
            .PayloadCodes("saveResource").ShouldBe(["CONCURRENT_CHANGE"]);
        (await ohio.SendAsync(Save, new { input })).PayloadCodes("saveResource").ShouldBe(["FORBIDDEN"]);
    }
}
