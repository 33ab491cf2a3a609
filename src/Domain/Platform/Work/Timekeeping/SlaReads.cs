using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Work.Timekeeping;

/// <summary>A day of a queue, all its markets together or one.</summary>
/// <param name="Date">The day.</param>
/// <param name="Opened">Items that came.</param>
/// <param name="Closed">Items done or cancelled.</param>
/// <param name="Open">Items open at the end of the day.</param>
/// <param name="Breached">Of those, overdue.</param>
public sealed record SlaDay(DateOnly Date, int Opened, int Closed, int Open, int Breached);

/// <summary>What a person has in hand.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Name">First and last name.</param>
/// <param name="Held">Open items in their hands.</param>
/// <param name="Breached">Of those, overdue.</param>
public sealed record SlaLoad(long PersonId, string Name, int Held, int Breached);

/// <summary>How a queue keeps its time.</summary>
/// <param name="Queue">The queue.</param>
/// <param name="Open">Items open now.</param>
/// <param name="Breached">Of those, overdue.</param>
/// <param name="Unassigned">Of those, in nobody's hands.</param>
/// <param name="MedianAgeMinutes">Half of the open items were received longer ago than this, half later, in minutes; null when none is open.</param>
/// <param name="Days">Days that are over, oldest first; also those without work.</param>
/// <param name="Loads">Who has how much in hand, by name.</param>
public sealed record SlaReport(
    WorkQueue Queue, int Open, int Breached, int Unassigned, int? MedianAgeMinutes, IReadOnlyList<SlaDay> Days, IReadOnlyList<SlaLoad> Loads);

/// <summary>PLT-09: the supervisor's list, for the queues that the supervisor works.</summary>
public sealed class SlaReads(PortalDb db, ActorScope scope, WorkQueues queues, TimeProvider clock)
{
    /// <summary>The longest time that is shown, in days.</summary>
    public const int MostDays = 92;

    /// <summary>One report per queue, in the catalogue's order; FORBIDDEN for those who do not supervise.</summary>
    /// <param name="market">Of this market alone; of all when null.</param>
    /// <param name="days">How many days that are over, 1 to 92.</param>
    public async Task<Outcome<IReadOnlyList<SlaReport>>> ReportAsync(Market? market, int days, CancellationToken ct)
    {
        if (scope.Actor.Lacks(Permission.StaffSupervise) is { } lacks) return lacks;
        if (days is < 1 or > MostDays) return new InvalidFormat("Days", $"a whole number from 1 to {MostDays}", "30") { Path = ["days"] };
        var mine = queues.Of(scope.Actor).ToList();
        var keys = mine.ConvertAll(q => q.Key);
        // The day that begins last of all markets: every market has counted the day before.
        var today = clock.Today(market ?? Market.NV);
        var first = today.AddDays(-days);
        var counted = (await db.Set<QueueDay>().AsNoTracking()
            .Where(d => keys.Contains(d.Queue) && d.Date >= first && d.Date < today && (market == null || d.Market == market))
            .GroupBy(d => new { d.Queue, d.Date })
            .Select(g => new { g.Key.Queue, g.Key.Date, Opened = g.Sum(d => d.Opened), Closed = g.Sum(d => d.Closed), Open = g.Sum(d => d.Open), Breached = g.Sum(d => d.Breached) })
            .ToListAsync(ct)).ToDictionary(d => (d.Queue, d.Date), d => new SlaDay(d.Date, d.Opened, d.Closed, d.Open, d.Breached));
        List<SlaReport> reports = [];
        foreach (var queue in mine)
        {
            var dates = Enumerable.Range(0, days).Select(first.AddDays);
            reports.Add(await OfAsync(queue, market, [.. dates.Select(date => counted.GetValueOrDefault((queue.Key, date)) ?? new(date, 0, 0, 0, 0))], ct));
        }
        return reports;
    }

    private async Task<SlaReport> OfAsync(WorkQueue queue, Market? market, IReadOnlyList<SlaDay> days, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var open = db.Set<WorkItem>().AsNoTracking().Where(i => i.Queue == queue.Key && WorkFilter.OpenStates.Contains(i.State) && (market == null || i.Market == market));
        var loads = await open.GroupBy(i => new { i.AssigneeId, i.AssigneeName })
            .Select(g => new { g.Key.AssigneeId, g.Key.AssigneeName, Held = g.Count(), Breached = g.Count(i => i.DueAt < now && (i.PausedAt == null || i.DueAt < i.PausedAt)) })
            .ToListAsync(ct);
        var count = loads.Sum(l => l.Held);
        return new(queue, count, loads.Sum(l => l.Breached), loads.Where(l => l.AssigneeId is null).Sum(l => l.Held), await MedianAsync(open, count, now, ct), days,
            [.. loads.Where(l => l.AssigneeId is not null).OrderBy(l => l.AssigneeName, StringComparer.Ordinal).Select(l => new SlaLoad(l.AssigneeId!.Value, l.AssigneeName!, l.Held, l.Breached))]);
    }

    private static async Task<int?> MedianAsync(IQueryable<WorkItem> open, int count, DateTimeOffset now, CancellationToken ct)
    {
        if (count == 0) return null;
        var middle = await open.OrderBy(i => i.ReceivedAt).ThenBy(i => i.Id).Skip((count - 1) / 2).Take(count % 2 == 0 ? 2 : 1).Select(i => i.ReceivedAt).ToListAsync(ct);
        return middle.Count == 0 ? null : (int)Math.Max(0, middle.Average(at => (now - at).TotalMinutes));
    }
}
