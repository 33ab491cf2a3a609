namespace Portal.GraphQL.Fetching;

/// <summary>Loads the list that belongs to each key; a key without any gives an empty list.</summary>
public abstract class GroupedDataLoader<TKey, TValue>(LoaderDispatcher dispatcher, int maxBatchSize = 1000)
    : BatchDataLoader<TKey, IReadOnlyList<TValue>>(dispatcher, maxBatchSize)
    where TKey : notnull
{
    /// <summary>Loads everything that belongs to the keys; <see cref="ILookup{TKey, TElement}"/> is what <c>ToLookup</c> makes.</summary>
    protected abstract Task<ILookup<TKey, TValue>> LoadGroupedAsync(IReadOnlyList<TKey> keys, CancellationToken cancellationToken);

    /// <summary>The list that belongs to <paramref name="key"/>; never null.</summary>
    public new ValueTask<IReadOnlyList<TValue>> LoadAsync(TKey key, CancellationToken cancellationToken = default) =>
        base.LoadAsync(key, cancellationToken)!;

    protected sealed override IReadOnlyList<TValue> Missing(TKey key) => [];

    protected sealed override async Task<IReadOnlyDictionary<TKey, IReadOnlyList<TValue>>> LoadBatchAsync(
        IReadOnlyList<TKey> keys, CancellationToken cancellationToken)
    {
        var lookup = await LoadGroupedAsync(keys, cancellationToken);
        return keys.ToDictionary(k => k, k => (IReadOnlyList<TValue>)[.. lookup[k]]);
    }
}
