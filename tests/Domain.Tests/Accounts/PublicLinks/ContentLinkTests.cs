using Portal.Graph.Domain.Accounts.PublicLinks;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Content;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Accounts.PublicLinks;

[Requirement("ACC-20")]
public sealed class ContentLinkTests
{
    private static readonly Actor Editor = new() { Kind = ActorKind.Staff, UserId = 1, Name = "editor", Permissions = [Permission.StaffContentEdit] };
    private static readonly ContentLinkDraft Draft = new("tools.forms", null, LinkGroup.Tools, "Forms", null, "https://www.example.org/forms", null, 10, null, null, ContentState.Published);
    private static readonly DateOnly Today = new(2025, 12, 1);

    [Fact]
    public void A_market_s_row_takes_the_place_of_that_for_all_and_hides_it_when_hidden()
    {
        var all = ContentLink.Of(Draft);
        var ohio = ContentLink.Of(Draft with { Market = Market.OH, Label = "Ohio forms" });
        var georgia = ContentLink.Of(Draft with { Market = Market.GA, State = ContentState.Hidden });
        ContentLink[] rows = [all, ohio, georgia];
        ContentLinkPolicy.Shown(rows, Market.OH, Today).ShouldBe([ohio]);
        ContentLinkPolicy.Shown(rows, Market.IN, Today).ShouldBe([all]);
        ContentLinkPolicy.Shown(rows, null, Today).ShouldBe([all]);
        ContentLinkPolicy.Shown(rows, Market.GA, Today).ShouldBeEmpty();
    }

    [Fact]
    public void Rows_are_shown_from_their_first_to_their_last_day_in_the_order_of_their_positions()
    {
        var dated = ContentLink.Of(Draft with { From = Today, To = Today.AddDays(1) });
        ContentLinkPolicy.Shown([dated], null, Today.AddDays(-1)).ShouldBeEmpty();
        ContentLinkPolicy.Shown([dated], null, Today).ShouldBe([dated]);
        ContentLinkPolicy.Shown([dated], null, Today.AddDays(1)).ShouldBe([dated]);
        ContentLinkPolicy.Shown([dated], null, Today.AddDays(2)).ShouldBeEmpty();
        // A market's row that is not in force yet leaves the place to the one for all.
        var next = ContentLink.Of(Draft with { Market = Market.OH, From = Today.AddDays(1) });
        var first = ContentLink.Of(Draft with { Key = "tools.first", Position = 5 });
        ContentLinkPolicy.Shown([dated, next, first], Market.OH, Today).ShouldBe([first, dated]);
    }

    [Fact]
    public void Every_fault_of_a_row_is_told_at_once_beside_its_field()
    {
        ContentLinkPolicy.Faults(Draft).ShouldBeEmpty();
        ContentLinkPolicy.Faults(Draft with { Key = "forms", Label = " ", Url = null, From = Today, To = Today.AddDays(-1) }).Select(f => (f.GetType(), f.Path!.Single())).ShouldBe(
            [(typeof(RequiredFieldMissing), "label"), (typeof(InvalidFormat), "key"), (typeof(RequiredFieldMissing), "url"), (typeof(DateRangeReversed), "to")]);
        ContentLinkPolicy.Faults(Draft with { PageKey = "claims.disputes" }).Single().Path.ShouldBe(["url"]);
        ContentLinkPolicy.Faults(Draft with { Group = LinkGroup.Banner }).ShouldHaveSingleItem().ShouldBeOfType<RequiredFieldMissing>().Path.ShouldBe(["body"]);
        ContentLinkPolicy.Faults(Draft with { Group = LinkGroup.Note, Body = "Plain.", Url = null }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("https://www.example.org/a?b=1", null)]
    [InlineData("tel:1-866-206-0554", null)]
    [InlineData("mailto:help@example.org", null)]
    [InlineData("http://www.example.org/", typeof(ContentUnsafeMarkup))]
    [InlineData("javascript:alert(1)", typeof(ContentUnsafeMarkup))]
    [InlineData("data:text/html,x", typeof(ContentUnsafeMarkup))]
    [InlineData("https://www.example.org@evil.example/", typeof(ContentUnsafeMarkup))]
    [InlineData("https://x/<script>", typeof(ContentUnsafeMarkup))]
    [InlineData("www.example.org", typeof(InvalidFormat))]
    public void Links_lead_to_web_pages_telephones_and_mail_only(string address, Type? refusal) =>
        ContentPolicy.Link("Address", "url", address).SingleOrDefault()?.GetType().ShouldBe(refusal);

    [Theory]
    [InlineData("Under 5 < 6, and 7 > 6", false)]
    [InlineData("<b>bold</b>", true)]
    [InlineData("a </p>", true)]
    [InlineData("a <!-- x -->", true)]
    [InlineData("bell \u0007", true)]
    public void Texts_are_plain(string text, bool unsafeMarkup) => ContentPolicy.Text("Text", "body", text, 100).Any(f => f is ContentUnsafeMarkup).ShouldBe(unsafeMarkup);

    [Fact]
    public async Task Editors_write_rows_once_per_key_and_market_and_nobody_overwrites_another()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var scope = database.Scope(Editor);
        var desk = scope.Get<ContentLinkDesk>();
        (await desk.SaveAsync(null, null, Draft, default)).Refusals.ShouldHaveSingleItem().ShouldBeOfType<ContentKeyTaken>().Path.ShouldBe(["key"]);
        var ohio = (await desk.SaveAsync(null, null, Draft with { Market = Market.OH, Label = "Ohio forms" }, default)).Value.ShouldNotBeNull();
        (await desk.SaveAsync(ohio.Id, ohio.Version, Draft with { Key = "other.key", Market = Market.GA, Label = "Forms of Ohio" }, default)).Value!.Key.ShouldBe("tools.forms");
        (await desk.SaveAsync(ohio.Id, 1, Draft, default)).Refusals.ShouldHaveSingleItem().ShouldBeOfType<ConcurrentChange>();
        (await desk.SaveAsync(987654, 1, Draft, default)).Refusals.ShouldHaveSingleItem().ShouldBeOfType<NotFound>();

        await using var reader = database.Scope(Actor.Anonymous);
        var reads = reader.Get<ContentLinkReads>();
        (await reads.FindAsync("tools.forms", Market.OH, default))!.Label.ShouldBe("Forms of Ohio");
        (await reads.FindAsync("tools.forms", Market.GA, default))!.Label.ShouldBe("Forms");
        (await reads.AllAsync(null, null, default)).ShouldBeEmpty();
        (await reader.Get<ContentLinkDesk>().SaveAsync(null, null, Draft, default)).Refusals.ShouldHaveSingleItem().ShouldBeOfType<NotSignedIn>();
    }
}
