using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Letters;
using Portal.Graph.Domain.Platform.Letters.Templates;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Platform.Letters;

public sealed class TemplateDeskTests : IAsyncLifetime
{
    private static readonly Actor Ed = new() { Kind = ActorKind.Staff, UserId = 7, Name = "Ed", Permissions = [Permission.StaffContentEdit] };
    private static readonly Actor Flo = Ed with { UserId = 8, Name = "Flo" };
    private static readonly Actor Gus = Ed with { UserId = 9, Name = "Gus" };
    private static readonly TemplateDraft Draft = new(LetterKinds.Welcome.Key, Market.GA, "Welcome, y'all", "Dear {{name}}");
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact, Requirement("DOC-04")]
    public async Task Every_letter_has_a_text_in_use_and_every_text_can_be_read()
    {
        await using var scope = _database.Scope(Ed);
        var templates = (await scope.Get<TemplateDesk>().Templates(null, null, LetterTemplateState.Approved).PageAsync(1, 100, default)).Rows;
        templates.Select(t => t.Key).ShouldBe(LetterKinds.All.Select(k => k.Key).Order(StringComparer.Ordinal));
        foreach (var template in templates)
            scope.Get<TemplateDesk>().Preview(new(template.Key, null, template.Title, template.Body)).Succeeded.ShouldBeTrue(template.Key);
    }

    [Fact, Requirement("DOC-04")]
    public async Task A_text_is_approved_by_somebody_who_wrote_no_word_of_it_and_retires_the_one_before()
    {
        var first = await SaveAsync(Ed, Draft);
        first.ShouldSatisfyAllConditions(t => t.State.ShouldBe(LetterTemplateState.Draft), t => t.TemplateVersion.ShouldBe(1));
        first = await SaveAsync(Flo, Draft with { Body = "Hello {{name}}" }, first.Id, first.Version);
        foreach (var author in new[] { Ed, Flo })
            (await ApproveAsync(author, first)).Refusals.ShouldHaveSingleItem().ShouldBeOfType<ApprovalByAuthorForbidden>();
        (await ApproveAsync(Gus with { Permissions = [] }, first)).Refusals.ShouldHaveSingleItem().ShouldBeOfType<Forbidden>();
        first = (await ApproveAsync(Gus, first)).Value.ShouldNotBeNull();
        first.ShouldSatisfyAllConditions(t => t.State.ShouldBe(LetterTemplateState.Approved), t => t.Approver.ShouldBe("Gus"));
        (await ApproveAsync(Gus, first)).Refusals.ShouldHaveSingleItem().ShouldBeOfType<InvalidStateTransition>();

        var second = await SaveAsync(Ed, Draft with { Body = "Hi {{name}}" });
        second.TemplateVersion.ShouldBe(2);
        (await ApproveAsync(Gus, second)).Succeeded.ShouldBeTrue();
        await using var scope = _database.Scope(Ed);
        (await scope.Get<TemplateDesk>().FindAsync(first.Id, default)).ShouldNotBeNull().State.ShouldBe(LetterTemplateState.Retired);
        // What is in use is never written over.
        (await scope.Get<TemplateDesk>().SaveAsync(Draft, second.Id, second.Version + 1, default)).Refusals.ShouldHaveSingleItem().ShouldBeOfType<InvalidStateTransition>();
    }

    [Fact, Requirement("DOC-04")]
    public async Task A_markets_own_text_comes_first_and_when_it_is_retired_the_one_for_all()
    {
        var own = (await ApproveAsync(Gus, await SaveAsync(Ed, Draft))).Value.ShouldNotBeNull();
        (await InUseAsync(Market.GA)).Id.ShouldBe(own.Id);
        var everywhere = await InUseAsync(Market.OH);
        everywhere.Market.ShouldBeNull();
        await using (var scope = _database.Scope(Ed))
        {
            (await scope.Get<TemplateDesk>().RetireAsync(everywhere.Id, everywhere.Version, default)).Refusals.ShouldHaveSingleItem().ShouldBeOfType<InvalidStateTransition>();
            (await scope.Get<TemplateDesk>().RetireAsync(own.Id, own.Version, default)).Succeeded.ShouldBeTrue();
        }
        (await InUseAsync(Market.GA)).Id.ShouldBe(everywhere.Id);
    }

    [Fact, Requirement("DOC-04")]
    public async Task What_cannot_be_a_letter_is_not_saved()
    {
        await using var scope = _database.Scope(Ed);
        var desk = scope.Get<TemplateDesk>();
        (await desk.SaveAsync(Draft with { Body = "{{nobody}}" }, null, null, default)).Refusals.ShouldHaveSingleItem().ShouldBeOfType<TemplateFieldUnknown>();
        (await desk.SaveAsync(Draft with { Title = "", Body = " " }, null, null, default)).Refusals.Select(r => r.GetType()).ShouldBe([typeof(RequiredFieldMissing), typeof(RequiredFieldMissing)]);
        (await desk.SaveAsync(new("", null, "", ""), null, null, default)).Refusals.Select(r => r.Path?.Single()).ShouldBe(["key", "title", "body"]);
        (await desk.SaveAsync(Draft with { Title = new('x', 121) }, null, null, default)).Refusals.ShouldHaveSingleItem().ShouldBeOfType<InvalidFormat>();
        (await desk.SaveAsync(Draft with { Title = new('x', 120) }, null, null, default)).Succeeded.ShouldBeTrue();
        (await desk.SaveAsync(Draft with { Key = "L-NONE" }, null, null, default)).Refusals.ShouldHaveSingleItem().ShouldBeOfType<NotFound>();
        desk.Preview(Draft).Value.ShouldNotBeNull().Recipient[0].ShouldBe("Example Family Practice");
        desk.Preview(Draft with { Body = "{{#if}}" }).Succeeded.ShouldBeFalse();
    }

    private async Task<LetterTemplate> SaveAsync(Actor actor, TemplateDraft draft, long? id = null, int? version = null)
    {
        await using var scope = _database.Scope(actor);
        return (await scope.Get<TemplateDesk>().SaveAsync(draft, id, version, default)).Value.ShouldNotBeNull();
    }

    private async Task<Outcome<LetterTemplate>> ApproveAsync(Actor actor, LetterTemplate template)
    {
        await using var scope = _database.Scope(actor);
        return await scope.Get<TemplateDesk>().ApproveAsync(template.Id, template.Version, default);
    }

    private async Task<LetterTemplate> InUseAsync(Market market)
    {
        await using var scope = _database.Scope(Actor.System("test"));
        return await scope.Get<LetterBox>().TemplateAsync(LetterKinds.Welcome.Key, market, default);
    }
}
