using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Schema.Tests.Work;

namespace Portal.Graph.Schema.Tests.Accounts.Navigation;

[Requirement("ACC-09")]
public sealed class HomeTileTests(DemoPortal demo) : IClassFixture<DemoPortal>
{
    private const string Save = "mutation($input: SaveHomeTileInput!) { saveHomeTile(input: $input) { homeTile { id key market permissions } errors { ... on Error { code path } } } }";
    private readonly TestPortal _portal = demo.Portal;

    [Fact]
    public async Task A_tile_that_an_editor_writes_for_a_market_stands_on_the_home_page_there()
    {
        var editor = await _portal.SignInStaffAsync(StaffRole.ContentEditor);
        (await editor.SendAsync("{ homeTiles { key label permissions } }")).Data("homeTiles", 1, "permissions", 0).GetString().ShouldBe("claims.read");
        var tile = new { key = "payments", market = "OH", label = "Look up payments", pageKey = "claims.payments", permissions = new[] { "payments.read" }, position = 5, state = "PUBLISHED" };
        (await editor.SendAsync(Save, new { input = tile })).Data("saveHomeTile", "homeTile", "permissions", 0).GetString().ShouldBe("payments.read");
        var biller = await _portal.SignInAsync("demo.billing");
        (await biller.SendAsync("{ viewer { tiles { key label pageKey } } }")).Data("viewer", "tiles", 0, "label").GetString().ShouldBe("Look up payments");

        (await editor.SendAsync(Save, new { input = tile })).PayloadCodes("saveHomeTile").ShouldBe(["CONTENT_KEY_TAKEN"]);
        (await editor.SendAsync(Save, new { input = tile with { market = "GA", permissions = ["no.such"] } })).PayloadCodes("saveHomeTile").ShouldBe(["PERMISSION_NOT_AVAILABLE"]);
        (await editor.SendAsync(Save, new { input = tile with { market = "GA", pageKey = "no.such" } })).PayloadCodes("saveHomeTile").ShouldBe(["INVALID_FORMAT"]);
        (await biller.SendAsync(Save, new { input = tile })).PayloadCodes("saveHomeTile").ShouldBe(["FORBIDDEN"]);
        (await biller.SendAsync("{ homeTiles { key } }")).ErrorCodes.ShouldBe(["FORBIDDEN"]);
    }
}
