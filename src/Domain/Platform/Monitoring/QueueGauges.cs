using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Portal.Graph.Domain.Platform.Mail;
using Portal.Graph.Domain.Platform.Outbox.Tasks;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Domain.Platform.Work;

namespace Portal.Graph.Domain.Platform.Monitoring;

// PLT-22, PLT-17: numbers and codes, never whom they are about.
/// <summary>
/// How much waits, as gauges under the name <see cref="MeterName"/>: open work items by queue, mails and tasks by state. Looked up every
/// half minute while somebody listens.
/// </summary>
public sealed class QueueGauges : BackgroundService
{
    public const string MeterName = "Portal.Graph";
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);
    private readonly Meter _meter = new(MeterName);
    private readonly IServiceScopeFactory _scopes;
    private readonly TimeProvider _clock;
    private readonly ILogger<QueueGauges> _log;
    private readonly ObservableGauge<int> _work;
    private volatile Counts _counts = new([], [], []);

    public QueueGauges(IServiceScopeFactory scopes, TimeProvider clock, ILogger<QueueGauges> log)
    {
        (_scopes, _clock, _log) = (scopes, clock, log);
        _work = _meter.CreateObservableGauge("portal.work.open", () => Measure(_counts.Work, "portal.queue"), null, "Work items that are open, by queue.");
        _meter.CreateObservableGauge("portal.mail", () => Measure(_counts.Mail, "portal.state"), null, "Mails that wait or were given up.");
        _meter.CreateObservableGauge("portal.tasks", () => Measure(_counts.Tasks, "portal.state"), null, "Tasks of the outbox that wait or were given up.");
    }

    /// <summary>Looks the numbers up.</summary>
    public async Task SampleAsync(CancellationToken ct)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var work = await db.Set<WorkItem>().Where(i => i.State == WorkState.New || i.State == WorkState.Assigned || i.State == WorkState.PendingInfo)
            .GroupBy(i => i.Queue).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var tasks = await db.Set<OutboxTask>().Where(t => t.State == OutboxTaskState.Waiting || t.State == OutboxTaskState.Dead)
            .GroupBy(t => new { t.State, IsMail = t.Kind == MailSender.Kind }).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        int Of(OutboxTaskState state, bool mailAlone) => tasks.Where(t => t.Key.State == state && (t.Key.IsMail || !mailAlone)).Sum(t => t.Count);
        _counts = new(
            work,
            new() { ["waiting"] = Of(OutboxTaskState.Waiting, true), ["failed"] = Of(OutboxTaskState.Dead, true) },
            new() { ["waiting"] = Of(OutboxTaskState.Waiting, false), ["dead"] = Of(OutboxTaskState.Dead, false) });
    }

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Pause, _clock);
        try
        {
            do
            {
                try
                {
                    if (_work.Enabled) await SampleAsync(stop);
                }
                catch (Exception e) when (!stop.IsCancellationRequested)
                {
                    _log.LogWarning(e, "The queues could not be counted.");
                }
            }
            while (await timer.WaitForNextTickAsync(stop));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    public override void Dispose()
    {
        _meter.Dispose();
        base.Dispose();
    }

    private static IEnumerable<Measurement<int>> Measure(Dictionary<string, int> counts, string tag) =>
        counts.Select(c => new Measurement<int>(c.Value, new KeyValuePair<string, object?>(tag, c.Key)));

    private sealed record Counts(Dictionary<string, int> Work, Dictionary<string, int> Mail, Dictionary<string, int> Tasks);
}
