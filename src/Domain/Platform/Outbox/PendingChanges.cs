using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Portal.Graph.Domain.Platform.Outbox;

/// <summary>The published changes of a write scope that is not yet committed, in the order in which they were made.</summary>
internal sealed class PendingChanges
{
    private readonly List<IPublishedChange> _changes = [];

    /// <summary>Called by every save: a change that a desk makes cannot be forgotten here.</summary>
    public void Collect(ChangeTracker tracker)
    {
        foreach (var entry in tracker.Entries<IPublishedChange>())
            if (entry.State is EntityState.Added) _changes.Add(entry.Entity);
    }

    /// <summary>For a record that is stored by hand.</summary>
    public void Publish(IPublishedChange change) => _changes.Add(change);

    /// <summary>Ids exist when the save is done; those of one record rise in the order of its changes.</summary>
    public IReadOnlyList<OutboxMessage> Messages() => _changes.Count == 0 ? [] : [.. _changes.Select(c => c.ToMessage()).OrderBy(m => m.DetailId)];

    public void Clear() => _changes.Clear();
}
