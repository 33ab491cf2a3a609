using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Outbox.Tasks;

/// <summary>Shows those who look after jobs what waits, what was done and what was given up, and has the last tried again or laid aside.</summary>
public sealed class OutboxTaskDesk(PortalDb db, AuditLog audit, ActorScope scope, TimeProvider clock)
{
    /// <summary>Tasks of the state and kind, newest first.</summary>
    public AuditedQuery<OutboxTask> Of(OutboxTaskState? state, string? kind = null)
    {
        var allowed = scope.Actor.Has(Permission.StaffJobs);
        var tasks = db.Set<OutboxTask>().AsNoTracking().Where(t => allowed);
        if (state is { } wanted) tasks = tasks.Where(t => t.State == wanted);
        if (kind is { Length: > 0 }) tasks = tasks.Where(t => t.Kind == kind);
        return new(tasks.OrderByDescending(t => t.Id), _ => { });
    }

    /// <summary>How many tasks stand where.</summary>
    public async Task<IReadOnlyDictionary<OutboxTaskState, int>> CountsAsync(CancellationToken ct) => scope.Actor.Has(Permission.StaffJobs)
        ? await db.Set<OutboxTask>().GroupBy(t => t.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct)
        : new Dictionary<OutboxTaskState, int>();

    /// <summary>Null when there is none, or the actor does not look after jobs.</summary>
    public async Task<OutboxTask?> FindAsync(long id, CancellationToken ct) => scope.Actor.Has(Permission.StaffJobs)
        ? await db.Set<OutboxTask>().AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, ct) : null;

    /// <summary>Has a task that was given up tried anew.</summary>
    public Task<Outcome<OutboxTask>> TryAgainAsync(long id, CancellationToken ct) =>
        EndAsync(id, $""" "State" = '{nameof(OutboxTaskState.Waiting)}', "Attempts" = 0, "DueAt" = @1, "EndedAt" = NULL""", "outbox.triedAgain", ct);

    /// <summary>Lays a task that was given up aside for good: what it was to do is not needed any more.</summary>
    public Task<Outcome<OutboxTask>> DiscardAsync(long id, CancellationToken ct) =>
        EndAsync(id, $""" "State" = '{nameof(OutboxTaskState.Discarded)}', "EndedAt" = @1""", "outbox.discarded", ct);

    private async Task<Outcome<OutboxTask>> EndAsync(long id, string set, string action, CancellationToken ct)
    {
        if (scope.Actor.Lacks(Permission.StaffJobs) is { } lacks) return lacks;
        await using var write = await db.BeginWriteAsync(ct);
        await using var change = new RowStatement(db.Database.GetDbConnection(), db.Database.CurrentTransaction!.GetDbTransaction(),
            $"""UPDATE "OutboxTasks" SET {set} WHERE "Id" = @0 AND "State" = '{nameof(OutboxTaskState.Dead)}'""", DbType.Int64, DbType.DateTime);
        change[0] = id;
        change[1] = clock.GetUtcNow().UtcDateTime;
        var changed = await change.RunAsync(ct) == 1;
        if (await db.Set<OutboxTask>().AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, ct) is not { } task) return new NotFound("task");
        if (!changed) return new InvalidStateTransition("task", task.State.ToString(), []);
        audit.Changed(action, task, after: new { task.Kind });
        await write.CommitAsync(ct);
        return task;
    }
}
