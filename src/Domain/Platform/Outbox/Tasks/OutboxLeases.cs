using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Outbox.Tasks;

/// <summary>
/// Who has which task in hand. A lease ends by itself, so that a process that dies leaves its task to the next; a process that lost its
/// lease can no longer say what became of the task. On PostgreSQL locked rows are passed over, on SQLite the write gate lets one in.
/// </summary>
internal sealed class OutboxLeases(IServiceScopeFactory scopes, PortalStorage storage, IEnumerable<OutboxKind> kinds, IConfiguration configuration, TimeProvider clock)
{
    /// <summary>How long a task stays in hand without a sign of life, unless <c>Outbox:LeaseSeconds</c> (5 to 3600) says otherwise.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(2);
    private static readonly string Process = $"{Environment.MachineName}:{Environment.ProcessId}";

    // Kinds are constants of the program.
    private readonly string _known = string.Join(", ", kinds.Select(k => $"'{k.Kind}'").Distinct());
    private readonly Dictionary<string, TimeSpan?> _endless = kinds.ToDictionary(k => k.Kind, k => k.Endless);
    private long _taken;

    public TimeSpan Span { get; } = configuration.GetValue<double?>("Outbox:LeaseSeconds") is { } seconds ? TimeSpan.FromSeconds(Math.Clamp(seconds, 5, 3600)) : Life;

    private string Due => $"""FROM "OutboxTasks" WHERE "State" = '{nameof(OutboxTaskState.Waiting)}' AND "DueAt" <= @0 AND "Kind" IN ({_known})""";

    /// <summary>Takes the task that has been due for the longest; null when none is.</summary>
    public async Task<OutboxTask?> TakeAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (_known.Length == 0 || !await IsAnyDueAsync(now, ct)) return null;
        var owner = $"{Process}:{Interlocked.Increment(ref _taken)}";
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        await using var write = await db.BeginSharedWriteAsync(ct);
        await using var take = Statement(db, $"""
            UPDATE "OutboxTasks" SET "LeaseOwner" = @1, "DueAt" = @2, "Attempts" = "Attempts" + 1
            WHERE "Id" = (SELECT "Id" {Due} ORDER BY "DueAt", "Id" LIMIT 1 {(db.IsSqlite ? "" : "FOR UPDATE SKIP LOCKED")}) RETURNING "Id"
            """, DbType.DateTime, DbType.String, DbType.DateTime);
        take[0] = now.UtcDateTime;
        take[1] = owner;
        take[2] = (now + Span).UtcDateTime;
        if (await take.ValueAsync(ct) is not long id) return null;
        await write.CommitAsync(ct);
        return await db.Set<OutboxTask>().AsNoTracking().SingleAsync(t => t.Id == id, ct);
    }

    /// <summary>Keeps the task in hand for another while; false when it is in another's.</summary>
    public Task<bool> RenewAsync(OutboxTask task, CancellationToken ct) =>
        ChangeAsync(task, """ "DueAt" = @2""", ct, clock.GetUtcNow() + Span);

    public Task<bool> DoneAsync(OutboxTask task, CancellationToken ct) =>
        ChangeAsync(task, $""" "State" = '{nameof(OutboxTaskState.Done)}', "LeaseOwner" = NULL, "LastError" = NULL, "EndedAt" = @2""", ct, clock.GetUtcNow());

    /// <summary>The try failed; it is tried again later, or given up.</summary>
    public Task<bool> FailedAsync(OutboxTask task, string error, CancellationToken ct)
    {
        error = error.Length > OutboxTask.ErrorLength ? error[..OutboxTask.ErrorLength] : error;
        return OutboxBackOff.After(task.Attempts, Random.Shared.NextDouble(), _endless.GetValueOrDefault(task.Kind)) is { } wait
            ? ChangeAsync(task, """ "LeaseOwner" = NULL, "LastError" = @3, "DueAt" = @2""", ct, clock.GetUtcNow() + wait, error)
            : ChangeAsync(task, $""" "State" = '{nameof(OutboxTaskState.Dead)}', "LeaseOwner" = NULL, "LastError" = @3, "EndedAt" = @2""", ct, clock.GetUtcNow(), error);
    }

    /// <summary>Gives it back untried: this process stops.</summary>
    public Task<bool> ReleaseAsync(OutboxTask task, CancellationToken ct) =>
        ChangeAsync(task, """ "LeaseOwner" = NULL, "Attempts" = "Attempts" - 1, "DueAt" = @2""", ct, clock.GetUtcNow());

    private async Task<bool> ChangeAsync(OutboxTask task, string set, CancellationToken ct, DateTimeOffset instant, string? error = null)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        await using var write = await db.BeginSharedWriteAsync(ct);
        DbType[] types = [DbType.Int64, DbType.String, DbType.DateTime, .. error is null ? Array.Empty<DbType>() : [DbType.String]];
        await using var change = Statement(db, $"""UPDATE "OutboxTasks" SET {set} WHERE "Id" = @0 AND "LeaseOwner" = @1""", types);
        change[0] = task.Id;
        change[1] = task.LeaseOwner;
        change[2] = instant.UtcDateTime;
        if (error is not null) change[3] = error;
        var held = await change.RunAsync(ct) == 1;
        await write.CommitAsync(ct);
        return held;
    }

    // On a connection of its own, so that looking for nothing neither takes the writers' gate nor opens a context.
    private async Task<bool> IsAnyDueAsync(DateTimeOffset now, CancellationToken ct)
    {
        await using var connection = await storage.OpenAsync(ct);
        await using var look = new RowStatement(connection, null, $"SELECT 1 {Due} LIMIT 1", DbType.DateTime);
        look[0] = now.UtcDateTime;
        return await look.ValueAsync(ct) is not null;
    }

    private static RowStatement Statement(PortalDb db, string text, params ReadOnlySpan<DbType> types)
    {
        DbTransaction transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        return new(db.Database.GetDbConnection(), transaction, text, types);
    }
}
