using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Letters;
using Portal.Graph.Domain.Platform.Letters.Rendering;
using Portal.Graph.Domain.Platform.Letters.Templates;
using Portal.Graph.Domain.Platform.Outbox.Tasks;
using Portal.Graph.Domain.Tests.Accounts;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Platform.Letters;

[Requirement("DOC-03", "DOC-04")]
public sealed class FreeLetterTests : IAsyncLifetime
{
    private static readonly Actor Ed = new() { Kind = ActorKind.Staff, UserId = 7, Name = "Ed Editor", Permissions = [Permission.StaffContentEdit] };
    private static readonly Actor Flo = Ed with { UserId = 8, Name = "Flo Editor" };
    private TestDatabase _database = null!;
    private ProviderAccount _account = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _account = Practice.Account(Market.OH, Market.GA).At(new()
        {
            Kind = AddressKind.Mailing, Line1 = "1 Example Street", City = "Dayton", State = "OH", Zip = "45402", EffectiveFrom = new(2020, 1, 1),
        });
        await Practice.UserAsync(_database, "jane.doe", _account);
    }

    public Task DisposeAsync() => _database.DisposeAsync().AsTask();

    [Fact]
    public async Task A_person_writes_by_the_approved_text_and_the_letter_goes_on_paper_too()
    {
        var letter = (await CreateAsync(Wanted(("topic", "Your address"), ("text", "Is it right?\nPlease tell us."), ("until", "2025-12-31")))).Value.ShouldNotBeNull();
        (letter.Kind, letter.Market, letter.SubjectNumber, letter.SubjectId, letter.State).ShouldBe(("L-FREE", Market.OH, "C2512010000001", null, LetterState.Pending));
        await _database.Services.GetRequiredService<OutboxTaskRunner>().RunDueAsync(default);
        await using var scope = _database.Scope(Ed);
        var view = (await scope.Get<LetterReads>().ViewAsync(letter.Id, default)).ShouldNotBeNull();
        view.Letter.State.ShouldBe(LetterState.Issued);
        foreach (var part in new[] { "Your address", "Please tell us.", "December 31, 2025", "C2512010000001", _account.Name }) view.Letter.Html.ShouldNotBeNull().ShouldContain(part);
        view.Deliveries.Select(d => d.Channel).ShouldBe([DeliveryChannel.Portal, DeliveryChannel.Mail]);
    }

    [Fact]
    public async Task Two_letters_to_one_provider_are_two_and_a_repeated_request_is_one()
    {
        var wanted = Wanted(("text", "One"));
        var first = (await CreateAsync(wanted, "r-1")).Value!;
        (await CreateAsync(wanted, "r-1")).Value!.Id.ShouldBe(first.Id);
        (await CreateAsync(Wanted(("text", "Two")), "r-1")).Refusals.Single().ShouldBeOfType<IdempotencyMismatch>();
        (await CreateAsync(wanted, "r-2")).Value!.Number.ShouldBe("L2512010000002");
    }

    [Fact]
    public async Task What_the_text_needs_is_asked_for_before_there_is_a_letter()
    {
        (await CreateAsync(Wanted(("topic", "No text")))).Refusals.Single().ShouldBeOfType<LetterFieldMissing>().ShouldSatisfyAllConditions(
            r => r.Fields.ShouldBe(["text"]), r => r.Path.ShouldBe(["fields"]));
        (await CreateAsync(Wanted(("text", "x"), ("nobody", "y")))).Refusals.Single().ShouldBeOfType<TemplateFieldUnknown>().Fields.ShouldBe(["nobody"]);
        (await CreateAsync(Wanted(("text", "x"), ("until", "31.12.2025")))).Refusals.Single().ShouldBeOfType<InvalidFormat>().Label.ShouldBe("until");
        (await CreateAsync(Wanted(("text", new('a', 4001))))).Refusals.Single().ShouldBeOfType<InvalidFormat>().Label.ShouldBe("text");
        (await CreateAsync(Wanted(("text", "x")) with { SubjectNumber = "C 1" })).Refusals.Single().Path.ShouldBe(["subjectNumber"]);
        (await CreateAsync(Wanted(("text", "x")) with { AccountId = 424242 })).Refusals.Single().ShouldBeOfType<NotFound>().Path.ShouldBe(["providerId"]);
        (await CreateAsync(Wanted(("text", "x")) with { Market = Market.NV })).Refusals.Single().Path.ShouldBe(["market"]);
        foreach (var template in new[] { "L-REG-WELCOME", "L-NONE", "L-FREE-lower", "L-FREE-NONE" })
            (await CreateAsync(Wanted(("text", "x")) with { Template = template })).Refusals.Single().ShouldBeOfType<NotFound>().Path.ShouldBe(["template"]);
        (await CreateAsync(Wanted(("text", "x")), actor: Ed with { Permissions = [Permission.StaffSupport] })).Refusals.Single().ShouldBeOfType<Forbidden>();
        await using var scope = _database.Scope(Actor.System("test"));
        (await scope.Db.Set<Letter>().CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_text_of_one_s_own_is_used_once_another_approved_it_and_until_it_is_retired()
    {
        var draft = new TemplateDraft("L-FREE-ADDRESS", null, "Please check your address", "Dear {{providerName}}, look at {{topic}}.");
        await using var author = _database.Scope(Ed);
        var saved = (await author.Get<TemplateDesk>().SaveAsync(draft, null, null, default)).Value.ShouldNotBeNull();
        (await author.Get<TemplateDesk>().SaveAsync(draft with { Key = "L-FREE-no" }, null, null, default)).Refusals.Single().ShouldBeOfType<InvalidFormat>().Path.ShouldBe(["key"]);
        (await author.Get<TemplateDesk>().SaveAsync(draft with { Key = $"L-FREE-{new string('A', 34)}" }, null, null, default)).Refusals.Single().ShouldBeOfType<InvalidFormat>();
        var wanted = Wanted(("topic", "page 2")) with { Template = "L-FREE-ADDRESS" };
        (await CreateAsync(wanted, "r-1")).Refusals.Single().ShouldBeOfType<NotFound>();
        await using var other = _database.Scope(Flo);
        var approved = (await other.Get<TemplateDesk>().ApproveAsync(saved.Id, saved.Version, default)).Value.ShouldNotBeNull();
        (await other.Get<FreeLetterDesk>().TemplatesAsync(default)).Select(t => t.Key).ShouldBe(["L-FREE", "L-FREE-ADDRESS"]);
        var preview = (await other.Get<FreeLetterDesk>().PreviewAsync(wanted, default)).Value.ShouldNotBeNull();
        LetterHtml.Article(preview).ShouldContain("look at page 2.");
        (await CreateAsync(wanted, "r-2")).Value!.Kind.ShouldBe("L-FREE-ADDRESS");
        (await other.Get<LetterReads>().Letters(new(Kind: "L-FREE")).PageAsync(1, 10, default)).Total.ShouldBe(1);
        (await other.Get<TemplateDesk>().RetireAsync(approved.Id, approved.Version, default)).Succeeded.ShouldBeTrue();
        (await CreateAsync(wanted, "r-3")).Refusals.Single().ShouldBeOfType<NotFound>();
        var welcome = (await other.Get<TemplateDesk>().Templates("L-REG-WELCOME", null, null).PageAsync(1, 10, default)).Rows.Single();
        (await other.Get<TemplateDesk>().RetireAsync(welcome.Id, welcome.Version, default)).Refusals.Single().ShouldBeOfType<InvalidStateTransition>();
    }

    private FreeLetter Wanted(params (string Name, string Value)[] fields) =>
        new("L-FREE", _account.Id, null, "c2512010000001", fields.ToDictionary(f => f.Name, f => (string?)f.Value));

    private async Task<Outcome<Letter>> CreateAsync(FreeLetter wanted, string request = "r", Actor? actor = null)
    {
        await using var scope = _database.Scope(actor ?? Ed);
        return await scope.Get<FreeLetterDesk>().CreateAsync(wanted, request, default);
    }
}
