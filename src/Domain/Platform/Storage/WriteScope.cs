using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Outbox;
using Portal.Graph.Domain.Platform.Policies;

namespace Portal.Graph.Domain.Platform.Storage;

/// <summary>
/// The transaction of one use case. What is not committed is rolled back, and forgotten by the change tracker, on disposal.
/// </summary>
public sealed class WriteScope : IAsyncDisposable
{
    private const string LockAlone = "SELECT pg_advisory_xact_lock(7882821)";
    private const string LockShared = "SELECT pg_advisory_xact_lock_shared(7882821)";
    private readonly PortalDb _db;
    private readonly WriteGate _gate;
    private readonly IDbContextTransaction _transaction;
    private bool _committed;

    private WriteScope(PortalDb db, WriteGate gate, IDbContextTransaction transaction) =>
        (_db, _gate, _transaction) = (db, gate, transaction);

    internal static async Task<WriteScope> BeginAsync(PortalDb db, WriteGate gate, bool isShared, CancellationToken ct)
    {
        if (db.CurrentWrite is not null) throw new InvalidOperationException("A write scope is already open in this request.");
        await gate.EnterAsync(ct);
        try
        {
            // On SQLite this is BEGIN IMMEDIATE: the write lock is taken before the first read.
            var transaction = await db.Database.BeginTransactionAsync(ct);
            if (!db.IsSqlite) await ExcludeAsync(db, transaction, isShared, ct);
            return db.CurrentWrite = new WriteScope(db, gate, transaction);
        }
        catch
        {
            gate.Leave();
            throw;
        }
    }

    // PLT-15: what SQLite gives for nothing, so that no use case is right on one database and wrong on the other. A statement of its own:
    // the next one sees what those before have committed.
    private static async Task ExcludeAsync(PortalDb db, IDbContextTransaction transaction, bool isShared, CancellationToken ct)
    {
        try
        {
            await db.Database.ExecuteSqlRawAsync(isShared ? LockShared : LockAlone, ct);
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    /// <summary>Saves the changes, the idempotency keys, the work for later, the audit rows and the published changes, all or nothing; durable when it returns.</summary>
    public async Task CommitAsync(CancellationToken ct)
    {
        await _db.SaveChangesAsync(ct);
        // Ids exist from here on: what points at a new record by its id is completed now.
        if (_db.PointAtSubjects()) await _db.SaveChangesAsync(ct);

        if (_db.ChangesRules) await RuleRevision.RaiseAsync(_db, ct);

        var (connection, transaction) = (_db.Database.GetDbConnection(), _transaction.GetDbTransaction());
        await _db.PendingResults.InsertAsync(connection, transaction, ct);
        var tasks = await _db.PendingTasks.InsertAsync(connection, transaction, ct);
        foreach (var companion in _db.PendingAudit.Companions()) await companion.InsertAsync(connection, transaction, ct);
        // PLT-03: same transaction, last, so that the lock on the end of the chain is held shortly.
        await AuditChain.AppendAsync(connection, transaction, _db.PendingAudit.Rows(), ct);
        // PLT-21: after the audit, in the same order of locks in every transaction.
        var changes = _db.PendingChanges.Messages();
        await OutboxWriter.AppendAsync(connection, transaction, changes, ct);
        await _transaction.CommitAsync(ct);
        _committed = true;
        if (_db.ChangesRules) _db.RulesChanged();
        _db.PendingAudit.Clear();
        if (changes.Count > 0) _db.ChangesPublished();
        if (tasks > 0) _db.TasksStored();
    }

    public async ValueTask DisposeAsync()
    {
        _db.CurrentWrite = null;
        _db.ChangesRules = false;
        try
        {
            await _transaction.DisposeAsync();
            if (!_committed)
            {
                _db.PendingAudit.ClearChanges();
                _db.ChangeTracker.Clear();
            }
            _db.PendingResults.Clear();
            _db.PendingChanges.Clear();
            _db.PendingTasks.Clear();
        }
        finally
        {
            _gate.Leave();
        }
    }
}
