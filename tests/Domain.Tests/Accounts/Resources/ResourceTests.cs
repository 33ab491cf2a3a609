using Portal.Graph.Domain.Accounts.Resources;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Content;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Accounts.Resources;

[Requirement("ACC-17")]
public sealed class ResourceTests
{
    private static readonly Actor Editor = new() { Kind = ActorKind.Staff, UserId = 1, Name = "editor", Permissions = [Permission.StaffContentEdit] };
    private static readonly Actor Reader = new() { Kind = ActorKind.PortalUser, UserId = 2, Name = "reader", Market = Market.OH };
    private static readonly ResourceDraft Draft = new("Guide", "Guides", ResourceKind.Document, null, "https://www.example.org/guide.pdf", [], 10, ResourceStatus.Published);

    [Fact]
    public void What_is_published_in_the_market_opens_and_what_is_not_says_why()
    {
        ResourcePolicy.Address(Resource.Of(Draft), Market.OH).Value.ShouldBe("https://www.example.org/guide.pdf");
        ResourcePolicy.Address(Resource.Of(Draft with { Status = ResourceStatus.ComingSoon }), Market.OH).Refusals.Single().ShouldBeOfType<ResourceNotAvailable>().ComingSoon.ShouldBeTrue();
        ResourcePolicy.Address(Resource.Of(Draft with { Status = ResourceStatus.Hidden }), Market.OH).Refusals.Single().ShouldBeOfType<ResourceNotAvailable>().ComingSoon.ShouldBeFalse();
        ResourcePolicy.Address(Resource.Of(Draft with { Markets = [Market.GA] }), Market.OH).Refusals.Single().ShouldBeOfType<NotFound>();
        ResourcePolicy.Address(Resource.Of(Draft with { Markets = [Market.GA, Market.OH] }), Market.OH).Succeeded.ShouldBeTrue();
        ResourcePolicy.Address(null, Market.OH).Refusals.Single().ShouldBeOfType<NotFound>();
    }

    [Fact]
    public void Sections_stand_where_their_first_item_does()
    {
        Resource Item(string section, string title, int position) => Resource.Of(Draft with { Section = section, Title = title, Position = position });
        ResourcePolicy.InOrder([Item("B", "late", 40), Item("A", "third", 30), Item("B", "first", 10), Item("A", "second", 20)]).Select(r => r.Title)
            .ShouldBe(["first", "late", "second", "third"]);
    }

    [Fact]
    public async Task Editors_write_items_and_readers_see_those_of_their_market()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var editor = database.Scope(Editor);
        var desk = editor.Get<ResourceDesk>();
        (await desk.SaveAsync(null, null, Draft with { Title = " ", Url = null }, default)).Refusals.Select(r => r.Path!.Single()).ShouldBe(["title", "url"]);
        (await desk.SaveAsync(null, null, Draft with { Title = "<i>x</i>" }, default)).Refusals.Single().ShouldBeOfType<ContentUnsafeMarkup>();
        var georgia = (await desk.SaveAsync(null, null, Draft with { Title = "Georgia guide", Section = "Guides of states", Markets = [Market.GA, Market.GA] }, default)).Value.ShouldNotBeNull();
        georgia.Markets.ShouldBe([Market.GA]);
        (await desk.SaveAsync(georgia.Id, 7, Draft, default)).Refusals.Single().ShouldBeOfType<ConcurrentChange>();

        await using var ohio = database.Scope(Reader);
        (await ohio.Get<ResourceReads>().ShownAsync("guides of states", default)).ShouldBeEmpty();
        (await ohio.Get<ResourceReads>().AllAsync(null, null, default)).ShouldBeEmpty();
        await using var atlanta = database.Scope(Reader with { Market = Market.GA });
        (await atlanta.Get<ResourceReads>().ShownAsync("guides of states", default)).Single().Title.ShouldBe("Georgia guide");
        (await editor.Get<ResourceReads>().AllAsync(ResourceStatus.ComingSoon, null, default)).Single().Title.ShouldBe("Provider quick reference guide");
        (await ohio.Get<ResourceDesk>().SaveAsync(null, null, Draft, default)).Refusals.Single().ShouldBeOfType<Forbidden>();
    }
}
