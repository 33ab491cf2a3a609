using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Domain.Platform.Storage.Sqlite;

namespace Portal.Graph.Domain.Platform.Audit;

/// <summary>The hash-linked trail: adds rows at its end and checks it from its beginning.</summary>
public sealed class AuditChain(PortalDb db)
{
    private const long LockKey = 0x4155444954;
    internal static readonly byte[] Origin = new byte[32];
    private const string End = """SELECT "Seq", "Hash" FROM "AuditEvents" ORDER BY "Seq" DESC LIMIT 1""";
    private const string Insert = """
        INSERT INTO "AuditEvents" ("Seq", "PrevHash", "Hash", "At", "ActorKind", "ActorId", "ImpersonatorId", "AccountId", "Action",
            "Entity", "EntityId", "MemberId", "FieldGroup", "Purpose", "Outcome", "Before", "After", "CorrelationId")
        VALUES (@0, @1, @2, @3, @4, @5, @6, @7, @8, @9, @10, @11, @12, @13, @14, @15, @16, @17)
        """;

    /// <summary>PLT-04: <c>verifyAuditChain</c>. Streams; memory does not grow with the trail.</summary>
    public async Task<ChainReport> VerifyAsync(CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            return await ChainVerification.RunAsync(db.Database.GetDbConnection(), db.Database.CurrentTransaction?.GetDbTransaction(), ct);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Appends inside the given transaction, which holds SQLite's write lock; on PostgreSQL the lock is taken here.</summary>
    internal static async Task AppendAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<AuditRow> rows, CancellationToken ct)
    {
        if (rows.Count == 0) return;
        var (seq, previous) = await EndAsync(connection, transaction, ct);
        var hasher = new AuditHash();
        await using var insert = new RowStatement(connection, transaction, Insert,
            DbType.Int64, DbType.Binary, DbType.Binary, DbType.DateTime, DbType.String, DbType.Int64, DbType.Int64, DbType.Int64, DbType.String,
            DbType.String, DbType.Int64, DbType.Int64, DbType.String, DbType.String, DbType.String, DbType.String, DbType.String, DbType.String);
        foreach (var row in rows)
        {
            var hash = hasher.Compute(previous, ++seq, row);
            insert[0] = seq;
            insert[1] = previous;
            insert[2] = hash;
            insert[3] = row.At;
            insert[4] = row.ActorKind.Name();
            insert[5] = row.ActorId;
            insert[6] = row.ImpersonatorId;
            insert[7] = row.AccountId;
            insert[8] = row.Action;
            insert[9] = row.Entity;
            insert[10] = row.EntityId;
            insert[11] = row.MemberId;
            insert[12] = row.FieldGroup;
            insert[13] = row.Purpose?.Name();
            insert[14] = row.Outcome;
            insert[15] = row.Before;
            insert[16] = row.After;
            insert[17] = row.CorrelationId;
            await insert.RunAsync(ct);
            previous = hash;
        }
    }

    private static async Task<(long Seq, byte[] Hash)> EndAsync(DbConnection connection, DbTransaction transaction, CancellationToken ct)
    {
        if (connection is NpgsqlConnection)
        {
            // A statement of its own: the next one then sees what the lock's last holder committed.
            await using var taken = connection.CreateCommand();
            (taken.Transaction, taken.CommandText) = (transaction, $"SELECT pg_advisory_xact_lock({LockKey})");
            await taken.ExecuteNonQueryAsync(ct);
        }
        await using var command = connection is SqliteConnection sqlite ? StatementCache.Take(sqlite, End) : connection.CreateCommand();
        command.Transaction = transaction;
        if (connection is NpgsqlConnection) command.CommandText = End;
        await using var end = await command.ExecuteReaderAsync(ct);
        return await end.ReadAsync(ct) ? (end.GetInt64(0), (byte[])end.GetValue(1)) : (0, Origin);
    }
}
