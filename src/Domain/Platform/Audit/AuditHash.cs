using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Portal.Graph.Domain.Platform.Access;

namespace Portal.Graph.Domain.Platform.Audit;

/// <summary>
/// The link of the chain: SHA-256 over the previous hash and each field with its length, so no two rows share a form. The fields
/// are laid out in one buffer that serves row after row. Not for parallel use.
/// </summary>
internal sealed class AuditHash
{
    private const int NumberLength = 9;
    private byte[] _buffer = new byte[1024];
    private int _length;

    public byte[] Compute(byte[] previous, long seq, AuditRow row)
    {
        _length = 0;
        Add(previous);
        Add(seq);
        Add(row.At.Ticks);
        Add(row.ActorKind.Name());
        Add(row.ActorId);
        Add(row.ImpersonatorId);
        Add(row.AccountId);
        Add(row.Action);
        Add(row.Entity);
        Add(row.EntityId);
        Add(row.MemberId);
        Add(row.FieldGroup);
        Add(row.Purpose?.Name());
        Add(row.Outcome);
        Add(row.Before);
        Add(row.After);
        Add(row.CorrelationId);
        return SHA256.HashData(_buffer.AsSpan(0, _length));
    }

    private void Add(long? value)
    {
        var bytes = Next(NumberLength);
        bytes[0] = value is null ? (byte)0 : (byte)1;
        BinaryPrimitives.WriteInt64BigEndian(bytes[1..], value ?? 0);
    }

    private void Add(string? text)
    {
        var length = text is null ? (int?)null : Encoding.UTF8.GetByteCount(text);
        Add((long?)length);
        if (text is not null) Encoding.UTF8.GetBytes(text, Next(length!.Value));
    }

    private void Add(byte[] bytes)
    {
        Add((long?)bytes.Length);
        bytes.CopyTo(Next(bytes.Length));
    }

    private Span<byte> Next(int length)
    {
        if (_length + length > _buffer.Length) Array.Resize(ref _buffer, Math.Max(2 * _buffer.Length, _length + length));
        _length += length;
        return _buffer.AsSpan(_length - length, length);
    }
}
