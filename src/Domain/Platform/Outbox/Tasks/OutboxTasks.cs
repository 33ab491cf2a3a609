using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Outbox.Tasks;

// PLT-21
/// <summary>Stores work for later inside the caller's open write scope: its commit stores it, and what is rolled back is never done.</summary>
public sealed class OutboxTasks(PortalDb db, TimeProvider clock)
{
    /// <summary>Work about a record, which may be new: its id is known when the scope commits. Once per kind, record and argument.</summary>
    /// <param name="notBefore">When it may begin; at once when null.</param>
    public void Add(string kind, IEntity subject, string? argument = null, DateTimeOffset? notBefore = null)
    {
        var now = Now();
        db.PendingTasks.Add(subject, id => new()
        {
            Kind = kind, DedupeKey = argument is null ? $"{kind}:{id}" : $"{kind}:{id}:{argument}", SubjectId = id, Argument = argument,
            CreatedAt = now, DueAt = notBefore ?? now,
        });
    }

    /// <summary>Work about no record.</summary>
    /// <param name="dedupeKey">Unique among all of the kind, as long as done work is kept.</param>
    public void Add(string kind, string dedupeKey, string? argument, DateTimeOffset? notBefore = null)
    {
        var now = Now();
        db.PendingTasks.Add(null, _ => new()
        {
            Kind = kind, DedupeKey = $"{kind}:{dedupeKey}", Argument = argument, CreatedAt = now, DueAt = notBefore ?? now,
        });
    }

    private DateTimeOffset Now() =>
        db.CurrentWrite is null ? throw new InvalidOperationException("Work for later is stored by a write scope.") : clock.GetUtcNow();
}

/// <summary>Wakes the worker of this process when it has committed work itself.</summary>
public sealed class OutboxTaskSignal : WakeSignal;
