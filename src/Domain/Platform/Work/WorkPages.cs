using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Portal.Graph.Domain.Platform.Work;

/// <summary>By what the items of a queue are sorted.</summary>
public enum WorkSort
{
    /// <summary>By due time.</summary>
    Due,

    /// <summary>By time of receipt.</summary>
    Received,

    /// <summary>In the order in which they came into the queue.</summary>
    Number,

    /// <summary>By priority.</summary>
    Priority,
}

/// <summary>An order, and whether it is turned round.</summary>
public sealed record WorkOrder(WorkSort By = WorkSort.Due, bool Descending = false);

/// <summary>A page of a queue.</summary>
/// <param name="Total">How many items fit the filter.</param>
/// <param name="Before">Asks for the page before this one; null on the first.</param>
/// <param name="After">Asks for the page after this one; null on the last.</param>
public sealed record WorkPage(IReadOnlyList<WorkItem> Rows, int Total, string? Before, string? After);

/// <summary>Queues page by page: a page begins after an item, so that what comes in or goes out meanwhile moves nothing.</summary>
public sealed class WorkPages(WorkReads reads)
{
    /// <param name="narrow">A filter of the queue's own beside the common ones.</param>
    /// <param name="after">The <see cref="WorkPage.After"/> of the page before; something else asks for the first page.</param>
    /// <param name="before">The <see cref="WorkPage.Before"/> of the page after.</param>
    public async Task<WorkPage> ReadAsync(
        string queue, WorkFilter filter, WorkOrder order, string? after, string? before, int size, CancellationToken ct,
        Func<IQueryable<WorkItem>, IQueryable<WorkItem>>? narrow = null)
    {
        var items = reads.Queue(queue, filter).Query;
        if (narrow is not null) items = narrow(items);
        var total = await items.CountAsync(ct);
        var back = Cursor.Of(before) is not null;
        var cursor = Cursor.Of(before) ?? Cursor.Of(after);
        var direction = order.Descending ^ back;
        var rows = await Sorted(cursor is { } from ? Beyond(items, order.By, direction, from) : items, order.By, direction).Take(size + 1).ToListAsync(ct);
        var more = rows.Count > size;
        if (more) rows.RemoveAt(size);
        if (back) rows.Reverse();
        var (hasBefore, hasAfter) = back ? (more, true) : (cursor is not null, more);
        return new(rows, total, hasBefore && rows.Count > 0 ? Cursor.To(rows[0], order.By) : null, hasAfter && rows.Count > 0 ? Cursor.To(rows[^1], order.By) : null);
    }

    private static IQueryable<WorkItem> Sorted(IQueryable<WorkItem> items, WorkSort by, bool descending) => (by, descending) switch
    {
        (WorkSort.Due, false) => items.OrderBy(i => i.DueAt).ThenBy(i => i.Id),
        (WorkSort.Due, true) => items.OrderByDescending(i => i.DueAt).ThenByDescending(i => i.Id),
        (WorkSort.Received, false) => items.OrderBy(i => i.ReceivedAt).ThenBy(i => i.Id),
        (WorkSort.Received, true) => items.OrderByDescending(i => i.ReceivedAt).ThenByDescending(i => i.Id),
        (WorkSort.Number, false) => items.OrderBy(i => i.Id),
        (WorkSort.Number, true) => items.OrderByDescending(i => i.Id),
        (WorkSort.Priority, false) => items.OrderBy(i => i.Priority).ThenBy(i => i.Id),
        (WorkSort.Priority, true) => items.OrderByDescending(i => i.Priority).ThenByDescending(i => i.Id),
    };

    private static IQueryable<WorkItem> Beyond(IQueryable<WorkItem> items, WorkSort by, bool descending, Cursor from)
    {
        var (at, number, id) = (from.At, from.Value, from.Id);
        return (by, descending) switch
        {
            (WorkSort.Due, false) => items.Where(i => i.DueAt > at || (i.DueAt == at && i.Id > id)),
            (WorkSort.Due, true) => items.Where(i => i.DueAt < at || (i.DueAt == at && i.Id < id)),
            (WorkSort.Received, false) => items.Where(i => i.ReceivedAt > at || (i.ReceivedAt == at && i.Id > id)),
            (WorkSort.Received, true) => items.Where(i => i.ReceivedAt < at || (i.ReceivedAt == at && i.Id < id)),
            (WorkSort.Number, false) => items.Where(i => i.Id > id),
            (WorkSort.Number, true) => items.Where(i => i.Id < id),
            (WorkSort.Priority, false) => items.Where(i => i.Priority > number || (i.Priority == number && i.Id > id)),
            (WorkSort.Priority, true) => items.Where(i => i.Priority < number || (i.Priority == number && i.Id < id)),
        };
    }

    private readonly record struct Cursor(long Value, long Id)
    {
        public DateTimeOffset At => new(Value, TimeSpan.Zero);

        public static string To(WorkItem item, WorkSort by) => string.Create(CultureInfo.InvariantCulture, $"{by switch
        {
            WorkSort.Due => item.DueAt.UtcTicks,
            WorkSort.Received => item.ReceivedAt.UtcTicks,
            WorkSort.Number => item.Id,
            WorkSort.Priority => item.Priority,
        }}.{item.Id}");

        public static Cursor? Of(string? text) =>
            text?.Split('.') is [var value, var id]
            && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var v) && v <= DateTime.MaxValue.Ticks
            && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var i) ? new(v, i) : null;
    }
}
