namespace Portal.GraphQL.Fetching;

/// <summary>Collects the keys that fields of one wave ask for and loads them together. Scoped: one instance per request.</summary>
public abstract class DataLoader
{
    protected DataLoader(LoaderDispatcher dispatcher)
    {
        Dispatcher = dispatcher;
        dispatcher.Register(this);
    }

    private protected LoaderDispatcher Dispatcher { get; }

    /// <summary>Whether keys wait to be loaded.</summary>
    internal abstract bool HasPending { get; }

    /// <summary>Loads everything pending, batch after batch, and completes those who wait for it. Never throws: failures go to the waiters.</summary>
    internal abstract Task DispatchAsync(CancellationToken cancellationToken);
}
