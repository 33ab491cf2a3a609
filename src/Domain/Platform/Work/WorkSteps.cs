using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Calendars;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Work;

/// <summary>One step with one item: found, allowed, at the version that was read, audited, saved. Of two at once, one is saved.</summary>
public sealed class WorkSteps(PortalDb db, AuditLog audit, ActorScope scope, WorkQueues queues, HolidayCalendar holidays)
{
    /// <summary>Who acts; the portal itself has the id 0.</summary>
    public Worker Me => new(scope.Actor.UserId ?? 0, scope.Actor.Name, scope.Actor.Has(Permission.StaffSupervise));

    public async Task<Outcome<WorkItem>> ChangeAsync(
        long id, string action, int? version, Func<WorkItem, ValueTask<Refusal?>> change, CancellationToken ct)
    {
        // Of two who change one item its version lets one through.
        await using var write = await db.BeginSharedWriteAsync(ct);
        var found = await AllowedAsync(id, ct);
        if (!found.Succeeded) return found;
        var item = found.Value;
        if (version is { } read && read != item.Version) return new ConcurrentChange("work item");
        var before = Said(item);
        if (await change(item) is { } refusal) return refusal;
        audit.Changed(action, item, before: before, after: Said(item));
        try
        {
            await write.CommitAsync(ct);
            return item;
        }
        catch (DbUpdateConcurrencyException)
        {
            return await LostRaceAsync(id, ct);
        }
    }

    /// <summary>The item, tracked, for somebody who works its queue.</summary>
    internal async Task<Outcome<WorkItem>> AllowedAsync(long id, CancellationToken ct)
    {
        if (await db.Set<WorkItem>().Include(i => i.Notes.OrderBy(n => n.Id)).SingleOrDefaultAsync(i => i.Id == id, ct) is not { } item) return new NotFound("work item");
        return scope.Actor.Lacks(queues.ByKey(item.Queue).Permission) is { } lacks ? lacks : item;
    }

    /// <summary>A.2: PENDING_INFO→ASSIGNED; the due time moves in the unit of the queue.</summary>
    internal async ValueTask<Refusal?> GoOnAsync(WorkItem item, WorkStep because, Worker? by, DateTimeOffset at, CancellationToken ct) =>
        item.GoOn(because, by, queues.ByKey(item.Queue).Sla?.Unit ?? SlaUnit.CalendarDays, await holidays.OfAsync(item.Market, ct), at);

    /// <summary>What the trail says about an item.</summary>
    internal static object Said(WorkItem item) => new { item.State, item.AssigneeId, item.Priority, item.DueAt };

    // PostgreSQL lets both read; who comes second learns who was first.
    private async Task<Refusal> LostRaceAsync(long id, CancellationToken ct)
    {
        var now = await db.Set<WorkItem>().AsNoTracking().SingleAsync(i => i.Id == id, ct);
        return now.AssigneeName is { } name && now.AssigneeId != scope.Actor.UserId ? new WorkItemTaken(name) : new ConcurrentChange("work item");
    }
}
