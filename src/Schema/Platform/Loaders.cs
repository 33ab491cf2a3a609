using Portal.Graph.Domain.Platform.Storage;
using Portal.GraphQL.Fetching;

namespace Portal.Graph.Schema.Platform;

/// <summary>The records of many ids by one read.</summary>
public abstract class RecordById<T>(Func<IReadOnlyList<long>, CancellationToken, Task<IReadOnlyList<T>>> read, LoaderDispatcher dispatcher)
    : BatchDataLoader<long, T>(dispatcher) where T : class, IEntity
{
    protected override async Task<IReadOnlyDictionary<long, T>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken) =>
        (await read(keys, cancellationToken)).ToDictionary(record => record.Id);
}

/// <summary>The rows of many records by one read.</summary>
public abstract class RowsByRecord<T>(Func<IReadOnlyList<long>, CancellationToken, Task<ILookup<long, T>>> read, LoaderDispatcher dispatcher)
    : GroupedDataLoader<long, T>(dispatcher)
{
    protected override Task<ILookup<long, T>> LoadGroupedAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken) => read(keys, cancellationToken);
}
