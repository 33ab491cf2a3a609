using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Contacts;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Platform;

public class AuditTests
{
    private static readonly Actor Biller = new() { Kind = ActorKind.PortalUser, UserId = 5, Name = "biller", DefaultAccountId = 9, CorrelationId = "c-7" };

    private static async Task ReadAsync(TestDatabase database, long member)
    {
        await using var scope = database.Scope(Biller);
        scope.Get<AuditLog>().Read("Member", member, member, "eligibility");
        await scope.Get<AuditLog>().FlushReadsAsync(default);
    }

    private static async Task WriteAsync(TestDatabase database, string key)
    {
        await using var scope = database.Scope(Biller);
        await using var write = await scope.Db.BeginWriteAsync(default);
        var text = new ContactText { Key = key, Value = "1" };
        scope.Db.Add(text);
        scope.Get<AuditLog>().Changed("contact.added", text, after: new { text.Key });
        await write.CommitAsync(default);
    }

    private static async Task<ChainReport> VerifyAsync(TestDatabase database)
    {
        await using var scope = database.Scope(Actor.System("auditor"));
        return await scope.Get<AuditChain>().VerifyAsync(default);
    }

    [Fact, Requirement("PLT-03", "PLT-06")]
    public async Task A_row_says_who_did_what_to_which_record()
    {
        await using var database = await TestDatabase.CreateAsync();
        await ReadAsync(database, 42);
        await WriteAsync(database, "contact.x");
        await using var scope = database.Scope(Actor.System("auditor"));
        var rows = await scope.Db.Set<AuditEvent>().OrderBy(e => e.Seq).ToListAsync();
        var (read, change) = (rows[0], rows[1]);
        (read.Action, read.Entity, read.EntityId, read.MemberId, read.FieldGroup).ShouldBe(("read", "Member", 42, 42, "eligibility"));
        (change.Action, change.Entity, change.ActorId, change.AccountId, change.CorrelationId).ShouldBe(("contact.added", "ContactText", 5, 9, "c-7"));
        change.EntityId.ShouldBe((await scope.Db.Set<ContactText>().SingleAsync(c => c.Key == "contact.x")).Id);
        change.After.ShouldBe("""{"key":"contact.x"}""");
        change.At.ShouldBe(database.Clock.GetUtcNow());
    }

    [Fact, Requirement("PLT-03")]
    public async Task What_is_rolled_back_leaves_no_row()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using (var scope = database.Scope(Biller))
        await using (await scope.Db.BeginWriteAsync(default))
        {
            var text = new ContactText { Key = "contact.x", Value = "1" };
            scope.Db.Add(text);
            scope.Get<AuditLog>().Changed("contact.added", text);
        }
        (await VerifyAsync(database)).Rows.ShouldBe(0);
        await using var after = database.Scope(Biller);
        (await after.Db.Set<ContactText>().AnyAsync(c => c.Key == "contact.x")).ShouldBeFalse();
    }

    [Theory, Requirement("PLT-04")]
    [InlineData("""UPDATE "AuditEvents" SET "EntityId" = 43 WHERE "Seq" = 2""", 2)]
    [InlineData("""UPDATE "AuditEvents" SET "After" = 'x' WHERE "Seq" = 3""", 3)]
    [InlineData("""UPDATE "AuditEvents" SET "Hash" = "PrevHash" WHERE "Seq" = 1""", 1)]
    [InlineData("""DELETE FROM "AuditEvents" WHERE "Seq" = 2""", 2)]
    public async Task The_first_row_tampered_with_is_named(string tampering, long broken)
    {
        await using var database = await TestDatabase.CreateAsync();
        for (var member = 1; member <= 4; member++) await ReadAsync(database, member);
        (await VerifyAsync(database)).ShouldBe(new ChainReport(4, null));
        await using (var scope = database.Scope(Actor.System("tamperer"))) (await scope.Db.Database.ExecuteSqlRawAsync(tampering)).ShouldBe(1);
        var report = await VerifyAsync(database);
        (report.Rows, report.FirstBroken).ShouldBe((broken - 1, broken));
    }

    [Fact, Requirement("PLT-04", "PLT-06")]
    public async Task Writers_and_readers_at_the_same_time_keep_one_unbroken_chain()
    {
        await using var database = await TestDatabase.CreateAsync();
        await Task.WhenAll(Enumerable.Range(1, 50).SelectMany(i => new[]
        {
            Task.Run(() => ReadAsync(database, i)),
            Task.Run(() => WriteAsync(database, $"contact.{i}")),
        }));
        (await VerifyAsync(database)).ShouldBe(new ChainReport(100, null));
    }

    [Fact, Requirement("PLT-06")]
    public async Task An_answer_waits_until_its_reads_are_stored()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var blocker = database.Scope(Biller);
        Task[] answers;
        await using (await blocker.Db.BeginWriteAsync(default))
        {
            // On SQLite the write scope alone keeps every other writer waiting.
            if (!blocker.Db.IsSqlite) await blocker.Db.Database.ExecuteSqlRawAsync("""LOCK TABLE "AuditEvents" IN EXCLUSIVE MODE""");
            answers = [.. Enumerable.Range(1, 20).Select(i => ReadAsync(database, i))];
            await Task.Delay(100);
            answers.ShouldAllBe(a => !a.IsCompleted);
        }
        await Task.WhenAll(answers);
        (await VerifyAsync(database)).Rows.ShouldBe(20);
    }

    [Fact, Requirement("PLT-06")]
    public async Task When_reads_cannot_be_stored_every_waiting_answer_fails_and_the_next_ones_do_not()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var scope = database.Scope(Biller);
        await scope.Db.Database.ExecuteSqlRawAsync("""ALTER TABLE "AuditEvents" RENAME TO "Away" """);
        var failed = Enumerable.Range(1, 5).Select(i => ReadAsync(database, i)).ToList();
        foreach (var answer in failed) await Should.ThrowAsync<System.Data.Common.DbException>(() => answer);
        await scope.Db.Database.ExecuteSqlRawAsync("""ALTER TABLE "Away" RENAME TO "AuditEvents" """);
        await ReadAsync(database, 6);
        (await VerifyAsync(database)).ShouldBe(new ChainReport(1, null));
    }

    [Fact, Requirement("PLT-03")]
    public async Task An_audited_change_cannot_be_saved_without_its_row()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var scope = database.Scope(Biller);
        var text = new ContactText { Key = "contact.x", Value = "1" };
        scope.Db.Add(text);
        scope.Get<AuditLog>().Changed("contact.added", text);
        await Should.ThrowAsync<InvalidOperationException>(() => scope.Db.SaveChangesAsync());
    }
}
