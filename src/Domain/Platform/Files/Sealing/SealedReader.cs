using System.Security.Cryptography;

namespace Portal.Graph.Domain.Platform.Files.Sealing;

/// <summary>Where the records of a sealed file come from.</summary>
internal interface ISealedRecords : IAsyncDisposable
{
    /// <summary>Fills the memory with the record; less only for the last.</summary>
    ValueTask<int> ReadAsync(long index, Memory<byte> record, CancellationToken ct);
}

/// <summary>The bytes inside a sealed file, from any position; one segment is in memory.</summary>
internal sealed class SealedReader(AesGcm cipher, long length, ISealedRecords records, bool ownsCipher = false) : Stream
{
    private readonly byte[] _record = GC.AllocateUninitializedArray<byte>(SealedFormat.RecordBytes);
    private readonly byte[] _segment = GC.AllocateUninitializedArray<byte>(SealedFormat.SegmentBytes);
    private long _loaded = -1;
    private int _filled;
    private long _position;

    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length => length;

    public override long Position
    {
        get => _position;
        set => _position = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value));
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_position >= length || buffer.Length == 0) return 0;
        var index = _position / SealedFormat.SegmentBytes;
        if (index != _loaded) await LoadAsync(index, cancellationToken);
        var from = (int)(_position % SealedFormat.SegmentBytes);
        var count = Math.Min(buffer.Length, _filled - from);
        _segment.AsMemory(from, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => Position = offset + origin switch
    {
        SeekOrigin.Begin => 0,
        SeekOrigin.Current => _position,
        SeekOrigin.End => length,
    };

    public override async ValueTask DisposeAsync()
    {
        await records.DisposeAsync();
        if (ownsCipher) cipher.Dispose();
        await base.DisposeAsync();
    }

    private async Task LoadAsync(long index, CancellationToken ct)
    {
        _loaded = -1;
        var read = await records.ReadAsync(index, _record, ct);
        _filled = SealedFormat.Open(cipher, index, _record.AsSpan(0, read), _segment);
        // A file that was cut off at the end of a segment opens: its length tells.
        if (_filled != Math.Min(SealedFormat.SegmentBytes, length - index * SealedFormat.SegmentBytes))
            throw new AuthenticationTagMismatchException("A sealed file is shorter or longer than it was.");
        _loaded = index;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read asynchronously.");
    public override void Flush() { }
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
