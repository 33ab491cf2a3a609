using System.Collections.Concurrent;

namespace Portal.GraphQL.Execution;

/// <summary>
/// Keeps what was used last, at most so many and so many bytes. Two generations: what the old one is asked for moves to the
/// new one; when the new one is full it becomes the old one. Reading takes no lock.
/// </summary>
/// <param name="size">How many are kept.</param>
/// <param name="maxBytes">How much they may weigh together, as it is told with each.</param>
internal sealed class DocumentCache<TValue>(int size, long maxBytes) where TValue : class
{
    private readonly Lock _lock = new();
    private readonly int _generation = Math.Max(1, size / 2);
    private readonly long _generationBytes = maxBytes / 2;
    private ConcurrentDictionary<string, Entry> _new = new(StringComparer.Ordinal);
    private ConcurrentDictionary<string, Entry> _old = new(StringComparer.Ordinal);
    private long _newBytes;
    private long _oldBytes;

    private sealed record Entry(TValue Value, long Bytes);

    public int Count => _new.Count + _old.Count;

    /// <summary>What is kept weighs so much.</summary>
    public long Bytes
    {
        get
        {
            lock (_lock)
                return _newBytes + _oldBytes;
        }
    }

    public TValue? Find(string key)
    {
        if (_new.TryGetValue(key, out var entry))
            return entry.Value;
        if (_old.TryGetValue(key, out entry))
            Add(key, entry);
        return entry?.Value;
    }

    /// <summary>Keeps a value, unless it alone weighs more than half of what all may.</summary>
    public void Add(string key, TValue value, long bytes)
    {
        if (bytes <= _generationBytes)
            Add(key, new Entry(value, bytes));
    }

    private void Add(string key, Entry entry)
    {
        lock (_lock)
        {
            if (_new.TryRemove(key, out var same))
                _newBytes -= same.Bytes;
            if (_old.TryRemove(key, out same))
                _oldBytes -= same.Bytes;
            if (_new.Count >= _generation || _newBytes + entry.Bytes > _generationBytes)
            {
                (_old, _new) = (_new, new(StringComparer.Ordinal));
                (_oldBytes, _newBytes) = (_newBytes, 0);
            }
            _new[key] = entry;
            _newBytes += entry.Bytes;
        }
    }
}
