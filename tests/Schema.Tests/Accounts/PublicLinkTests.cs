using System.Text.Json;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Schema.Tests.Work;

namespace Portal.Graph.Schema.Tests.Accounts;

public sealed class PublicLinkTests(DemoPortal demo) : IClassFixture<DemoPortal>
{
    private const string Links = "query($market: Market) { publicLinks(market: $market) { group links { key label url pageKey } } banner(market: $market) { title text url } }";
    private const string Save = "mutation($input: SaveContentLinkInput!) { saveContentLink(input: $input) { contentLink { id version label } errors { __typename ... on Error { code path } } } }";
    private readonly TestPortal _portal = demo.Portal;

    [Fact, Requirement("ACC-20", "ACC-06", "COM-05")]
    public async Task Visitors_find_every_link_of_the_overview_the_help_and_the_banner_by_market()
    {
        var ohio = await _portal.Anonymous().SendAsync(Links, new { market = "OH" });
        Count(ohio, "OVERVIEW").ShouldBe(3);
        Count(ohio, "TOOLS").ShouldBe(10);
        Count(ohio, "PORTAL").ShouldBe(6);
        Count(ohio, "EDUCATION").ShouldBe(12);
        Labels(ohio, "TOP_MENU").ShouldBe(["Plans", "Members", "Providers", "Producers", "About Us", "Login", "Find a Doctor", "Call Nurse", "Español"]);
        Labels(ohio, "HELP").ShouldBe(["How to register", "How to reset your password"]);
        Labels(ohio, "MORE").ShouldBe(["Find the plan that is right for you", "Not a provider? Become one"]);
        Labels(ohio, "TOOLS").ShouldContain("Ohio Waiver");
        ohio.Data("banner", "text").GetString()!.ShouldContain("COVID-19");
        ohio.Data("banner", "url").GetString()!.ShouldStartWith("https://");
        var indiana = await _portal.Anonymous().SendAsync(Links, new { market = "IN" });
        Labels(indiana, "TOOLS").ShouldNotContain("Ohio Waiver");
        Count(indiana, "TOOLS").ShouldBe(9);
        ohio.Data("publicLinks").EnumerateArray().SelectMany(g => g.GetProperty("links").EnumerateArray())
            .ShouldAllBe(l => l.GetProperty("url").ValueKind != JsonValueKind.Null || l.GetProperty("pageKey").ValueKind != JsonValueKind.Null);
    }

    [Fact, Requirement("ACC-08")]
    public async Task The_member_entrance_is_a_row_that_editors_write_for_a_market()
    {
        var editor = await _portal.SignInStaffAsync(StaffRole.ContentEditor);
        var row = new { key = "login.member", market = "WV", group = "LOGIN", label = "Members of West Virginia", url = "https://wv.members.example.org/", position = 1, state = "PUBLISHED" };
        var saved = await editor.SendAsync(Save, new { input = row });
        saved.PayloadCodes("saveContentLink").ShouldBeEmpty();
        const string entrances = "query($market: Market) { entrances(market: $market) { key label url } }";
        (await _portal.Anonymous().SendAsync(entrances, new { market = "WV" })).Data("entrances", 1, "url").GetString().ShouldBe("https://wv.members.example.org/");
        (await _portal.Anonymous().SendAsync(entrances, new { market = "KY" })).Data("entrances", 1, "url").GetString().ShouldBe("https://members.example.org/");

        (await editor.SendAsync(Save, new { input = row })).PayloadCodes("saveContentLink").ShouldBe(["CONTENT_KEY_TAKEN"]);
        var unsafeRow = await editor.SendAsync(Save, new { input = row with { market = "NV", label = "<b>Members</b>", url = "javascript:alert(1)" } });
        unsafeRow.PayloadCodes("saveContentLink").ShouldBe(["CONTENT_UNSAFE_MARKUP", "CONTENT_UNSAFE_MARKUP"]);
        (await editor.SendAsync("{ contentLinks(market: WV) { key market } }")).Data("contentLinks").GetArrayLength().ShouldBe(1);
        var analyst = await _portal.SignInStaffAsync(StaffRole.ClaimsAnalyst);
        (await analyst.SendAsync(Save, new { input = row })).PayloadCodes("saveContentLink").ShouldBe(["FORBIDDEN"]);
        (await analyst.SendAsync("{ contentLinks { key } }")).ErrorCodes.ShouldBe(["FORBIDDEN"]);
    }

    private static int Count(ApiAnswer answer, string group) => Labels(answer, group).Count;

    private static List<string?> Labels(ApiAnswer answer, string group) =>
        [.. answer.Data("publicLinks").EnumerateArray().Single(g => g.GetProperty("group").GetString() == group).GetProperty("links").EnumerateArray().Select(l => l.GetProperty("label").GetString())];
}
