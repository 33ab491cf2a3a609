namespace Portal.Graph.Domain.Platform.Storage;

/// <summary>
/// Lets one writer of this process at a time to an embedded database, in order of arrival; SQLite itself would make the others
/// poll. Open for PostgreSQL, which locks rows.
/// </summary>
public sealed class WriteGate(bool oneAtATime)
{
    private readonly SemaphoreSlim? _gate = oneAtATime ? new(1, 1) : null;

    public Task EnterAsync(CancellationToken ct) => _gate?.WaitAsync(ct) ?? Task.CompletedTask;

    public void Leave() => _gate?.Release();
}
