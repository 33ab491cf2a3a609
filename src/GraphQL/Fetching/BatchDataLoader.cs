namespace Portal.GraphQL.Fetching;

/// <summary>
/// Loads one value per key; many keys in one batch. What was loaded is kept for the request.
/// <code>
/// public sealed class ClaimById(PortalDb db, LoaderDispatcher dispatcher) : BatchDataLoader&lt;long, Claim&gt;(dispatcher)
/// </code>
/// </summary>
/// <param name="maxBatchSize">How many keys one call of <see cref="LoadBatchAsync"/> gets at most.</param>
public abstract class BatchDataLoader<TKey, TValue>(LoaderDispatcher dispatcher, int maxBatchSize = 1000) : DataLoader(dispatcher)
    where TKey : notnull
{
    // Values are kept, not promises, and every call has its own promise: with one promise for a key, those who find it
    // incomplete and those who find it complete go on in different waves, which splits the batches that come after.
    private readonly Lock _lock = new();
    private readonly Dictionary<TKey, TValue?> _values = [];
    private List<Waiter> _waiting = [];

    private readonly record struct Waiter(TKey Key, TaskCompletionSource<TValue?> Promise);

    /// <summary>Loads the values of distinct keys; a key without a value is left out of the answer.</summary>
    protected abstract Task<IReadOnlyDictionary<TKey, TValue>> LoadBatchAsync(IReadOnlyList<TKey> keys, CancellationToken cancellationToken);

    /// <summary>What a key without a value gives; null (or the default) unless overridden.</summary>
    protected virtual TValue? Missing(TKey key) => default;

    /// <summary>The value of <paramref name="key"/>, loaded with the other keys of the wave; <see cref="Missing"/> when there is none.</summary>
    /// <param name="cancellationToken">Looked at before waiting; the batch itself is cancelled with the request.</param>
    public ValueTask<TValue?> LoadAsync(TKey key, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        TaskCompletionSource<TValue?> promise;
        bool first;
        lock (_lock)
        {
            if (_values.TryGetValue(key, out var value))
                return new(value);
            promise = new();
            first = _waiting.Count == 0;
            _waiting.Add(new(key, promise));
        }
        if (first)
            Dispatcher.KeyAdded();
        return new(promise.Task);
    }

    /// <summary>The values of the keys in their order, null where there is none.</summary>
    public async ValueTask<IReadOnlyList<TValue?>> LoadAsync(IReadOnlyCollection<TKey> keys, CancellationToken cancellationToken = default)
    {
        var loads = new ValueTask<TValue?>[keys.Count];
        var next = 0;
        foreach (var key in keys)
            loads[next++] = LoadAsync(key, cancellationToken);
        var values = new TValue?[loads.Length];
        for (var i = 0; i < loads.Length; i++)
            values[i] = await loads[i];
        return values;
    }

    /// <summary>Puts a value into the cache that was loaded another way; a value already there stays.</summary>
    public void Prime(TKey key, TValue? value)
    {
        lock (_lock)
            _values.TryAdd(key, value ?? Missing(key));
    }

    /// <summary>Forgets the value of a key, after a mutation changed it.</summary>
    public void Clear(TKey key)
    {
        lock (_lock)
            _values.Remove(key);
    }

    internal override bool HasPending
    {
        get
        {
            lock (_lock)
                return _waiting.Count > 0;
        }
    }

    internal override async Task DispatchAsync(CancellationToken cancellationToken)
    {
        List<Waiter> waiters;
        List<TKey> keys;
        lock (_lock)
        {
            (waiters, _waiting) = (_waiting, []);
            keys = KeysOf(waiters);
        }
        Dictionary<TKey, Exception>? failures = null;
        foreach (var batch in Batches(keys))
        {
            try
            {
                Dispatcher.Batches++;
                Keep(batch, await LoadBatchAsync(batch, cancellationToken));
            }
            catch (Exception e)
            {
                failures ??= [];
                foreach (var key in batch)
                    failures[key] = e;
            }
        }
        foreach (var waiter in waiters)
            if (failures is not null && failures.TryGetValue(waiter.Key, out var failure))
                waiter.Promise.TrySetException(failure);
            else
                waiter.Promise.TrySetResult(ValueOf(waiter.Key));
    }

    /// <summary>The distinct keys that have no value yet.</summary>
    private List<TKey> KeysOf(List<Waiter> waiters)
    {
        var keys = new List<TKey>(waiters.Count);
        var seen = waiters.Count > 1 ? new HashSet<TKey>(waiters.Count) : null;
        foreach (var (key, _) in waiters)
            if (!_values.ContainsKey(key) && seen?.Add(key) != false)
                keys.Add(key);
        return keys;
    }

    private IEnumerable<IReadOnlyList<TKey>> Batches(List<TKey> keys) =>
        keys.Count == 0 ? [] : keys.Count <= maxBatchSize ? [keys] : keys.Chunk(maxBatchSize);

    private void Keep(IReadOnlyList<TKey> batch, IReadOnlyDictionary<TKey, TValue> loaded)
    {
        lock (_lock)
            foreach (var key in batch)
                _values[key] = loaded.TryGetValue(key, out var value) ? value : Missing(key);
    }

    private TValue? ValueOf(TKey key)
    {
        lock (_lock)
            return _values.TryGetValue(key, out var value) ? value : Missing(key);
    }
}
