using Portal.Graph.Driving;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Portal.Graph.Load.Yardstick;

/// <summary>A row of the portal's audit trail.</summary>
internal sealed record AuditEntry(Caller Caller, string Action, string Entity, long EntityId, long? MemberId, string? FieldGroup, string? After, DateTime At)
{
    public static AuditEntry Read(Caller caller, string entity, long id, long? memberId, string fieldGroup, DateTime at) =>
        new(caller, "read", entity, id, memberId, fieldGroup, null, at);

    public string? Purpose => FieldGroup is null ? null : "Payment";
}

/// <summary>Appends hash-linked rows exactly as the portal's verifier expects them. Not for parallel use.</summary>
internal sealed class AuditTrail(SqliteConnection connection)
{
    private readonly Statement _end = new(connection, """SELECT "Seq", "Hash" FROM "AuditEvents" ORDER BY "Seq" DESC LIMIT 1""", 0);
    private readonly Statement _insert = new(connection, """
        INSERT INTO "AuditEvents" ("Seq", "PrevHash", "Hash", "At", "ActorKind", "ActorId", "ImpersonatorId", "AccountId", "Action",
            "Entity", "EntityId", "MemberId", "FieldGroup", "Purpose", "Outcome", "Before", "After", "CorrelationId")
        VALUES (@0, @1, @2, @3, 'PortalUser', @4, NULL, @5, @6, @7, @8, @9, @10, @11, 'OK', NULL, @12, @13)
        """, 14);
    private byte[] _buffer = new byte[4096];

    /// <summary>To the microsecond, as the trail keeps instants.</summary>
    public static DateTime Now() => TimeProvider.System.GetUtcNow().UtcDateTime is var now ? now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond)) : now;

    public void Append(IEnumerable<AuditEntry> entries)
    {
        var (seq, previous) = End();
        foreach (var entry in entries)
        {
            var hash = SHA256.HashData(_buffer.AsSpan(0, Write(entry, ++seq, previous)));
            _insert.Run(seq, previous, hash, entry.At, entry.Caller.UserId, entry.Caller.AccountId, entry.Action, entry.Entity, entry.EntityId,
                entry.MemberId, entry.FieldGroup, entry.Purpose, entry.After, entry.Caller.CorrelationId);
            previous = hash;
        }
    }

    private (long Seq, byte[] Hash) End()
    {
        using var row = _end.Read();
        return row.Read() ? (row.GetInt64(0), row.GetFieldValue<byte[]>(1)) : (0, new byte[32]);
    }

    private int Write(AuditEntry entry, long seq, byte[] previous)
    {
        var at = Put(0, 32);
        previous.CopyTo(_buffer, at);
        at = Put(at + 32, seq);
        at = Put(at, entry.At.Ticks);
        at = Put(at, "PortalUser");
        at = Put(at, entry.Caller.UserId);
        at = Put(at, (long?)null);
        at = Put(at, entry.Caller.AccountId);
        at = Put(at, entry.Action);
        at = Put(at, entry.Entity);
        at = Put(at, entry.EntityId);
        at = Put(at, entry.MemberId);
        at = Put(at, entry.FieldGroup);
        at = Put(at, entry.Purpose);
        at = Put(at, "OK");
        at = Put(at, (string?)null);
        at = Put(at, entry.After);
        return Put(at, entry.Caller.CorrelationId);
    }

    private int Put(int at, long? value)
    {
        _buffer[at] = value is null ? (byte)0 : (byte)1;
        BinaryPrimitives.WriteInt64BigEndian(_buffer.AsSpan(at + 1), value ?? 0);
        return at + 9;
    }

    private int Put(int at, string? text)
    {
        if (text is null) return Put(at, (long?)null);
        var length = Encoding.UTF8.GetByteCount(text);
        if (at + length + 512 > _buffer.Length) Array.Resize(ref _buffer, at + length + 4096);
        at = Put(at, (long?)length);
        return at + Encoding.UTF8.GetBytes(text, _buffer.AsSpan(at));
    }
}
