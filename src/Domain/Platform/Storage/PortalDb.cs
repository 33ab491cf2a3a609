using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Letters;
using Portal.Graph.Domain.Platform.Outbox;
using Portal.Graph.Domain.Platform.Policies;
using Portal.Graph.Domain.Platform.Outbox.Tasks;
using Portal.Graph.Domain.Platform.Work;

namespace Portal.Graph.Domain.Platform.Storage;

/// <summary>
/// The one database, scoped to a request and never used in parallel; contexts are pooled, so whatever a request leaves in one is
/// forgotten at its end. Each capability maps its own entities in its folder (<c>*Mapping.cs</c>: keys, lengths, indexes,
/// relations); how values are stored is decided here once.
/// </summary>
public sealed class PortalDb(DbContextOptions<PortalDb> options) : DbContext(options)
{
    private ActorScope? _reader;

    /// <summary>PLT-19: whether no account bounds what is read: staff and the system, whose permissions are asked for elsewhere.</summary>
    internal bool ReadsEveryAccount => _reader?.Actor.Kind is ActorKind.Staff or ActorKind.System;

    /// <summary>The market of the session; null for those without one.</summary>
    internal Market? ReaderMarket => _reader?.Actor.Market;

    /// <summary>The accounts of the session; none for those without one.</summary>
    internal List<long> ReaderAccounts => [.. _reader?.Actor.AccountIds ?? []];

    internal WriteScope? CurrentWrite { get; set; }
    internal PendingAudit PendingAudit { get; private set; } = new();
    internal PendingChanges PendingChanges { get; private set; } = new();
    internal PendingResults PendingResults { get; private set; } = new();
    internal PendingTasks PendingTasks { get; private set; } = new();

    /// <summary>Whether the open write scope saves what processes keep in memory.</summary>
    internal bool ChangesRules { get; set; }

    /// <summary>False while the past is brought in: it is no change that anybody is told of.</summary>
    internal bool PublishesChanges { get; set; } = true;

    internal IStatementObserver[] Observers => field ??= [.. (options.FindExtension<CoreOptionsExtension>()?.Interceptors ?? []).OfType<IStatementObserver>()];

    public bool IsSqlite => Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal);

    /// <summary>Whose reads these are from now on, until the context goes back to the pool; nobody's before.</summary>
    internal PortalDb For(ActorScope reader)
    {
        _reader = reader;
        return this;
    }

    /// <summary>
    /// Opens the transaction of a use case: what is read inside it is what its one save stands on. No other writes meanwhile, in any
    /// process on the database.
    /// </summary>
    public Task<WriteScope> BeginWriteAsync(CancellationToken ct) => WriteScope.BeginAsync(this, this.GetService<WriteGate>(), isShared: false, ct);

    /// <summary>
    /// The same for a use case that many run at once, and that stays right when others of its kind write meanwhile: it changes records
    /// that have a version, or takes a lock of its own (<see cref="LockAsync"/>) before it reads what it decides on. On SQLite, which has one
    /// writer, there is no difference.
    /// </summary>
    public Task<WriteScope> BeginSharedWriteAsync(CancellationToken ct) => WriteScope.BeginAsync(this, this.GetService<WriteGate>(), isShared: true, ct);

    /// <summary>
    /// Inside a write scope: waits until no other write scope holds the same name, so that what is read next is what it left.
    /// Only a shared scope needs it: the others are alone anyway.
    /// </summary>
    public async Task LockAsync(string name, CancellationToken ct)
    {
        if (CurrentWrite is null) throw new InvalidOperationException("A lock is held by a write scope.");
        if (IsSqlite) return;
        var key = BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
        await Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({key})", ct);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken ct = default)
    {
        // PLT-03: an audited change outside a write scope would lose its row.
        if (CurrentWrite is null && PendingAudit.HasChanges)
            throw new InvalidOperationException("Audited changes are saved by WriteScope.CommitAsync.");
        // Looked for once: EF Core would do it again at every question about the tracked records.
        ChangeTracker.DetectChanges();
        return UndetectedAsync(() =>
        {
            ModelConventions.RaiseVersions(ChangeTracker);
            ChangesRules |= ChangeTracker.Entries<IRuleRow>().Any(e => e.State is not EntityState.Unchanged);
            if (PublishesChanges) PendingChanges.Collect(ChangeTracker);
            return base.SaveChangesAsync(acceptAllChangesOnSuccess, ct);
        });
    }

    /// <summary>Work items and letters whose record has its id by now name it; whether there were any.</summary>
    internal bool PointAtSubjects()
    {
        var detects = ChangeTracker.AutoDetectChangesEnabled;
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return ChangeTracker.Entries<WorkItem>().Count(e => e.Entity.PointAtSubject()) + ChangeTracker.Entries<Letter>().Count(e => e.Entity.PointAtSubject()) > 0;
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = detects;
        }
    }

    private async Task<int> UndetectedAsync(Func<Task<int>> save)
    {
        var detects = ChangeTracker.AutoDetectChangesEnabled;
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return await save();
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = detects;
        }
    }

    /// <summary>Published changes are committed: who follows them in this process need not wait for the next look.</summary>
    internal void ChangesPublished() => this.GetService<OutboxSignal>().Set();

    /// <summary>Work is committed: this process begins it at once.</summary>
    internal void TasksStored() => this.GetService<OutboxTaskSignal>().Set();

    /// <summary>Changed rules are committed: this process asks for them anew.</summary>
    internal void RulesChanged() => this.GetService<RuleRevision>().Forget();

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Save asynchronously.");

    public override ValueTask DisposeAsync()
    {
        Forget();
        return base.DisposeAsync();
    }

    public override void Dispose()
    {
        Forget();
        base.Dispose();
    }

    // The pool resets what is EF Core's; the rest is ours.
    private void Forget()
    {
        _reader = null;
        CurrentWrite = null;
        PendingAudit = new();
        PendingChanges = new();
        PendingResults = new();
        PendingTasks = new();
        PublishesChanges = true;
        ChangesRules = false;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) => conventions.StoreValues(IsSqlite);

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.ApplyConfigurationsFromAssembly(typeof(PortalDb).Assembly);
        model.ApplyPortalConventions(IsSqlite);
        model.FilterAccountRecords(this);
    }
}
