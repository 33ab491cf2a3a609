using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Portal.Graph.Domain.Platform.Outbox;

/// <summary>The published changes of a write scope that is not yet committed, in the order in which they were made.</summary>
internal sealed class PendingChanges
{
    private readonly List<IPublishedChange> _changes = [];
    private readonly List<OutboxMessage> _updates = [];

    /// <summary>Called by every save: a change that a desk makes cannot be forgotten here.</summary>
    public void Collect(ChangeTracker tracker)
    {
        foreach (var entry in tracker.Entries<IPublishedChange>())
            if (entry.State is EntityState.Added) _changes.Add(entry.Entity);
        foreach (var entry in tracker.Entries<IPublishedUpdate>())
            if (entry.State is EntityState.Modified && entry.Entity.ToUpdate() is { } update) _updates.Add(update);
    }

    /// <summary>For a record that is stored by hand.</summary>
    public void Publish(IPublishedChange change) => _changes.Add(change);

    /// <summary>For what changed without a change of the record itself.</summary>
    public void Publish(OutboxMessage update) => _updates.Add(update);

    /// <summary>Ids exist when the save is done; those of one record rise in the order of its changes.</summary>
    public IReadOnlyList<OutboxMessage> Messages() =>
        _changes.Count + _updates.Count == 0 ? [] : [.. _changes.Select(c => c.ToMessage()).OrderBy(m => m.DetailId), .. _updates];

    public void Clear()
    {
        _changes.Clear();
        _updates.Clear();
    }
}
