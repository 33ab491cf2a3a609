using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Portal.Graph.Domain.Platform.Files.Scanning;

/// <summary>Scans while the program runs: at once what this process took in, within seconds what others did.</summary>
public sealed class ScanWorker(FileScans scans, ScanSignal signal, ILogger<ScanWorker> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        try
        {
            while (true)
            {
                await signal.WaitAsync(Poll, stop);
                try
                {
                    await scans.ScanDueAsync(stop);
                }
                catch (Exception e) when (!stop.IsCancellationRequested)
                {
                    log.LogError(e, "Files could not be scanned; they are asked for again.");
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The host stops.
        }
    }
}
