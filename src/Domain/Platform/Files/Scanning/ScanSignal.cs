namespace Portal.Graph.Domain.Platform.Files.Scanning;

/// <summary>Wakes the scans of this process when a file has come.</summary>
public sealed class ScanSignal
{
    private readonly SemaphoreSlim _signal = new(0, 1);

    public void Set()
    {
        try
        {
            if (_signal.CurrentCount == 0) _signal.Release();
        }
        catch (SemaphoreFullException)
        {
            // Set by another at the same time: once is enough.
        }
    }

    internal Task WaitAsync(TimeSpan atMost, CancellationToken ct) => _signal.WaitAsync(atMost, ct);
}
