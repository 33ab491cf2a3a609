using Portal.Graph.Domain.Platform.Files.Sealing;

namespace Portal.Graph.Domain.Platform.Files.Stores;

/// <summary>Opens stored contents with their keys.</summary>
public sealed class SealedContents(IFileStore store, FileKeys keys)
{
    /// <summary>The bytes as they were sent, readable from any position; null when the store has lost them.</summary>
    public async Task<Stream?> OpenAsync(StoredContent content, CancellationToken ct)
    {
        if (await store.OpenAsync(content.StoreName, 0, ct) is not { } first) return null;
        var key = keys.Open(content.KeyId, content.WrappedKey);
        return new SealedReader(SealedFormat.Cipher(key.Key), content.SizeBytes, new StoreRecords(store, content.StoreName, first), ownsCipher: true);
    }

    /// <summary>Reads on in one stream; who jumps gets another.</summary>
    private sealed class StoreRecords(IFileStore store, string name, Stream first) : ISealedRecords
    {
        private Stream _source = first;
        private long _next;

        public async ValueTask<int> ReadAsync(long index, Memory<byte> record, CancellationToken ct)
        {
            if (index != _next)
            {
                await _source.DisposeAsync();
                _source = await store.OpenAsync(name, index * SealedFormat.RecordBytes, ct) ?? throw new FileNotFoundException($"The store lost {name}.");
            }
            _next = index + 1;
            return await _source.ReadAtLeastAsync(record, record.Length, throwOnEndOfStream: false, ct);
        }

        public ValueTask DisposeAsync() => _source.DisposeAsync();
    }
}
