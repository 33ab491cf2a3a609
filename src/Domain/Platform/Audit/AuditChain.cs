using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Audit;

/// <param name="Rows">How many rows were checked and found whole.</param>
/// <param name="FirstBroken">The first row that is missing or was changed; null when the chain is whole.</param>
public sealed record ChainReport(long Rows, long? FirstBroken);

/// <summary>The hash-linked trail: adds rows at its end and checks it from its beginning.</summary>
public sealed class AuditChain(PortalDb db)
{
    private const long LockKey = 0x4155444954;
    private static readonly byte[] Origin = new byte[32];
    private const string Insert = """
        INSERT INTO "AuditEvents" ("Seq", "PrevHash", "Hash", "At", "ActorKind", "ActorId", "ImpersonatorId", "AccountId", "Action",
            "Entity", "EntityId", "MemberId", "FieldGroup", "Before", "After", "CorrelationId")
        VALUES (@0, @1, @2, @3, @4, @5, @6, @7, @8, @9, @10, @11, @12, @13, @14, @15)
        """;

    /// <summary>PLT-04: <c>verifyAuditChain</c>. Streams; memory does not grow with the trail.</summary>
    public async Task<ChainReport> VerifyAsync(CancellationToken ct)
    {
        var (previous, seq) = (Origin, 0L);
        await foreach (var row in db.Set<AuditEvent>().AsNoTracking().OrderBy(e => e.Seq).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (row.Seq != ++seq || !row.PrevHash.AsSpan().SequenceEqual(previous)
                || !row.Hash.AsSpan().SequenceEqual(AuditHash.Compute(previous, seq, AuditRow.Of(row))))
                return new(seq - 1, seq);
            previous = row.Hash;
        }
        return new(seq, null);
    }

    /// <summary>Appends inside the given transaction, which holds SQLite's write lock; on PostgreSQL the lock is taken here.</summary>
    internal static async Task AppendAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<AuditRow> rows, CancellationToken ct)
    {
        if (rows.Count == 0) return;
        var (seq, previous) = await EndAsync(connection, transaction, ct);
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = Insert;
        foreach (var row in rows)
        {
            var hash = AuditHash.Compute(previous, ++seq, row);
            command.Parameters.Clear();
            Bind(command, DbType.Int64, seq);
            Bind(command, DbType.Binary, previous);
            Bind(command, DbType.Binary, hash);
            Bind(command, DbType.DateTime, row.At);
            Bind(command, DbType.String, row.ActorKind.ToString());
            Bind(command, DbType.Int64, row.ActorId);
            Bind(command, DbType.Int64, row.ImpersonatorId);
            Bind(command, DbType.Int64, row.AccountId);
            Bind(command, DbType.String, row.Action);
            Bind(command, DbType.String, row.Entity);
            Bind(command, DbType.Int64, row.EntityId);
            Bind(command, DbType.Int64, row.MemberId);
            Bind(command, DbType.String, row.FieldGroup);
            Bind(command, DbType.String, row.Before);
            Bind(command, DbType.String, row.After);
            Bind(command, DbType.String, row.CorrelationId);
            await command.ExecuteNonQueryAsync(ct);
            previous = hash;
        }
    }

    private static async Task<(long Seq, byte[] Hash)> EndAsync(DbConnection connection, DbTransaction transaction, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        if (connection is NpgsqlConnection)
        {
            // A statement of its own: the next one then sees what the lock's last holder committed.
            command.CommandText = $"SELECT pg_advisory_xact_lock({LockKey})";
            await command.ExecuteNonQueryAsync(ct);
        }
        command.CommandText = """SELECT "Seq", "Hash" FROM "AuditEvents" ORDER BY "Seq" DESC LIMIT 1""";
        await using var end = await command.ExecuteReaderAsync(ct);
        return await end.ReadAsync(ct) ? (end.GetInt64(0), (byte[])end.GetValue(1)) : (0, Origin);
    }

    private static void Bind(DbCommand command, DbType type, object? value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = $"@{command.Parameters.Count}";
        // SqliteParameter infers the storage class from the value.
        if (command is NpgsqlCommand && type is not DbType.DateTime) parameter.DbType = type;
        parameter.Value = value ?? DBNull.Value;
        command.Parameters.Add(parameter);
    }
}
