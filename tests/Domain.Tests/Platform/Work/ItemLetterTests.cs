using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Files;
using Portal.Graph.Domain.Platform.Letters;
using Portal.Graph.Domain.Platform.Letters.Rendering;
using Portal.Graph.Domain.Platform.Letters.Templates;
using Portal.Graph.Domain.Platform.Outbox.Tasks;
using Portal.Graph.Domain.Platform.Work;
using Portal.Graph.Domain.Tests.Accounts;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Platform.Work;

[Requirement("PLT-08")]
public sealed class ItemLetterTests
{
    [Fact, Requirement("PLT-06")]
    public async Task Who_works_on_a_record_reads_and_opens_its_letters_on_record_and_others_do_not()
    {
        await using var bench = await WorkBench.CreateAsync();
        var account = Practice.Account(Market.OH).At(new()
        {
            Kind = AddressKind.Service, Line1 = "1 Example Street", City = "Dayton", State = "OH", Zip = "45402", EffectiveFrom = new(2020, 1, 1),
        });
        await Practice.UserAsync(bench.Database, "jane.doe", account);
        WorkItem item;
        await using (var scope = bench.Database.Scope(Actor.System("test")))
        await using (var write = await scope.Db.BeginWriteAsync(default))
        {
            var membership = await scope.Db.Set<Membership>().SingleAsync(m => m.AccountId == account.Id);
            await scope.Get<LetterBox>().AddAsync(new(LetterKinds.Welcome, membership, account.Id, new LetterValues().Set("username", "jane.doe").Set("name", "Jane Doe")), default);
            item = await scope.Get<WorkIntake>().OpenAsync("Q-SUPPORT", membership, new(Market.OH, "Asked by phone"), default);
            await write.CommitAsync(default);
        }
        await bench.Database.Services.GetRequiredService<OutboxTaskRunner>().RunDueAsync(default);
        // Support sees every letter; a queue of another department shows what its own items are about.
        var item2 = await bench.ItemAsync("M1", "Q-MAINT", subject: item.SubjectType, subjectId: item.SubjectId);
        var (clerk, nurse) = (WorkBench.Staff(1, Permission.StaffProvidersWork), WorkBench.Staff(2, Permission.StaffUmWork));

        Letter letter;
        await using (var scope = bench.Database.Scope(clerk))
        {
            letter = (await scope.Get<ItemLetters>().OfAsync(item2, default)).ShouldHaveSingleItem();
            await scope.Get<AuditLog>().FlushReadsAsync(default);
        }
        (await bench.AsAsync<ItemLetters, IReadOnlyList<Letter>>(nurse, l => l.OfAsync(item2, default))).ShouldBeEmpty();
        await using (var opened = (await bench.AsAsync<FileReads, Outcome<OpenedFile>>(clerk, r => r.OpenAsync(letter.FileId!.Value, default))).ShouldGive())
            opened.File.SizeBytes.ShouldBeGreaterThan(1000);
        (await bench.AsAsync<FileReads, Outcome<OpenedFile>>(nurse, r => r.OpenAsync(letter.FileId!.Value, default))).Refusals.ShouldHaveSingleItem().ShouldBeOfType<NotFound>();
        await using var check = bench.Database.Scope(Actor.System("test"));
        (await check.Db.Set<AuditEvent>().CountAsync(e => e.Entity == nameof(Letter) && e.EntityId == letter.Id && e.Action == AuditEvent.ReadAction && e.ActorId == 1)).ShouldBe(1);
    }
}
