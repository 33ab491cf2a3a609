using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Work;

/// <summary>What people do with the items of their queues. Of two who take one item at the same time, one gets it.</summary>
public sealed class WorkDesk(PortalDb db, AuditLog audit, ActorScope scope, TimeProvider clock)
{
    public const int NoteLength = 4000;

    public Task<Outcome<WorkItem>> TakeAsync(long id, CancellationToken ct) =>
        ChangeAsync(id, "work.taken", null, (item, me) => item.Take(me, scope.Actor.Name), ct);

    public Task<Outcome<WorkItem>> ReleaseAsync(long id, int? version, CancellationToken ct) =>
        ChangeAsync(id, "work.released", version, (item, me) => item.Release(me, Supervises), ct);

    public Task<Outcome<WorkItem>> NoteAsync(long id, string text, CancellationToken ct) => text.Trim() switch
    {
        "" => Task.FromResult<Outcome<WorkItem>>(new RequiredFieldMissing("Note") { Path = ["text"] }),
        { Length: > NoteLength } => Task.FromResult<Outcome<WorkItem>>(
            new InvalidFormat("Note", $"at most {NoteLength} characters", "a shorter text") { Path = ["text"] }),
        var note => ChangeAsync(id, "work.noted", null, (item, me) => item.Note(note, me, scope.Actor.Name, clock.GetUtcNow()), ct),
    };

    public Task<Outcome<WorkItem>> CompleteAsync(long id, int? version, CancellationToken ct) =>
        ChangeAsync(id, "work.completed", version, (item, me) => item.Complete(me, clock.GetUtcNow()), ct);

    /// <summary>PLT-08, A.2: only a supervisor reopens.</summary>
    public Task<Outcome<WorkItem>> ReopenAsync(long id, int? version, CancellationToken ct) =>
        scope.Actor.Lacks(Permission.StaffSupervise) is { } refusal
            ? Task.FromResult<Outcome<WorkItem>>(refusal)
            : ChangeAsync(id, "work.reopened", version, (item, me) => item.Reopen(me, scope.Actor.Name), ct);

    /// <summary>
    /// For a desk that decides the item's subject, inside its open write scope: the item in the actor's own hands, tracked, to be
    /// completed in the same save.
    /// </summary>
    public async Task<Outcome<WorkItem>> HeldAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } item) return new NotFound("work item");
        if (scope.Actor.Lacks(WorkQueue.ByKey(item.Queue).Permission) is { } lacks) return lacks;
        return item.Holds(scope.Actor.UserId ?? 0, false) is { } refusal ? refusal : item;
    }

    /// <summary>Completes a held item inside the caller's write scope.</summary>
    public Refusal? Complete(WorkItem held)
    {
        var before = held.State;
        if (held.Complete(scope.Actor.UserId ?? 0, clock.GetUtcNow()) is { } refusal) return refusal;
        audit.Changed("work.completed", held, before: new { State = before }, after: new { held.State });
        return null;
    }

    private bool Supervises => scope.Actor.Has(Permission.StaffSupervise);

    private async Task<Outcome<WorkItem>> ChangeAsync(
        long id, string action, int? version, Func<WorkItem, long, Refusal?> change, CancellationToken ct)
    {
        await using var write = await db.BeginSharedWriteAsync(ct);
        if (await FindAsync(id, ct) is not { } item) return new NotFound("work item");
        if (scope.Actor.Lacks(WorkQueue.ByKey(item.Queue).Permission) is { } lacks) return lacks;
        if (version is { } read && read != item.Version) return new ConcurrentChange("work item");
        var before = new { item.State, item.AssigneeId };
        if (change(item, scope.Actor.UserId ?? 0) is { } refusal) return refusal;
        audit.Changed(action, item, before: before, after: new { item.State, item.AssigneeId });
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

    // PostgreSQL lets both read; who comes second learns who was first.
    private async Task<Refusal> LostRaceAsync(long id, CancellationToken ct)
    {
        var now = await db.Set<WorkItem>().AsNoTracking().SingleAsync(i => i.Id == id, ct);
        return now.AssigneeName is { } name && now.AssigneeId != scope.Actor.UserId ? new WorkItemTaken(name) : new ConcurrentChange("work item");
    }

    private Task<WorkItem?> FindAsync(long id, CancellationToken ct) =>
        db.Set<WorkItem>().Include(i => i.Notes).SingleOrDefaultAsync(i => i.Id == id, ct);
}
