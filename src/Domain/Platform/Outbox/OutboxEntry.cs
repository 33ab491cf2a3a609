using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Graph.Domain.Platform.Outbox;

// PLT-21
/// <summary>A saved change that others are told of: ids only, never health data. Written only by <see cref="OutboxWriter"/>.</summary>
public sealed class OutboxEntry
{
    /// <summary>1, 2, 3 … in the order in which the changes were committed: who has read up to a number has missed nothing below it.</summary>
    public long Seq { get; init; }

    /// <summary>What kind of change, such as <c>claim.status</c>.</summary>
    public string Topic { get; init; } = "";

    /// <summary>The record that changed.</summary>
    public long SubjectId { get; init; }

    /// <summary>The record of the change itself, such as a step of the claim's history; null when the topic has none.</summary>
    public long? DetailId { get; init; }

    /// <summary>When it happened (UTC).</summary>
    public DateTimeOffset OccurredAt { get; init; }
}

/// <summary>What is to be published, before it has its number.</summary>
public readonly record struct OutboxMessage(string Topic, long SubjectId, long? DetailId, DateTimeOffset OccurredAt);

/// <summary>A record whose first saving is published, in the same commit; the message is asked for when ids exist.</summary>
public interface IPublishedChange
{
    OutboxMessage ToMessage();
}

/// <summary>A record some of whose later changes are published, in the same commit.</summary>
public interface IPublishedUpdate
{
    /// <summary>What others are told of the record as it is saved now; null when they need not know.</summary>
    OutboxMessage? ToUpdate();
}

internal sealed class OutboxMapping : IEntityTypeConfiguration<OutboxEntry>
{
    public void Configure(EntityTypeBuilder<OutboxEntry> entry)
    {
        entry.ToTable("OutboxEntries");
        entry.HasKey(e => e.Seq);
        entry.Property(e => e.Seq).ValueGeneratedNever();
        entry.Property(e => e.Topic).HasMaxLength(60);
        // Old entries are deleted by time.
        entry.HasIndex(e => e.OccurredAt);
    }
}
