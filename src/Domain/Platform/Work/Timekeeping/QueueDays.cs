using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Jobs;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Work.Timekeeping;

/// <summary>PLT-09: counts every day that is over, once; what was missed is counted from the items' steps as if it had been counted then.</summary>
public sealed class QueueDays(PortalDb db, TimeProvider clock) : IScheduledJob
{
    /// <summary>So many days back the first run begins, and one after a longer pause.</summary>
    public const int MostDays = 100;

    public async Task<IReadOnlyDictionary<string, int>> RunAsync(CancellationToken ct) => new Dictionary<string, int> { ["rows"] = await CatchUpAsync(ct) };

    /// <returns>How many rows were written.</returns>
    public async Task<int> CatchUpAsync(CancellationToken ct)
    {
        var rows = 0;
        foreach (var market in Enum.GetValues<Market>()) rows += await CatchUpAsync(market, ct);
        return rows;
    }

    private async Task<int> CatchUpAsync(Market market, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        var today = clock.Today(market);
        var counted = await db.Set<QueueDay>().Where(d => d.Market == market).MaxAsync(d => (DateOnly?)d.Date, ct);
        var first = counted is { } last && last.AddDays(1) > today.AddDays(-MostDays) ? last.AddDays(1) : today.AddDays(-MostDays);
        if (first >= today) return 0;
        var lives = await LivesAsync(market, WorkClockPolicy.StartOf(first, market), ct);
        List<QueueDay> days = [];
        foreach (var queue in lives.GroupBy(l => l.Queue))
            for (var day = first; day < today; day = day.AddDays(1))
                if (Count(queue.Key, market, day, [.. queue]) is { } row) days.Add(row);
        db.AddRange(days);
        await write.CommitAsync(ct);
        db.ChangeTracker.Clear();
        return days.Count;
    }

    private static QueueDay? Count(string queue, Market market, DateOnly day, List<ItemLife> lives)
    {
        var (from, to) = (WorkClockPolicy.StartOf(day, market), WorkClockPolicy.StartOf(day.AddDays(1), market));
        var row = new QueueDay
        {
            Queue = queue, Market = market, Date = day,
            Opened = lives.Count(l => l.OpenedAt >= from && l.OpenedAt < to), Closed = lives.Sum(l => l.Closings(from, to)),
            Open = lives.Count(l => l.IsOpen(to)), Breached = lives.Count(l => l.IsBreached(to)),
        };
        return row is { Opened: 0, Closed: 0, Open: 0 } ? null : row;
    }

    // Whatever was not closed for good before the first day.
    private async Task<List<ItemLife>> LivesAsync(Market market, DateTimeOffset since, CancellationToken ct)
    {
        WorkStep[] turns = [WorkStep.Completed, WorkStep.Cancelled, WorkStep.Reopened];
        var items = db.Set<WorkItem>().AsNoTracking().Where(i => i.Market == market && (i.ClosedAt == null || i.ClosedAt >= since));
        var steps = (await items.SelectMany(i => i.Events, (i, e) => new { i.Id, No = e.Id, e.At, e.Step }).Where(e => turns.Contains(e.Step)).ToListAsync(ct))
            .OrderBy(e => e.No).ToLookup(e => e.Id, e => new LifeStep(e.At, e.Step is not WorkStep.Reopened));
        var pauses = (await items.SelectMany(i => i.Pauses, (i, p) => new { i.Id, p.From, p.To, p.DueBefore }).ToListAsync(ct))
            .OrderBy(p => p.From).ToLookup(p => p.Id, p => new LifePause(p.From, p.To, p.DueBefore));
        return (await items.Select(i => new { i.Id, i.Queue, i.OpenedAt, i.DueAt, i.PausedAt }).ToListAsync(ct))
            .ConvertAll(i => new ItemLife(i.Queue, i.OpenedAt, i.DueAt, i.PausedAt, [.. steps[i.Id]], [.. pauses[i.Id]]));
    }
}
