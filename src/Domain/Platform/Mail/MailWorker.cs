using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Portal.Graph.Domain.Platform.Mail;

/// <summary>Has mail sent every <c>Mail:PollMilliseconds</c> while the program runs.</summary>
public sealed class MailWorker(MailSender sender, MailSettings settings, TimeProvider clock, ILogger<MailWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(settings.PollMilliseconds), clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
            {
                try
                {
                    await sender.SendDueAsync(stop);
                }
                catch (Exception e) when (!stop.IsCancellationRequested)
                {
                    log.LogError(e, "Mail could not be looked for; it is tried again.");
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The host stops.
        }
    }
}
