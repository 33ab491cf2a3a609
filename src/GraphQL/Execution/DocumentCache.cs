namespace Portal.GraphQL.Execution;

/// <summary>
/// Keeps the documents used last, at most so many. Two generations: what the old one is asked for moves to the new one;
/// when the new one is full it becomes the old one. Reading takes no lock.
/// </summary>
internal sealed class DocumentCache<TValue>(int size) where TValue : class
{
    private readonly Lock _lock = new();
    private readonly int _generation = Math.Max(1, size / 2);
    private System.Collections.Concurrent.ConcurrentDictionary<string, TValue> _new = new(StringComparer.Ordinal);
    private System.Collections.Concurrent.ConcurrentDictionary<string, TValue> _old = new(StringComparer.Ordinal);

    public int Count => _new.Count + _old.Count;

    public TValue? Find(string key)
    {
        if (_new.TryGetValue(key, out var value))
            return value;
        if (_old.TryGetValue(key, out value))
            Add(key, value);
        return value;
    }

    public void Add(string key, TValue value)
    {
        lock (_lock)
        {
            if (_new.Count >= _generation)
                (_old, _new) = (_new, new(StringComparer.Ordinal));
            _old.TryRemove(key, out _);
            _new[key] = value;
        }
    }
}
