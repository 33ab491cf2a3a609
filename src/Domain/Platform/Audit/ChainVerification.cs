using System.Data.Common;

namespace Portal.Graph.Domain.Platform.Audit;

/// <summary>Computes the chain again from what is stored, one row at a time.</summary>
internal static class ChainVerification
{
    private const string All = """
        SELECT "Seq", "PrevHash", "Hash", "At", "ActorKind", "ActorId", "ImpersonatorId", "AccountId", "Action", "Entity", "EntityId",
            "MemberId", "FieldGroup", "Purpose", "Outcome", "Before", "After", "CorrelationId" FROM "AuditEvents" ORDER BY "Seq"
        """;

    public static async Task<ChainReport> RunAsync(DbConnection connection, DbTransaction? transaction, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        // A long trail takes longer than a statement usually may.
        (command.Transaction, command.CommandText, command.CommandTimeout) = (transaction, All, 0);
        await using var rows = await command.ExecuteReaderAsync(ct);
        var (previous, seq, hasher) = (AuditChain.Origin, 0L, new AuditHash());
        while (await rows.ReadAsync(ct))
        {
            ct.ThrowIfCancellationRequested();
            var stored = StoredAuditRow.Read(rows);
            if (stored.Seq != ++seq) return new(seq - 1, seq, ChainFault.RowMissing);
            var computed = stored.Row is { } row ? hasher.Compute(previous, seq, row) : null;
            if (!Same(stored.PrevHash, previous)) return new(seq - 1, seq, Same(computed, stored.Hash) ? ChainFault.PreviousHash : ChainFault.RowBefore);
            if (!Same(computed, stored.Hash))
                return new(seq - 1, seq, computed is not null && await NextNamesAsync(rows, computed, ct) ? ChainFault.Hash : ChainFault.Fields);
            previous = stored.Hash!;
        }
        return new(seq, null);
    }

    // The row after the broken one tells which of the two was changed: the fields, or the hash over them.
    private static async Task<bool> NextNamesAsync(DbDataReader rows, byte[] hash, CancellationToken ct) =>
        await rows.ReadAsync(ct) && Same(StoredAuditRow.Read(rows).PrevHash, hash);

    private static bool Same(byte[]? one, byte[]? other) => one is not null && other is not null && one.AsSpan().SequenceEqual(other);
}
