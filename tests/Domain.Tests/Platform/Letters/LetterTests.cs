using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Files;
using Portal.Graph.Domain.Platform.Files.Care;
using Portal.Graph.Domain.Platform.Letters;
using Portal.Graph.Domain.Platform.Letters.Rendering;
using Portal.Graph.Domain.Platform.Letters.Templates;
using Portal.Graph.Domain.Platform.Mail;
using Portal.Graph.Domain.Platform.Outbox.Tasks;
using Portal.Graph.Domain.Tests.Accounts;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Platform.Letters;

public sealed class LetterTests : IAsyncLifetime
{
    private static readonly Actor Editor = new() { Kind = ActorKind.Staff, UserId = 7, Name = "Ed Editor", Permissions = [Permission.StaffContentEdit] };
    private TestDatabase _database = null!;
    private ProviderAccount _account = null!;
    private User _user = null!;

    private OutboxTaskRunner Runner => _database.Services.GetRequiredService<OutboxTaskRunner>();

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _account = Practice.Account(Market.OH).At(new()
        {
            Kind = AddressKind.Service, Line1 = "1 Example Street", City = "Dayton", State = "OH", Zip = "45402", EffectiveFrom = new(2020, 1, 1),
        });
        _user = await Practice.UserAsync(_database, "jane.doe", _account);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact, Requirement("PLT-21", "DOC-03")]
    public async Task A_letter_stored_with_its_subject_is_written_with_all_that_section_D_asks_for()
    {
        await AddAsync();
        await Runner.RunDueAsync(default);
        var letter = await OnlyAsync();
        letter.ShouldSatisfyAllConditions(
            l => l.State.ShouldBe(LetterState.Issued), l => l.Number.ShouldBe("L2512010000001"), l => l.Market.ShouldBe(Market.OH),
            l => l.CreatedDate.ShouldBe(new(2025, 12, 1)), l => l.IssuedAt.ShouldBe(_database.Clock.GetUtcNow()));
        var text = PdfText.Of(await BytesAsync(letter, Editor));
        foreach (var part in new[] { letter.Number, "December 1, 2025", "Ohio", _account.Name, "1 Example Street", "Dayton, OH 45402", _account.CareSourceProviderId, "1-800-488-0134", "jane.doe" })
            text.ShouldContain(part);
        letter.Html.ShouldNotBeNull().ShouldContain(_account.CareSourceProviderId);
        await using var scope = _database.Scope(Editor);
        (await scope.Get<LetterReads>().ViewAsync(letter.Id, default)).ShouldNotBeNull().Deliveries.Select(d => (d.Channel, d.State)).ShouldBe([(DeliveryChannel.Portal, DeliveryState.Sent)]);
    }

    [Fact, Requirement("DOC-03")]
    public async Task Drawn_again_from_what_is_stored_it_is_the_same_to_the_byte()
    {
        await AddAsync();
        await Runner.RunDueAsync(default);
        var letter = await OnlyAsync();
        await using (var scope = _database.Scope(Actor.System("test")))
        await using (var write = await scope.Db.BeginWriteAsync(default))
        {
            // The practice moves; its letter does not change.
            (await scope.Db.Set<ProviderAccount>().SingleAsync(a => a.Id == _account.Id)).Name = "Another name";
            await write.CommitAsync(default);
        }
        _database.Clock.Advance(TimeSpan.FromDays(400));
        var again = LetterDesk.Document(await OnlyAsync()).Value.ShouldNotBeNull();
        LetterPdf.Draw(again).ShouldBe(await BytesAsync(letter, Editor));
        LetterHtml.Page(again).ShouldBe(letter.Html);
    }

    [Fact, Requirement("DOC-04")]
    public async Task A_missing_field_blocks_the_letter_until_it_is_there()
    {
        var homeless = Practice.Account(Market.IN);
        await Practice.UserAsync(_database, "john.roe", homeless);
        await AddAsync(homeless, new LetterValues().Set("name", "John Roe"));
        (await Runner.RunDueAsync(default)).ShouldBe(1);
        var letter = await OnlyAsync();
        letter.ShouldSatisfyAllConditions(l => l.State.ShouldBe(LetterState.Blocked), l => l.MissingFields.ShouldBe("providerAddress,username"), l => l.FileId.ShouldBeNull());
        await using (var scope = _database.Scope(Actor.System("test")))
        await using (var write = await scope.Db.BeginWriteAsync(default))
        {
            (await scope.Db.Set<ProviderAccount>().SingleAsync(a => a.Id == homeless.Id)).At(new()
            {
                Kind = AddressKind.Mailing, Line1 = "P.O. Box 2", City = "Gary", State = "IN", Zip = "46402", EffectiveFrom = new(2020, 1, 1),
            });
            await write.CommitAsync(default);
        }
        await using (var scope = _database.Scope(Editor))
            (await scope.Get<LetterDesk>().TryAgainAsync(letter.Id, letter.Version, default)).Succeeded.ShouldBeTrue();
        await Runner.RunDueAsync(default);
        (await OnlyAsync()).MissingFields.ShouldBe("username");
    }

    [Fact, Requirement("PLT-21")]
    public async Task Asked_for_at_once_by_many_there_is_one_letter_of_a_kind_about_a_subject()
    {
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => AddAsync())));
        await AddAsync();
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Runner.RunDueAsync(default))));
        (await OnlyAsync()).State.ShouldBe(LetterState.Issued);
        await using var scope = _database.Scope(Actor.System("test"));
        (await scope.Db.Set<Delivery>().CountAsync()).ShouldBe(1);
        (await scope.Db.Set<StoredFile>().CountAsync()).ShouldBe(1);
    }

    [Fact, Requirement("PLT-21")]
    public async Task A_process_that_dies_after_storing_the_file_leaves_one_letter_with_one_file_all_the_same()
    {
        await AddAsync();
        var taken = (await Runner.TakeAsync(default)).ShouldNotBeNull();
        await using (var dying = _database.Scope(Actor.System("test")))
        {
            // All that the handler does before it marks the letter; then the process is gone.
            var letter = await dying.Db.Set<Letter>().AsNoTracking().Include(l => l.Template).SingleAsync(l => l.Id == taken.SubjectId);
            var values = (await dying.Get<LetterFacts>().OfAsync(letter, default)).With(letter.Values);
            var drawn = LetterLayout.Compose(LetterKinds.Welcome, letter.Template!.Title, letter.Template.Body, values, letter.Market).Value.ShouldNotBeNull();
            await dying.Get<ServerFiles>().KeepAsync($"{letter.Number}.pdf", LetterPdf.Draw(drawn), default);
        }
        _database.Clock.Advance(OutboxLeases.Life);
        await Runner.RunDueAsync(default);
        var issued = await OnlyAsync();
        issued.State.ShouldBe(LetterState.Issued);
        _database.Clock.Advance(TimeSpan.FromDays(1));
        await using var scope = _database.Scope(Actor.System("job"));
        (await scope.Get<FileCleanup>().RunAsync(default)).ShouldBe(new CleanupReport(0, 0, 1, 0));
        PdfText.Of(await BytesAsync(issued, Editor)).ShouldContain(issued.Number);
    }

    [Fact, Requirement("DOC-03")]
    public async Task A_correction_is_a_new_letter_that_supersedes_the_old_one()
    {
        await AddAsync();
        await Runner.RunDueAsync(default);
        var wrong = await OnlyAsync();
        var sum = SHA256.HashData(await BytesAsync(wrong, Editor));
        await using (var scope = _database.Scope(Editor))
        {
            var desk = scope.Get<LetterDesk>();
            (await desk.SupersedeAsync(wrong.Id, wrong.Version + 1, new Dictionary<string, string?>(), default)).Refusals.ShouldHaveSingleItem().ShouldBeOfType<ConcurrentChange>();
            (await desk.SupersedeAsync(wrong.Id, wrong.Version, new Dictionary<string, string?> { ["number"] = "L1" }, default)).Refusals.ShouldHaveSingleItem().ShouldBeOfType<TemplateFieldUnknown>();
            var missing = (await desk.SupersedeAsync(wrong.Id, wrong.Version, new Dictionary<string, string?> { ["username"] = "" }, default)).Refusals.ShouldHaveSingleItem();
            missing.ShouldBeOfType<LetterFieldMissing>().Fields.ShouldBe(["username"]);
            var right = (await desk.SupersedeAsync(wrong.Id, wrong.Version, new Dictionary<string, string?> { ["username"] = "jane.roe" }, default)).Value.ShouldNotBeNull();
            right.ShouldSatisfyAllConditions(r => r.SupersedesId.ShouldBe(wrong.Id), r => r.Revision.ShouldBe(1), r => r.Number.ShouldBe("L2512010000002"));
            (await desk.SupersedeAsync(wrong.Id, wrong.Version, new Dictionary<string, string?>(), default)).Refusals.ShouldHaveSingleItem().ShouldBeOfType<InvalidStateTransition>();
        }
        await Runner.RunDueAsync(default);
        await using var after = _database.Scope(Editor);
        var view = (await after.Get<LetterReads>().ViewAsync(wrong.Id, default)).ShouldNotBeNull();
        PdfText.Of(await BytesAsync(view.SupersededBy.ShouldNotBeNull(), Editor)).ShouldContain("jane.roe");
        SHA256.HashData(await BytesAsync(wrong, Editor)).ShouldBe(sum);
    }

    [Fact, Requirement("DOC-02")]
    public async Task A_letters_file_is_open_to_its_account_and_to_staff_who_see_letters_and_to_nobody_else()
    {
        await AddAsync();
        await Runner.RunDueAsync(default);
        var letter = await OnlyAsync();
        var provider = new Actor
        {
            Kind = ActorKind.PortalUser, UserId = _user.Id, Name = "jane", Market = Market.OH, AccountIds = new[] { _account.Id }.ToFrozenSet(), Permissions = [Permission.DocumentsRead],
        };
        (await BytesAsync(letter, provider)).Length.ShouldBeGreaterThan(1000);
        foreach (var other in new[] { provider with { Permissions = [Permission.ClaimsRead] }, provider with { AccountIds = new[] { _account.Id + 1 }.ToFrozenSet() }, Editor with { Permissions = [Permission.StaffJobs] } })
        {
            await using var scope = _database.Scope(other);
            (await scope.Get<FileReads>().OpenAsync(letter.FileId!.Value, default)).Refusals.ShouldHaveSingleItem().ShouldBeOfType<NotFound>();
        }
    }

    [Fact, Requirement("DOC-05")]
    public async Task Administrators_who_want_it_are_mailed_that_there_is_a_letter_and_not_what_it_says()
    {
        await AddAsync();
        await Runner.RunDueAsync(default);
        var letter = await OnlyAsync();
        await using (var scope = _database.Scope(Editor)) (await scope.Get<LetterDesk>().ResendAsync(letter.Id, default)).Value.Told.ShouldBe(1);
        var mail = await new Mailbox(_database.Services).LastToAsync("jane.doe@example.org");
        mail.Subject.ShouldBe(MailTemplates.LetterAvailable.Subject);
        mail.Text.ShouldNotContain(letter.Number);
        await using (var scope = _database.Scope(Editor with { Permissions = [] }))
            (await scope.Get<LetterDesk>().ResendAsync(letter.Id, default)).Refusals.ShouldHaveSingleItem().ShouldBeOfType<Forbidden>();
    }

    private async Task AddAsync(ProviderAccount? account = null, LetterValues? values = null)
    {
        account ??= _account;
        await using var scope = _database.Scope(Actor.System("test"));
        await using var write = await scope.Db.BeginWriteAsync(default);
        var membership = await scope.Db.Set<Membership>().SingleAsync(m => m.AccountId == account.Id);
        await scope.Get<LetterBox>().AddAsync(new(LetterKinds.Welcome, membership, account.Id, values ?? new LetterValues().Set("username", "jane.doe").Set("name", "Jane Doe")), default);
        await write.CommitAsync(default);
    }

    private async Task<Letter> OnlyAsync()
    {
        await using var scope = _database.Scope(Actor.System("test"));
        return await scope.Db.Set<Letter>().AsNoTracking().Include(l => l.Template).SingleAsync();
    }

    private async Task<byte[]> BytesAsync(Letter letter, Actor actor)
    {
        await using var scope = _database.Scope(actor);
        await using var opened = (await scope.Get<FileReads>().OpenAsync(letter.FileId!.Value, default)).Value.ShouldNotBeNull();
        using var bytes = new MemoryStream();
        await opened.Bytes.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
