using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts.Navigation;
using Portal.Graph.Domain.Accounts.Team;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Content;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Accounts.Navigation;

[Requirement("ACC-09")]
public sealed class HomeTileTests
{
    private static readonly Actor Editor = new() { Kind = ActorKind.Staff, UserId = 1, Name = "editor", Permissions = [Permission.StaffContentEdit] };
    private static readonly HomeTileDraft Draft = new("payments", null, "Look up payments", "claims.payments", [], 15, ContentState.Published);

    private static Actor With(PortalRole role, Market market = Market.OH) =>
        new() { Kind = ActorKind.PortalUser, UserId = 2, Name = "x", Market = market, Permissions = RoleTable.PermissionsOf(role) };

    [Fact]
    public async Task The_catalogue_s_tiles_are_there_from_the_start_and_each_shows_with_its_permission()
    {
        await using var database = await TestDatabase.CreateAsync();
        (await LabelsAsync(database, With(PortalRole.ProviderAdmin))).ShouldBe(
        [
            "Check member eligibility", "Search claims", "Run member reports", "Submit prior authorizations", "Access documents",
            "Pharmacy, radiology and dental information", "Assessments and progress notes", "Submit provider-roster updates",
        ]);
        (await LabelsAsync(database, With(PortalRole.FrontDesk))).ShouldBe(["Check member eligibility"]);
        (await LabelsAsync(database, Actor.Anonymous)).ShouldBeEmpty();
        (await LabelsAsync(database, Editor)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_tile_without_permissions_shows_to_those_who_may_open_its_page()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var editor = database.Scope(Editor);
        (await editor.Get<HomeTileDesk>().SaveAsync(null, null, Draft, default)).Succeeded.ShouldBeTrue();
        (await LabelsAsync(database, With(PortalRole.ProviderAdmin)))[1].ShouldBe("Look up payments");
        (await LabelsAsync(database, With(PortalRole.FrontDesk))).ShouldBe(["Check member eligibility"]);
    }

    [Fact]
    public async Task A_market_s_tile_takes_the_place_of_that_for_all_and_a_hidden_one_leaves_a_gap()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var editor = database.Scope(Editor);
        var desk = editor.Get<HomeTileDesk>();
        (await desk.SaveAsync(null, null, Draft with { Key = "eligibility", Market = Market.GA, Label = "Check Georgia eligibility", PageKey = "members.eligibility" }, default)).Succeeded.ShouldBeTrue();
        (await desk.SaveAsync(null, null, Draft with { Key = "eligibility", Market = Market.IN, State = ContentState.Hidden }, default)).Succeeded.ShouldBeTrue();
        (await LabelsAsync(database, With(PortalRole.FrontDesk, Market.GA))).ShouldBe(["Check Georgia eligibility"]);
        (await LabelsAsync(database, With(PortalRole.FrontDesk, Market.IN))).ShouldBeEmpty();
        (await LabelsAsync(database, With(PortalRole.FrontDesk))).ShouldBe(["Check member eligibility"]);
    }

    [Fact]
    public void A_tile_leads_to_a_page_of_the_portal_and_asks_for_permissions_of_its_users()
    {
        HomeTilePolicy.Faults(Draft).ShouldBeEmpty();
        HomeTilePolicy.Faults(Draft with { Key = "to pay", Label = " ", PageKey = "users.impersonate" }).Select(f => (f.Code, f.Path!.Single()))
            .ShouldBe([("INVALID_FORMAT", "key"), ("REQUIRED_FIELD_MISSING", "label"), ("INVALID_FORMAT", "pageKey")]);
        HomeTilePolicy.Faults(Draft with { Label = "<b>Payments</b>" }).ShouldHaveSingleItem().ShouldBeOfType<ContentUnsafeMarkup>();
        HomeTilePolicy.Faults(Draft with { PageKey = " " }).ShouldHaveSingleItem().ShouldBeOfType<RequiredFieldMissing>();
        HomeTilePolicy.Faults(Draft with { AnyOf = [Permission.ClaimsRead, Permission.StaffContentEdit] })
            .ShouldHaveSingleItem().ShouldBeOfType<PermissionNotAvailable>().Permissions.ShouldBe(["staff.content.edit"]);
    }

    [Fact]
    public async Task A_tile_is_written_anew_by_who_read_it_last_and_keeps_its_key_and_market()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var editor = database.Scope(Editor);
        var (desk, reads) = (editor.Get<HomeTileDesk>(), editor.Get<HomeTileReads>());
        (await desk.SaveAsync(null, null, Draft with { Key = "claims" }, default)).Refusals.ShouldHaveSingleItem().ShouldBeOfType<ContentKeyTaken>().Path.ShouldBe(["key"]);
        var claims = (await reads.AllAsync(null, default)).Single(t => t.Key == "claims");
        var saved = (await desk.SaveAsync(claims.Id, claims.Version, Draft with { Key = "other", Market = Market.GA, Label = "Find a claim" }, default)).Value.ShouldNotBeNull();
        (saved.Key, saved.Market, saved.Label, saved.Version).ShouldBe(("claims", null, "Find a claim", 2));
        (await desk.SaveAsync(claims.Id, claims.Version, Draft, default)).Refusals.Single().ShouldBeOfType<ConcurrentChange>();
        (await desk.SaveAsync(987654, 1, Draft, default)).Refusals.Single().ShouldBeOfType<NotFound>();
        var row = await editor.Db.Set<AuditEvent>().AsNoTracking().SingleAsync(e => e.Action == "homeTile.saved");
        row.Before!.ShouldContain("Search claims");
        row.After!.ShouldContain("Find a claim");

        await using var biller = database.Scope(With(PortalRole.Billing));
        (await biller.Get<HomeTileDesk>().SaveAsync(null, null, Draft, default)).Refusals.Single().ShouldBeOfType<Forbidden>();
        (await biller.Get<HomeTileReads>().AllAsync(null, default)).ShouldBeEmpty();
        (await biller.Get<HomeTileReads>().EditedAsync(claims.Id, default)).ShouldBeNull();
    }

    private static async Task<List<string>> LabelsAsync(TestDatabase database, Actor actor)
    {
        await using var scope = database.Scope(actor);
        return [.. (await scope.Get<HomeTileReads>().ShownAsync(default)).Select(t => t.Label)];
    }
}
