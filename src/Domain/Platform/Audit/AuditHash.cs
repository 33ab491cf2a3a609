using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Portal.Graph.Domain.Platform.Audit;

/// <summary>The link of the chain: SHA-256 over the previous hash and each field with its length, so no two rows share a form.</summary>
internal static class AuditHash
{
    public static byte[] Compute(byte[] previous, long seq, AuditRow row)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, previous);
        Add(hash, seq);
        Add(hash, row.At.Ticks);
        Add(hash, row.ActorKind.ToString());
        Add(hash, row.ActorId);
        Add(hash, row.ImpersonatorId);
        Add(hash, row.AccountId);
        Add(hash, row.Action);
        Add(hash, row.Entity);
        Add(hash, row.EntityId);
        Add(hash, row.MemberId);
        Add(hash, row.FieldGroup);
        Add(hash, row.Before);
        Add(hash, row.After);
        Add(hash, row.CorrelationId);
        return hash.GetHashAndReset();
    }

    private static void Add(IncrementalHash hash, long? value)
    {
        Span<byte> bytes = stackalloc byte[9];
        bytes[0] = value is null ? (byte)0 : (byte)1;
        BinaryPrimitives.WriteInt64BigEndian(bytes[1..], value ?? 0);
        hash.AppendData(bytes);
    }

    private static void Add(IncrementalHash hash, string? text)
    {
        Add(hash, text is null ? (long?)null : Encoding.UTF8.GetByteCount(text));
        if (text is not null) hash.AppendData(Encoding.UTF8.GetBytes(text));
    }

    private static void Add(IncrementalHash hash, byte[] bytes)
    {
        Add(hash, (long?)bytes.Length);
        hash.AppendData(bytes);
    }
}
