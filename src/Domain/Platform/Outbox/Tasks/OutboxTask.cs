using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Outbox.Tasks;

/// <summary>Where a task stands.</summary>
public enum OutboxTaskState
{
    /// <summary>Waits for its time, or is in the hands of a process.</summary>
    Waiting,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Given up after the last try; a person can have it tried again, or discard it.</summary>
    Dead,

    /// <summary>Given up, and a person decided that it is not needed any more.</summary>
    Discarded,
}

// PLT-21
/// <summary>
/// Work that follows from a change and is stored by its commit: done at least once, by one process at a time, whatever dies in between.
/// It holds ids and codes, never names or health data.
/// </summary>
public sealed class OutboxTask : IEntity
{
    public const int KindLength = 60, KeyLength = 200, ArgumentLength = 200, ErrorLength = 200;

    public long Id { get; private set; }

    /// <summary>Which handler does it, such as <c>letter</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Unique: the same work is stored once, however often it is asked for.</summary>
    public required string DedupeKey { get; init; }

    /// <summary>The record that it is about; null when it is about none.</summary>
    public long? SubjectId { get; init; }

    /// <summary>A code that the handler understands, such as the name of a job.</summary>
    public string? Argument { get; init; }

    /// <summary>When it was stored (UTC).</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Where it stands.</summary>
    public OutboxTaskState State { get; private set; }

    /// <summary>Tries so far, the running one included.</summary>
    public int Attempts { get; private set; }

    /// <summary>Not before this. While a process has it in hand: when it is free again (UTC).</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>The process that has it in hand; null while nobody has.</summary>
    public string? LeaseOwner { get; private set; }

    /// <summary>When it was done or given up (UTC).</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The kind of the last failure, without what it was about.</summary>
    public string? LastError { get; private set; }
}

internal sealed class OutboxTaskMapping : IEntityTypeConfiguration<OutboxTask>
{
    public void Configure(EntityTypeBuilder<OutboxTask> task)
    {
        task.Property(t => t.Kind).HasMaxLength(OutboxTask.KindLength);
        task.Property(t => t.DedupeKey).HasMaxLength(OutboxTask.KeyLength);
        task.Property(t => t.Argument).HasMaxLength(OutboxTask.ArgumentLength);
        task.Property(t => t.LeaseOwner).HasMaxLength(100);
        task.Property(t => t.LastError).HasMaxLength(OutboxTask.ErrorLength);
        task.HasIndex(t => t.DedupeKey).IsUnique();
        task.HasIndex(t => new { t.Kind, t.SubjectId });
        task.HasIndex(t => new { t.State, t.DueAt });
    }
}
