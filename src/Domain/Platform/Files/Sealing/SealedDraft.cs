using System.Security.Cryptography;

namespace Portal.Graph.Domain.Platform.Files.Sealing;

/// <summary>
/// A sealed file that still grows, held by one writer at a time. What is in memory is one segment. Its length on disk is the truth about
/// how much has arrived: after a crash a last record that does not open is dropped.
/// </summary>
internal sealed class SealedDraft : IAsyncDisposable
{
    private readonly FileStream _file;
    private readonly AesGcm _cipher;
    private readonly byte[] _segment = GC.AllocateUninitializedArray<byte>(SealedFormat.SegmentBytes);
    private readonly byte[] _record = GC.AllocateUninitializedArray<byte>(SealedFormat.RecordBytes);
    private long _full;
    private int _filled;

    private SealedDraft(FileStream file, byte[] key) => (_file, _cipher) = (file, SealedFormat.Cipher(key));

    /// <summary>Bytes that have arrived.</summary>
    public long Length => _full * SealedFormat.SegmentBytes + _filled;

    /// <summary>Opens or begins a draft; null while another request writes to it.</summary>
    public static async Task<SealedDraft?> OpenAsync(string path, byte[] key, CancellationToken ct)
    {
        FileStream file;
        try
        {
            file = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
        var draft = new SealedDraft(file, key);
        try
        {
            await draft.RecoverAsync(ct);
            return draft;
        }
        catch
        {
            await draft.DisposeAsync();
            throw;
        }
    }

    /// <summary>Appends until the input ends or the draft is as long as it may get. What came before a broken connection is kept.</summary>
    /// <param name="limit">The length that must not be passed.</param>
    /// <returns>False when the input had more than that.</returns>
    public async Task<bool> AppendAsync(Stream input, long limit, IReadOnlyList<IncrementalHash> hashes, CancellationToken ct)
    {
        try
        {
            while (true)
            {
                var room = (int)Math.Min(SealedFormat.SegmentBytes - _filled, limit - Length);
                if (room == 0) return await input.ReadAsync(_record.AsMemory(0, 1), ct) == 0;
                var read = await input.ReadAsync(_segment.AsMemory(_filled, room), ct);
                if (read == 0) return true;
                foreach (var hash in hashes) hash.AppendData(_segment, _filled, read);
                _filled += read;
                if (_filled == SealedFormat.SegmentBytes) await WriteSegmentAsync();
            }
        }
        finally
        {
            await WriteSegmentAsync();
        }
    }

    /// <summary>Drops what came after the given length.</summary>
    public async Task TruncateAsync(long length)
    {
        if (length >= Length) return;
        var index = length / SealedFormat.SegmentBytes;
        var keep = (int)(length % SealedFormat.SegmentBytes);
        if (keep > 0) await ReadSegmentAsync(index, _segment, CancellationToken.None);
        (_full, _filled) = (index, keep);
        _file.SetLength(index * SealedFormat.RecordBytes);
        await WriteSegmentAsync();
    }

    /// <summary>The bytes so far, from the beginning; valid while the draft is open and nothing is appended.</summary>
    public SealedReader Read() => new(_cipher, Length, new DraftRecords(_file));

    /// <summary>Returns when everything is on the disk.</summary>
    public void Flush() => _file.Flush(flushToDisk: true);

    public async ValueTask DisposeAsync()
    {
        _cipher.Dispose();
        await _file.DisposeAsync();
    }

    private async Task WriteSegmentAsync()
    {
        if (_filled == 0) return;
        var length = SealedFormat.Seal(_cipher, _full, _segment.AsSpan(0, _filled), _record);
        await RandomAccess.WriteAsync(_file.SafeFileHandle, _record.AsMemory(0, length), _full * SealedFormat.RecordBytes, CancellationToken.None);
        if (_filled < SealedFormat.SegmentBytes) return;
        (_full, _filled) = (_full + 1, 0);
    }

    private async Task RecoverAsync(CancellationToken ct)
    {
        var records = (_file.Length + SealedFormat.RecordBytes - 1) / SealedFormat.RecordBytes;
        if (records == 0) return;
        try
        {
            var filled = await ReadSegmentAsync(records - 1, _segment, ct);
            (_full, _filled) = filled == SealedFormat.SegmentBytes ? (records, 0) : (records - 1, filled);
        }
        catch (AuthenticationTagMismatchException)
        {
            _full = records - 1;
            _file.SetLength(_full * SealedFormat.RecordBytes);
        }
    }

    private async Task<int> ReadSegmentAsync(long index, byte[] segment, CancellationToken ct)
    {
        var read = await RandomAccess.ReadAsync(_file.SafeFileHandle, _record, index * SealedFormat.RecordBytes, ct);
        return SealedFormat.Open(_cipher, index, _record.AsSpan(0, read), segment);
    }

    private sealed class DraftRecords(FileStream file) : ISealedRecords
    {
        public async ValueTask<int> ReadAsync(long index, Memory<byte> record, CancellationToken ct) =>
            await RandomAccess.ReadAsync(file.SafeFileHandle, record, index * SealedFormat.RecordBytes, ct);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
