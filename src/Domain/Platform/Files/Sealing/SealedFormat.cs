using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Portal.Graph.Domain.Platform.Files.Sealing;

/// <summary>
/// How bytes lie at rest (docs/decisions, "Files at rest"): segments of 64 KiB, each sealed by AES-256-GCM as nonce, ciphertext and tag, with
/// its index as associated data. The last may be shorter. Every segment can be read alone, and none put in another's place.
/// </summary>
internal static class SealedFormat
{
    public const int SegmentBytes = 65536;
    public const int Overhead = NonceBytes + TagBytes;
    public const int RecordBytes = SegmentBytes + Overhead;
    public const int KeyBytes = 32;
    public const int NonceBytes = 12;
    public const int TagBytes = 16;

    public static AesGcm Cipher(byte[] key) => new(key, TagBytes);

    /// <summary>How long a file of so many bytes is when sealed.</summary>
    public static long SealedLength(long length) =>
        length / SegmentBytes * RecordBytes + (length % SegmentBytes is var rest and > 0 ? rest + Overhead : 0);

    /// <summary>How many bytes are in so many sealed ones; a record too short to be one holds none.</summary>
    public static long PlainLength(long length) =>
        length / RecordBytes * SegmentBytes + Math.Max(0, length % RecordBytes - Overhead);

    /// <summary>Seals one segment; the nonce is random, since a segment that grows is sealed again under the same key.</summary>
    /// <returns>The length of the record.</returns>
    public static int Seal(AesGcm cipher, long index, ReadOnlySpan<byte> plain, Span<byte> record)
    {
        Span<byte> associated = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(associated, index);
        var nonce = record[..NonceBytes];
        RandomNumberGenerator.Fill(nonce);
        cipher.Encrypt(nonce, plain, record.Slice(NonceBytes, plain.Length), record.Slice(NonceBytes + plain.Length, TagBytes), associated);
        return plain.Length + Overhead;
    }

    /// <summary>Opens one segment.</summary>
    /// <exception cref="AuthenticationTagMismatchException">It was changed, or is another segment, or is under another key.</exception>
    /// <returns>The length of the segment.</returns>
    public static int Open(AesGcm cipher, long index, ReadOnlySpan<byte> record, Span<byte> plain)
    {
        if (record.Length <= Overhead) throw new AuthenticationTagMismatchException("A record of a sealed file is cut off.");
        Span<byte> associated = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(associated, index);
        var length = record.Length - Overhead;
        cipher.Decrypt(record[..NonceBytes], record.Slice(NonceBytes, length), record[^TagBytes..], plain[..length], associated);
        return length;
    }
}
