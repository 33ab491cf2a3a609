using System.Data;
using System.Data.Common;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Outbox.Tasks;

/// <summary>The tasks of a write scope that is not yet committed; those about a new record get its id when it has one.</summary>
internal sealed class PendingTasks
{
    // Asked for twice is stored once, whoever asked first and in which process.
    private const string Insert = """
        INSERT INTO "OutboxTasks" ("Kind", "DedupeKey", "SubjectId", "Argument", "CreatedAt", "State", "Attempts", "DueAt") VALUES (@0, @1, @2, @3, @4, @5, 0, @6)
        ON CONFLICT ("DedupeKey") DO NOTHING
        """;
    private readonly List<(IEntity? Subject, Func<long, OutboxTask> Make)> _pending = [];

    public void Add(IEntity? subject, Func<long, OutboxTask> make) => _pending.Add((subject, make));

    /// <summary>How many were new.</summary>
    public async Task<int> InsertAsync(DbConnection connection, DbTransaction transaction, CancellationToken ct)
    {
        if (_pending.Count == 0) return 0;
        await using var insert = new RowStatement(connection, transaction, Insert,
            DbType.String, DbType.String, DbType.Int64, DbType.String, DbType.DateTime, DbType.String, DbType.DateTime);
        var added = 0;
        foreach (var (subject, make) in _pending)
        {
            var task = make(subject?.Id ?? 0);
            insert[0] = task.Kind;
            insert[1] = task.DedupeKey;
            insert[2] = task.SubjectId;
            insert[3] = task.Argument;
            insert[4] = task.CreatedAt.UtcDateTime;
            insert[5] = nameof(OutboxTaskState.Waiting);
            insert[6] = task.DueAt.UtcDateTime;
            added += await insert.RunAsync(ct);
        }
        return added;
    }

    public void Clear() => _pending.Clear();
}
