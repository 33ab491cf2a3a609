namespace Portal.GraphQL.Fetching;

/// <summary>
/// Knows the loaders of a request and dispatches their batches one after another, so that two of them never use the
/// DbContext at once. The executor dispatches when no field is ready; whoever uses loaders outside an operation
/// calls <see cref="DispatchAsync"/>.
/// </summary>
public sealed class LoaderDispatcher
{
    private readonly Lock _lock = new();
    private readonly List<DataLoader> _loaders = [];
    private TaskCompletionSource? _signal;
    private bool _dispatching;

    /// <summary>How many batches were loaded so far.</summary>
    public int Batches { get; internal set; }

    public bool HasPending
    {
        get
        {
            lock (_lock)
            {
                foreach (var loader in _loaders)
                    if (loader.HasPending)
                        return true;
                return false;
            }
        }
    }

    /// <summary>Loads what is pending, loader after loader. Keys that those who waited ask for next stay for the next call.</summary>
    public async Task DispatchAsync(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _dispatching, true))
            throw new InvalidOperationException("Loader batches are being dispatched already: a loader must not wait for another.");
        try
        {
            DataLoader[] pending;
            lock (_lock)
                pending = [.. _loaders.Where(l => l.HasPending)];
            foreach (var loader in pending)
                await loader.DispatchAsync(cancellationToken);
        }
        finally
        {
            Volatile.Write(ref _dispatching, false);
        }
    }

    internal void Register(DataLoader loader)
    {
        lock (_lock)
            _loaders.Add(loader);
    }

    /// <summary>Completes when a key is waiting.</summary>
    internal Task WhenPendingAsync()
    {
        lock (_lock)
            _signal ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
        if (HasPending)
            KeyAdded();
        lock (_lock)
            return _signal?.Task ?? Task.CompletedTask;
    }

    internal void KeyAdded()
    {
        TaskCompletionSource? signal;
        lock (_lock)
            (signal, _signal) = (_signal, null);
        signal?.SetResult();
    }
}
