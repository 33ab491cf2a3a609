using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Contacts;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Platform.Audit;

[Requirement("PLT-04")]
public class ChainFaultTests
{
    private static readonly Actor Biller = new() { Kind = ActorKind.PortalUser, UserId = 5, ImpersonatorId = 6, Name = "biller", DefaultAccountId = 9, CorrelationId = "c-7" };

    private static async Task<TestDatabase> TrailAsync()
    {
        var database = await TestDatabase.CreateAsync();
        for (var i = 1; i <= 5; i++)
        {
            await using var scope = database.Scope(Biller);
            if (i != 3)
            {
                scope.Get<AuditLog>().Read("Member", i, 40 + i, "eligibility");
                await scope.Get<AuditLog>().FlushReadsAsync(default);
                continue;
            }
            await using var write = await scope.Db.BeginWriteAsync(default);
            var text = new ContactText { Key = "contact.x", Value = "1" };
            scope.Db.Add(text);
            scope.Get<AuditLog>().Changed("contact.changed", text, 43, new { value = "0" }, new { value = "1" });
            await write.CommitAsync(default);
        }
        (await VerifyAsync(database)).ShouldBe(new ChainReport(5, null));
        return database;
    }

    private static async Task<ChainReport> VerifyAsync(TestDatabase database)
    {
        await using var scope = database.Scope(Actor.System("auditor"));
        return await scope.Get<AuditChain>().VerifyAsync(default);
    }

    private static async Task StoreAsync(TestDatabase database, long seq, string column, Func<object, object> change)
    {
        await using var scope = database.Scope(Actor.System("tamperer"));
        await scope.Db.Database.OpenConnectionAsync();
        var connection = scope.Db.Database.GetDbConnection();
        await using var read = connection.CreateCommand();
        read.CommandText = $"""SELECT "{column}" FROM "AuditEvents" WHERE "Seq" = {seq}""";
        await using var write = connection.CreateCommand();
        write.CommandText = $"""UPDATE "AuditEvents" SET "{column}" = @value WHERE "Seq" = {seq}""";
        var value = write.CreateParameter();
        (value.ParameterName, value.Value) = ("@value", change((await read.ExecuteScalarAsync())!));
        write.Parameters.Add(value);
        (await write.ExecuteNonQueryAsync()).ShouldBe(1);
    }

    private static object OneByte(object stored) => stored switch
    {
        byte[] bytes => (byte[])[(byte)(bytes[0] ^ 1), .. bytes[1..]],
        string text => text[..^1] + (char)(text[^1] ^ 1),
        long number => number ^ 1,
        DateTime instant => instant.AddMicroseconds(1),
        DBNull => "x",
        _ => throw new ArgumentException($"{stored.GetType()} is not stored."),
    };

    [Theory]
    [InlineData("At"), InlineData("ActorKind"), InlineData("ActorId"), InlineData("ImpersonatorId"), InlineData("AccountId"), InlineData("Action"), InlineData("Entity")]
    [InlineData("EntityId"), InlineData("MemberId"), InlineData("FieldGroup"), InlineData("Purpose"), InlineData("Outcome"), InlineData("Before"), InlineData("After"), InlineData("CorrelationId")]
    public async Task One_stored_byte_changed_and_the_row_is_named(string column)
    {
        await using var database = await TrailAsync();
        await StoreAsync(database, 3, column, OneByte);
        (await VerifyAsync(database)).ShouldBe(new ChainReport(2, 3, ChainFault.Fields));
    }

    [Theory]
    [InlineData("Hash", 3, ChainFault.Hash)]
    [InlineData("PrevHash", 3, ChainFault.PreviousHash)]
    [InlineData("PrevHash", 1, ChainFault.PreviousHash)]
    // The last row's hash has no witness after it.
    [InlineData("Hash", 5, ChainFault.Fields)]
    public async Task A_hash_changed_is_told_from_a_field_changed(string column, long seq, ChainFault fault)
    {
        await using var database = await TrailAsync();
        await StoreAsync(database, seq, column, OneByte);
        (await VerifyAsync(database)).ShouldBe(new ChainReport(seq - 1, seq, fault));
    }

    [Fact]
    public async Task A_row_written_anew_with_its_hash_is_found_by_the_next()
    {
        await using var database = await TrailAsync();
        await using (var scope = database.Scope(Actor.System("tamperer")))
        {
            var row = await scope.Db.Set<AuditEvent>().AsNoTracking().SingleAsync(e => e.Seq == 2);
            var forged = new AuditHash().Compute(row.PrevHash, 2, new(row.At.UtcDateTime, row.ActorKind, row.ActorId, row.ImpersonatorId, row.AccountId,
                row.Action, row.Entity, row.EntityId, MemberId: 77, row.FieldGroup, row.Purpose, row.Outcome, row.Before, row.After, row.CorrelationId));
            await scope.Db.Set<AuditEvent>().Where(e => e.Seq == 2).ExecuteUpdateAsync(set => set.SetProperty(e => e.MemberId, 77).SetProperty(e => e.Hash, forged));
        }
        (await VerifyAsync(database)).ShouldBe(new ChainReport(2, 3, ChainFault.RowBefore));
    }

    [Theory]
    [InlineData("""DELETE FROM "AuditEvents" WHERE "Seq" = 3""", 3)]
    [InlineData("""DELETE FROM "AuditEvents" WHERE "Seq" = 1""", 1)]
    [InlineData("""UPDATE "AuditEvents" SET "Seq" = 9 WHERE "Seq" = 2""", 2)]
    public async Task A_row_that_is_gone_is_named(string tampering, long missing)
    {
        await using var database = await TrailAsync();
        await using (var scope = database.Scope(Actor.System("tamperer"))) (await scope.Db.Database.ExecuteSqlRawAsync(tampering)).ShouldBe(1);
        (await VerifyAsync(database)).ShouldBe(new ChainReport(missing - 1, missing, ChainFault.RowMissing));
    }

    [SqliteTheory]
    [InlineData("At", "2025-12-01T12:00:00")]
    [InlineData("At", "the day before")]
    [InlineData("ActorKind", "portaluser")]
    [InlineData("ActorId", 5.5)]
    [InlineData("EntityId", "3x")]
    public async Task What_SQLite_would_read_as_the_same_is_another_byte_all_the_same(string column, object value)
    {
        await using var database = await TrailAsync();
        await StoreAsync(database, 4, column, _ => value);
        (await VerifyAsync(database)).ShouldBe(new ChainReport(3, 4, ChainFault.Fields));
    }
}
